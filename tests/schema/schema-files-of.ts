import type { SchemaFiles } from '../../src/model/project/schema-files';
import type { Violation } from '../../src/model/schemas/violation';
import { createSchemaSet, type SchemaSet, type SchemaSettings } from '../../src/schema/schema-set';
import { readExactJson } from '../../src/text/json/exact-json';
import { createJsonSource } from '../../src/text/json/json-source';

export const SETTINGS: SchemaSettings = { formats: {}, unicodePatterns: true, validationTime: 2000 };

/** A schema root with these values by file name. Each file is its value printed as JSON, so that `__proto__` stays a property. */
export function schemaFilesOf(schemas: Readonly<Record<string, unknown>>): SchemaFiles {
  const files = new Map(
    Object.entries(schemas).map(([file, schema]) => {
      const text = typeof schema === 'string' ? schema : JSON.stringify(schema, undefined, 2);
      const value: unknown = JSON.parse(text);
      const { value: exact, isInexact } = readExactJson(text);
      const source = createJsonSource(`schemas/${file}`, text);
      return [file, { file, source, value, ...(isInexact ? { exact } : {}) }];
    }),
  );
  return { root: 'schemas', get: (file) => files.get(file), list: () => [...files.keys()].toSorted() };
}

export function schemaSetOf(
  schemas: Readonly<Record<string, unknown>>,
  settings: Partial<SchemaSettings> = {},
): SchemaSet {
  return createSchemaSet(schemaFilesOf(schemas), { ...SETTINGS, ...settings });
}

/** The violations of `main.json` by a value; throws when the schema cannot be used. */
export function violationsIn(
  value: unknown,
  schemas: Readonly<Record<string, unknown>>,
  settings: Partial<SchemaSettings> = {},
): readonly Violation[] {
  const set = schemaSetOf(schemas, settings);
  const verdict = set.verdict(value, { file: 'main.json', pointer: '' });
  if (verdict.kind === 'checked') return verdict.violations;
  const problems = set.problems({ file: 'main.json', pointer: '' });
  throw new Error(`${verdict.kind}: ${JSON.stringify(problems)}`);
}
