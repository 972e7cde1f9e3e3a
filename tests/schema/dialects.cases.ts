import { describe, expect, test } from '@jest/globals';

import { parseDialect } from '../../src/schema/dialects/dialect';
import { schemaSetOf, violationsIn } from './schema-files-of';

const DRAFT_04 = 'http://json-schema.org/draft-04/schema#';
const DRAFT_06 = 'http://json-schema.org/draft-06/schema#';
const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';
const DRAFT_2019 = 'https://json-schema.org/draft/2019-09/schema';
const DRAFT_2020 = 'https://json-schema.org/draft/2020-12/schema';

test.each([
  [DRAFT_04, 'draft-04'],
  ['http://json-schema.org/draft-04/schema', 'draft-04'],
  [DRAFT_06, 'draft-06'],
  [DRAFT_07, 'draft-07'],
  ['https://json-schema.org/draft-07/schema#', 'draft-07'],
  [DRAFT_2019, '2019-09'],
  [`${DRAFT_2020}#`, '2020-12'],
  ['https://spec.openapis.org/oas/3.1/dialect/base', 'openapi-3.1'],
  ['http://json-schema.org/draft-03/schema#', undefined],
  ['https://json-schema.org/draft-04/schema/more', undefined],
  ['2020-12', undefined],
])('%s names the dialect %s', (uri, dialect) => {
  expect(parseDialect(uri)).toBe(dialect);
});

/** The violations as keyword, instance location, keyword location and expected value. */
type Row = readonly [
  title: string,
  schema: object,
  value: unknown,
  violations: readonly (readonly [string, string, string, unknown])[],
];

const ROWS: readonly Row[] = [
  [
    'draft 4: a limit is exclusive by a flag',
    { $schema: DRAFT_04, minimum: 1, exclusiveMinimum: true },
    1,
    [['exclusiveMinimum', '', '#/exclusiveMinimum', 1]],
  ],
  [
    'draft 4: the flag `false` changes nothing',
    { $schema: DRAFT_04, maximum: 1, exclusiveMaximum: false },
    2,
    [['maximum', '', '#/maximum', 1]],
  ],
  [
    'draft 4: `id` names a schema',
    {
      $schema: DRAFT_04,
      id: 'http://a.example/',
      properties: { a: { $ref: '#b' } },
      definitions: { b: { id: '#b', type: 'null' } },
    },
    { a: 1 },
    [['type', '/a', '#/definitions/b/type', 'null']],
  ],
  ['draft 4: a later keyword asserts nothing', { $schema: DRAFT_04, type: 'object', const: 1 }, {}, []],
  ['draft 6: `const` and `propertyNames`', { $schema: DRAFT_06, const: 1 }, 2, [['const', '', '#/const', 1]]],
  [
    'draft 7: `items` may be an array',
    { $schema: DRAFT_07, items: [{ type: 'string' }] },
    [1, 2],
    [['type', '/0', '#/items/0/type', 'string']],
  ],
  [
    'draft 7: `additionalItems` closes it',
    { $schema: DRAFT_07, items: [{}], additionalItems: false },
    [1, 2],
    [['additionalItems', '', '#/additionalItems', false]],
  ],
  [
    'draft 7: `additionalItems` may be a schema',
    { $schema: DRAFT_07, items: [{}], additionalItems: { type: 'null' } },
    [1, 2],
    [['type', '/1', '#/additionalItems/type', 'null']],
  ],
  [
    'draft 7: `additionalItems` without an array of `items` is ignored',
    { $schema: DRAFT_07, type: 'array', items: {}, additionalItems: false },
    [1],
    [],
  ],
  [
    'draft 7: `dependencies` with property names and with schemas',
    { $schema: DRAFT_07, dependencies: { a: ['b'], c: { minProperties: 9 } } },
    { a: 1, c: 2 },
    [
      ['dependencies', '', '#/dependencies', { a: ['b'], c: { minProperties: 9 } }],
      ['minProperties', '', '#/dependencies/c/minProperties', 9],
    ],
  ],
  [
    'draft 7: keywords next to a `$ref` are ignored',
    {
      $schema: DRAFT_07,
      properties: { a: { $ref: '#/definitions/b', maximum: 1 } },
      definitions: { b: { type: 'number' } },
    },
    { a: 2 },
    [],
  ],
  [
    'draft 7: `minContains` of a later dialect is ignored',
    { $schema: DRAFT_07, contains: { const: 1 }, minContains: 2 },
    [1],
    [],
  ],
  [
    '2019-09: keywords next to a `$ref` count',
    {
      $schema: DRAFT_2019,
      properties: { a: { $ref: '#/$defs/b', maximum: 1 } },
      $defs: { b: { type: 'number' } },
    },
    { a: 2 },
    [['maximum', '/a', '#/properties/a/maximum', 1]],
  ],
  [
    '2019-09: `unevaluatedItems` after an array of `items`',
    { $schema: DRAFT_2019, items: [{}], unevaluatedItems: false },
    [1, 2],
    [['unevaluatedItems', '', '#/unevaluatedItems', false]],
  ],
  [
    '2020-12: `prefixItems`',
    { $schema: DRAFT_2020, prefixItems: [{ type: 'string' }] },
    [1],
    [['type', '/0', '#/prefixItems/0/type', 'string']],
  ],
  [
    '2020-12 is the default',
    { prefixItems: [{ type: 'string' }] },
    [1],
    [['type', '/0', '#/prefixItems/0/type', 'string']],
  ],
];

test.each(ROWS)('%s', (_, schema, value, expected) => {
  expect(
    violationsIn(value, { 'main.json': schema }).map((violation) => [
      violation.keyword,
      violation.instanceLocation,
      violation.keywordLocation,
      violation.expected,
    ]),
  ).toEqual(
    expected.map(([keyword, instance, pointer, wanted]) => [
      keyword,
      instance,
      `main.json${pointer}`,
      wanted,
    ]),
  );
});

describe('where a schema refers to one in another dialect', () => {
  const files = {
    'main.json': { $schema: DRAFT_2020, properties: { a: { $ref: 'old.json', maxLength: 1 } } },
    'old.json': {
      $schema: DRAFT_04,
      items: [{ minimum: 0, exclusiveMinimum: true }],
      additionalItems: false,
    },
  };

  test('each applies its own dialect', () => {
    expect(violationsIn({ a: [0, 1] }, files).map(({ keywordLocation }) => keywordLocation)).toEqual([
      'old.json#/items/0/exclusiveMinimum',
      'old.json#/additionalItems',
    ]);
    expect(violationsIn({ a: 'ab' }, files).map(({ keywordLocation }) => keywordLocation)).toEqual([
      'main.json#/properties/a/maxLength',
    ]);
  });

  test('a schema that names no dialect inherits it', () => {
    const silent = {
      'main.json': { $schema: DRAFT_07, $ref: 'parts.json' },
      'parts.json': { items: [{ type: 'null' }] },
    };
    expect(violationsIn([1], silent).map(({ keywordLocation }) => keywordLocation)).toEqual([
      'parts.json#/items/0/type',
    ]);
  });
});

test.each([DRAFT_04, DRAFT_06, DRAFT_07, DRAFT_2019, DRAFT_2020])(
  'the meta-schema of %s can be referred to',
  (uri) => {
    const set = schemaSetOf({ 'main.json': { $ref: uri } });
    const ref = { file: 'main.json', pointer: '' };
    expect(set.problems(ref)).toEqual([]);
    expect(set.verdict({ type: 'object', properties: { a: { type: 'string' } } }, ref)).toEqual({
      kind: 'checked',
      violations: [],
    });
    const verdict = set.verdict({ properties: { a: { type: 'text' } } }, ref);
    expect(
      verdict.kind === 'checked' && verdict.violations.map(({ instanceLocation }) => instanceLocation),
    ).toEqual(['/properties/a/type']);
  },
);

describe('a `$schema` deeper in a file sets the dialect from there on', () => {
  const old = { $schema: DRAFT_04, minimum: 1, exclusiveMinimum: true };
  const exclusive = [expect.objectContaining({ keyword: 'exclusiveMinimum', expected: 1 })];

  test.each<readonly [title: string, schema: object]>([
    ['in a property', { properties: { a: old } }],
    [
      'below it',
      { properties: { a: { $schema: DRAFT_04, allOf: [{ minimum: 1, exclusiveMinimum: true }] } } },
    ],
    ['in a resource of its own', { properties: { a: { ...old, id: 'http://a.example/old' } } }],
    ['in a definition', { properties: { a: { $ref: '#/$defs/old' } }, $defs: { old } }],
    [
      'where a reference leads below it',
      {
        properties: { a: { $ref: '#/$defs/old/not' } },
        $defs: { old: { $schema: DRAFT_04, not: { ...old } } },
      },
    ],
    [
      'where a reference leads below it, to a schema that does not name it again',
      {
        properties: { a: { $ref: '#/$defs/old/allOf/0' } },
        $defs: { old: { $schema: DRAFT_04, allOf: [{ minimum: 1, exclusiveMinimum: true }] } },
      },
    ],
  ])('%s', (_, schema) => {
    expect(violationsIn({ a: 1 }, { 'main.json': schema })).toEqual(exclusive);
    expect(violationsIn({ a: 2 }, { 'main.json': schema })).toEqual([]);
  });

  test('and not next to it', () => {
    const schema = { properties: { a: old, b: { exclusiveMinimum: 1 } } };
    expect(violationsIn({ a: 2, b: 2 }, { 'main.json': schema })).toEqual([]);
    expect(violationsIn({ b: 1 }, { 'main.json': schema })).toMatchObject([{ keyword: 'exclusiveMinimum' }]);
  });

  test('back to a newer one', () => {
    const schema = {
      $schema: DRAFT_07,
      items: { ...old, not: { $schema: DRAFT_2020, exclusiveMinimum: 5 } },
    };
    expect(violationsIn([1, 6, 3], { 'main.json': schema })).toMatchObject([
      { keyword: 'exclusiveMinimum', instanceLocation: '/0' },
      { keyword: 'not', instanceLocation: '/1' },
    ]);
  });

  test('an anchor is one in the dialect around it', () => {
    const schema = { items: { $ref: '#a' }, $defs: { old: { $schema: DRAFT_07, $id: '#a', type: 'null' } } };
    expect(violationsIn([1], { 'main.json': schema })).toMatchObject([{ keyword: 'type' }]);
  });
});
