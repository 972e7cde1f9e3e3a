import { describe, expect, test } from '@jest/globals';

import { createSchemaSet } from '../../../src/schema/schema-set';
import { keywordNames } from '../../../src/schema/dialects/keywords';
import { META_SCHEMA_FILES, metaSchemaOf } from '../../../src/schema/dialects/meta-schemas';
import type { Dialect } from '../../../src/schema/dialects/dialect';
import { schemaSetOf } from '../schema-files-of';

/** Values of every shape that a keyword can have, right and wrong. */
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  '',
  'x',
  '#x',
  'a b',
  '9',
  'string',
  'strng',
  [],
  ['x'],
  ['x', 'x'],
  ['string', 'null'],
  ['string', 'string'],
  ['string', 'strng'],
  [1],
  [1, 1],
  [{ a: 1 }, { a: 1 }],
  [true],
  [{}],
  [{}, 'x'],
  [{}, []],
  {},
  { a: true },
  { a: false },
  { a: 1 },
  { a: 'x' },
  { a: [] },
  { a: ['b'] },
  { a: ['b', 'b'] },
  { a: [1] },
  { a: {} },
  { a: { type: 5 } },
  { a: { title: 5 } },
  { type: 'string' },
  { type: 'strng' },
  { properties: { a: { required: 'a' } } },
  { minimum: 1, exclusiveMinimum: true },
  { exclusiveMinimum: true },
  { exclusiveMaximum: 1 },
];

/** Names that no dialect, or not each one, has as a keyword. */
const OTHER_NAMES = ['nullable', '$defs', 'if', 'const', 'prefixItems', 'additionalItems', '$recursiveRef'];

/** Where the meta-schemas in ajv differ from the published ones, or say nothing. */
function isExcepted(dialect: Dialect, keyword: string, value: unknown): boolean {
  // A reference must be a string to be followed, and `$ref` is not in the meta-schema of draft-04.
  if (dialect === 'draft-04' && (keyword === '$ref' || keyword === 'format')) return true;
  if (dialect === 'draft-07' && keyword === 'writeOnly') return true;
  // The published meta-schema of draft-07 allows an empty `enum`, and equal values in it.
  if (dialect === 'draft-07' && keyword === 'enum' && Array.isArray(value)) return true;
  // What the meta-schemas of 2019-09 and 2020-12 say of each other's keywords: they are unknown, and reported as such.
  if (dialect === '2020-12' && keyword === '$recursiveRef') return true;
  // Schemas in `contentSchema` are not looked at: they are for strings that are not parsed.
  return keyword === 'contentSchema' && typeof value === 'object' && value !== null && !Array.isArray(value);
}

const metaSchemas = createSchemaSet(META_SCHEMA_FILES, {
  formats: {},
  formatMode: 'annotated',
  unicodePatterns: true,
  validationTime: 10_000,
});

const DRAFTS: readonly Dialect[] = ['draft-04', 'draft-06', 'draft-07', '2019-09', '2020-12'];

describe.each(DRAFTS)('in %s, a schema is invalid exactly where its meta-schema refuses it', (dialect) => {
  const $schema = metaSchemaOf(dialect);
  const names = [...new Set([...keywordNames(dialect), ...OTHER_NAMES])].filter((name) => name !== '$schema');

  test.each(names)('%s', (keyword) => {
    const wrong = VALUES.filter((value) => !isExcepted(dialect, keyword, value)).filter((value) => {
      const schema = { $schema, [keyword]: value };
      const verdict = metaSchemas.verdict(schema, { file: $schema, pointer: '' });
      const isInvalid = schemaSetOf({ 'main.json': schema })
        .problems({ file: 'main.json', pointer: '' })
        .some(({ kind }) => kind === 'invalid-keyword');
      return verdict.kind !== 'checked' || isInvalid !== verdict.violations.length > 0;
    });
    expect(wrong).toEqual([]);
  });
});
