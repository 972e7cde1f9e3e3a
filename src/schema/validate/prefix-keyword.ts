import type { CodeKeywordDefinition } from 'ajv/dist/types';

/**
 * Fixes ajv's `prefixItems` for arrays that are shorter than the prefix. Inside `if` and `not`, ajv stops at the first error, and goes on
 * only if the last item was valid. A missing item never is, so ajv would skip a `contains` that follows.
 */
export function prefixKeyword(definition: CodeKeywordDefinition): CodeKeywordDefinition {
  const { _ }: typeof import('ajv/dist/compile/codegen') = require('ajv/dist/compile/codegen');
  return {
    ...definition,
    code: (context, ruleType) => {
      const goOn = context.ok.bind(context);
      context.ok = (condition) =>
        goOn(typeof condition === 'boolean' ? condition : _`${condition} !== false`);
      definition.code(context, ruleType);
    },
  };
}
