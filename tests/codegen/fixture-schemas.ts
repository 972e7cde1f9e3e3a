import { join } from 'node:path';

import { generateTypes } from '../../src/codegen/generate-types';
import type { GeneratedFile } from '../../src/codegen/contract-type-files';
import { DEFAULT_LIMITS } from '../../src/model/project/limits';
import type { SchemaFile, SchemaFiles } from '../../src/model/project/schema-files';
import { openSchemaFiles } from '../../src/project/schemas/open-schema-files';
import { createJsonSource } from '../../src/text/json/json-source';

/** The schemas of the golden files. */
export function fixtureSchemas(): SchemaFiles {
  return openSchemaFiles(join(__dirname, '..', 'fixtures', 'codegen', 'schemas'), 'schemas', DEFAULT_LIMITS);
}

/** Schemas in memory, by file name. */
export function schemasOf(values: Readonly<Record<string, unknown>>): SchemaFiles {
  const files = new Map<string, SchemaFile>(
    Object.entries(values).map(([file, value]) => [
      file,
      { file, source: createJsonSource(`schemas/${file}`, JSON.stringify(value)), value },
    ]),
  );
  return { root: 'schemas', get: (file) => files.get(file), list: () => [...files.keys()].sort() };
}

/** Generates the types of schemas. Each request is a type name and a schema, written `file` or `file#pointer`. */
export function generateFrom(
  schemas: SchemaFiles,
  requests: readonly (readonly [name: string, schema: string])[],
): Promise<readonly GeneratedFile[]> {
  return generateTypes({
    schemas,
    contracts: [],
    microversions: [],
    requests: requests.map(([name, schema]) => {
      const [file = '', pointer = ''] = schema.split('#');
      return { name, schema: { file, pointer } };
    }),
  });
}

/** The text of the types of a single schema, without the banner. */
export async function typesOf(
  schema: unknown,
  others: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const files = await generateFrom(schemasOf({ ...others, 'it.json': schema }), [['It', 'it.json']]);
  return (files.find(({ path }) => path === 'it.ts')?.text ?? '').split('\n').slice(3).join('\n');
}
