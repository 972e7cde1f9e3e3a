import { describe, expect, test } from '@jest/globals';

import { causesOf, type Cause } from '../../../src/schema/explain/causes';
import { violationsIn } from '../schema-files-of';

function causesIn(value: unknown, schema: unknown): readonly Cause[] {
  return causesOf(violationsIn(value, { 'main.json': schema }));
}

/** Where each cause is seen, its keyword, and the other keywords that it takes in. */
function outline(value: unknown, schema: unknown): readonly (readonly unknown[])[] {
  return causesIn(value, schema).map(({ pointer, token, missing, violation, also }) => [
    pointer,
    token,
    ...(missing === undefined ? [] : [missing]),
    violation.keyword,
    ...also.map(({ keyword }) => keyword),
  ]);
}

describe('what is seen where', () => {
  test.each<
    readonly [title: string, schema: unknown, value: unknown, outline: readonly (readonly unknown[])[]]
  >([
    [
      'a value error at the value',
      { properties: { a: { type: 'string' } } },
      { a: 1 },
      [['/a', 'value', 'type']],
    ],
    [
      'a key error at the key',
      { additionalProperties: false },
      { 'a/b': 1 },
      [['/a~1b', 'key', 'additionalProperties']],
    ],
    [
      'a bad name at the key',
      { propertyNames: { maxLength: 1 } },
      { ab: 1 },
      [['/ab', 'key', 'propertyNames']],
    ],
    [
      'a missing key at the opening of its object',
      { properties: { a: { required: ['b'] } } },
      { a: {} },
      [['/a', 'opening', 'b', 'required']],
    ],
    [
      'a key that another needs, there too',
      { dependentRequired: { a: ['b'] } },
      { a: 1 },
      [['', 'opening', 'b', 'dependentRequired']],
    ],
    [
      'each missing key for itself',
      { required: ['a', 'b'] },
      {},
      [
        ['', 'opening', 'a', 'required'],
        ['', 'opening', 'b', 'required'],
      ],
    ],
    ['too few items at the opening', { minItems: 2 }, [1], [['', 'opening', 'minItems']]],
    ['too many at the first that is too many', { maxItems: 1 }, [1, 2, 3], [['/1', 'value', 'maxItems']]],
    ['equal items at the second', { uniqueItems: true }, [1, 2, 1], [['/2', 'value', 'uniqueItems']]],
    [
      'an item that must be there at the opening',
      { contains: { const: 1 } },
      [2],
      [['', 'opening', 'contains']],
    ],
    [
      'a match too many at that item',
      { contains: { const: 1 }, maxContains: 1 },
      [1, 2, 1, 1],
      [['/2', 'value', 'contains']],
    ],
    [
      'an item without a place at that item',
      { prefixItems: [{}], items: false },
      [1, 2, 3],
      [['/1', 'value', 'items']],
    ],
    ['too few keys at the opening', { minProperties: 1 }, {}, [['', 'opening', 'minProperties']]],
  ])('%s', (_, schema, value, expected) => {
    expect(outline(value, schema)).toEqual(expected);
  });
});

describe('one cause a token', () => {
  test.each<
    readonly [title: string, schema: unknown, value: unknown, outline: readonly (readonly unknown[])[]]
  >([
    [
      'the type says most',
      { minimum: 1, enum: ['a'], type: 'string' },
      0,
      [['', 'value', 'type', 'enum', 'minimum']],
    ],
    [
      'then the format, the pattern, the length',
      { minLength: 9, pattern: '^x', format: 'date' },
      'a',
      [['', 'value', 'format', 'pattern', 'minLength']],
    ],
    [
      'a list is where it opens',
      { minItems: 1, contains: {} },
      [],
      [['', 'opening', 'contains', 'minItems']],
    ],
    [
      'an unknown key is unknown once',
      { allOf: [{ additionalProperties: false }, { additionalProperties: false }] },
      { a: 1 },
      [['/a', 'key', 'additionalProperties', 'additionalProperties']],
    ],
    [
      'a missing key is missing once',
      { allOf: [{ required: ['a'] }, { required: ['a'] }] },
      {},
      [['', 'opening', 'a', 'required', 'required']],
    ],
    [
      'the key and its value are two',
      {
        properties: { a: {} },
        additionalProperties: false,
        patternProperties: { '^b': { type: 'null' } },
        propertyNames: { maxLength: 1 },
      },
      { bb: 1 },
      [
        ['/bb', 'key', 'propertyNames'],
        ['/bb', 'value', 'type'],
      ],
    ],
  ])('%s', (_, schema, value, expected) => {
    expect(outline(value, schema)).toEqual(expected);
  });
});

describe('a misspelt key', () => {
  const schema = {
    properties: { id: {}, min_version: {}, version: {} },
    required: ['id', 'min_version', 'version'],
    additionalProperties: false,
  };

  test('and the missing one are one cause, at the key', () => {
    expect(outline({ id: 1, version: 2, minversion: 3 }, schema)).toEqual([
      ['/minversion', 'key', 'min_version', 'additionalProperties', 'required'],
    ]);
  });

  test('stands for one missing key only', () => {
    expect(outline({ id: 1, verson: 2, versin: 3 }, schema)).toEqual([
      ['', 'opening', 'min_version', 'required'],
      ['/verson', 'key', 'version', 'additionalProperties', 'required'],
      ['/versin', 'key', 'additionalProperties'],
    ]);
  });

  test('is no misspelling of its opposite', () => {
    expect(outline({ id: 1, version: 2, max_version: 3 }, schema)).toEqual([
      ['', 'opening', 'min_version', 'required'],
      ['/max_version', 'key', 'additionalProperties'],
    ]);
  });

  test('is paired with what is missing in its own object', () => {
    expect(
      outline(
        [
          { id: 1, version: 2 },
          { id: 1, version: 2, min_version: 3, min_versio: 4 },
        ],
        { items: schema },
      ),
    ).toEqual([
      ['/0', 'opening', 'min_version', 'required'],
      ['/1/min_versio', 'key', 'additionalProperties'],
    ]);
  });
});

describe('under anyOf and oneOf', () => {
  const circle = {
    properties: { kind: { const: 'circle' }, radius: { type: 'number' } },
    required: ['kind', 'radius'],
    additionalProperties: false,
  };
  const square = {
    properties: {
      kind: { enum: ['square', 'rectangle'] },
      side: { type: 'number' },
      unit: { type: 'string' },
    },
    required: ['kind', 'side'],
    additionalProperties: false,
  };
  const shapes = [circle, square, { type: 'null' }];

  test.each<
    readonly [
      title: string,
      schema: unknown,
      value: unknown,
      outline: readonly (readonly unknown[])[],
      meant: readonly number[],
    ]
  >([
    [
      'the type tells which was meant',
      { anyOf: [{ type: 'string', minLength: 3 }, { type: 'object' }] },
      'ab',
      [['', 'value', 'minLength']],
      [],
    ],
    [
      'the discriminating key tells',
      { oneOf: shapes },
      { kind: 'circle', side: 1 },
      [
        ['', 'opening', 'radius', 'required'],
        ['/side', 'key', 'additionalProperties'],
      ],
      [0],
    ],
    [
      'and tells before the number of violations does',
      { oneOf: shapes },
      { kind: 'circle', side: 1, unit: 'm' },
      [
        ['', 'opening', 'radius', 'required'],
        ['/side', 'key', 'additionalProperties'],
        ['/unit', 'key', 'additionalProperties'],
      ],
      [0],
    ],
    [
      'a discriminator that no alternative has is one cause, at the discriminator',
      { anyOf: shapes },
      { kind: 'sqare', side: 1 },
      [['/kind', 'value', 'const']],
      [],
    ],
    [
      'then the one that fails deepest inside',
      { anyOf: [{ required: ['a'] }, { properties: { b: { required: ['c'] } } }] },
      { b: {} },
      [['/b', 'opening', 'c', 'required']],
      [1],
    ],
    [
      'alternatives that want one plain thing each are one cause',
      { anyOf: [{ type: 'string' }, { type: 'null' }] },
      1,
      [['', 'value', 'anyOf']],
      [],
    ],
    [
      'and so are keys of which one is required',
      { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      {},
      [['', 'value', 'anyOf']],
      [],
    ],
    [
      'within the one that was meant, the same holds',
      { anyOf: [{ type: 'null' }, { properties: { a: { anyOf: [{ type: 'string' }, { type: 'null' }] } } }] },
      { a: 1 },
      [['/a', 'value', 'anyOf']],
      [],
    ],
    [
      'a misspelt key is found within the one that was meant',
      { oneOf: shapes },
      { kind: 'circle', raduis: 1 },
      [['/raduis', 'key', 'radius', 'additionalProperties', 'required']],
      [0],
    ],
    [
      'several that match are one cause',
      { oneOf: [{ type: 'string' }, { minLength: 1 }] },
      'a',
      [['', 'value', 'oneOf']],
      [],
    ],
    [
      'other violations of the value remain',
      { minProperties: 9, anyOf: [{ properties: { a: { type: 'string' } } }, { type: 'null' }] },
      { a: 1 },
      [
        ['/a', 'value', 'type'],
        ['', 'opening', 'minProperties'],
      ],
      [],
    ],
  ])('%s', (_, schema, value, expected, meant) => {
    expect(outline(value, schema)).toEqual(expected);
    const [cause] = causesIn(value, schema);
    expect(cause?.meant.map(({ index }) => index)).toEqual(meant);
  });
});

describe('fallout is left out', () => {
  test.each<
    readonly [title: string, schema: unknown, value: unknown, outline: readonly (readonly unknown[])[]]
  >([
    [
      'of the condition',
      JSON.parse('{ "if": { "required": ["a"] }, "then": { "required": ["b"] } }'),
      { a: 1 },
      [['', 'opening', 'b', 'required']],
    ],
    [
      'of the items that do not match `contains`',
      { contains: { type: 'string', minLength: 2 } },
      [1, 'a'],
      [['', 'opening', 'contains']],
    ],
    [
      'of what is unevaluated only because what would have evaluated it failed',
      {
        anyOf: [{ properties: { a: { type: 'string' } }, required: ['a'] }, { type: 'null' }],
        unevaluatedProperties: false,
      },
      { a: 1 },
      [['/a', 'value', 'type']],
    ],
    [
      'but not of a key that nothing knows',
      { allOf: [{ properties: { a: { type: 'string' } } }], unevaluatedProperties: false },
      { a: 1, zebra: 2 },
      [
        ['/a', 'value', 'type'],
        ['/zebra', 'key', 'unevaluatedProperties'],
      ],
    ],
    [
      'nor of a key that only another alternative knows',
      {
        oneOf: [
          { properties: { kind: { const: 1 } }, required: ['kind'] },
          { properties: { kind: { const: 2 }, extra: {} }, required: ['kind'] },
        ],
        unevaluatedProperties: false,
      },
      { kind: 1, extra: 2 },
      [['/extra', 'key', 'unevaluatedProperties']],
    ],
  ])('%s', (_, schema, value, expected) => {
    expect(outline(value, schema)).toEqual(expected);
  });
});

test('there is a cause wherever there is a violation', () => {
  const union = {
    keyword: 'anyOf',
    instanceLocation: '',
    keywordLocation: 'x#/anyOf',
    expected: [],
    actual: 1,
  };
  expect(causesOf([{ ...union, branches: [] }])).toHaveLength(1);
  expect(causesOf([{ ...union, branches: [[], []] }])).toHaveLength(1);
  expect(causesOf([])).toEqual([]);
});
