import type { KeywordCxt } from 'ajv';

/** A function of ours as generated code can call it. */
export function callable({ gen }: KeywordCxt, ref: unknown) {
  return gen.scopeValue('func', { ref });
}

/** The part of ajv that generates code, loaded on first use. */
export function codegen(): typeof import('ajv/dist/compile/codegen') {
  return require('ajv/dist/compile/codegen');
}
