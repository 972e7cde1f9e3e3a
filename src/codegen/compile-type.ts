import type { Options } from 'json-schema-to-typescript';

import type { TypeSchema } from './meaning/type-schema';

/** Every reference in a type schema is internal, so nothing is read or fetched. */
const OPTIONS: Partial<Options> = {
  $refOptions: { resolve: { external: false, file: false, http: false } },
  cwd: '/',
  style: {
    singleQuote: true,
    printWidth: 110,
    trailingComma: 'all',
    bracketSpacing: true,
    semi: true,
    tabWidth: 2,
    useTabs: false,
  },
};

/**
 * The compiler calls `hasOwnProperty` of the object with the properties, so a property of that name needs another one while it works. Both
 * have the same length, so that lines break where they should.
 */
const STAND_IN = '$asOwnProperty';

/** Compiles a type schema to formatted TypeScript; `name` is its title. The compiler is loaded on first use. */
export async function compileType(schema: TypeSchema, name: string, banner: string): Promise<string> {
  const { compile } = await import('json-schema-to-typescript');
  const compiled = await compile(withStandIn(schema), name, { ...OPTIONS, bannerComment: banner });
  return compiled.replaceAll(STAND_IN, 'hasOwnProperty');
}

/** A copy of a type schema, in which no property is called `hasOwnProperty`. */
function withStandIn(schema: TypeSchema): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema).replaceAll('"hasOwnProperty"', `"${STAND_IN}"`));
}
