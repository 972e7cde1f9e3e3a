import type { Options } from 'json-schema-to-typescript';

import type { TypeSchema } from './type-schema';

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

/** Compiles a type schema to formatted TypeScript; `name` is its title. The compiler is loaded on first use. */
export async function compileType(schema: TypeSchema, name: string, banner: string): Promise<string> {
  const { compile } = await import('json-schema-to-typescript');
  return compile(Object.fromEntries(Object.entries(schema)), name, { ...OPTIONS, bannerComment: banner });
}
