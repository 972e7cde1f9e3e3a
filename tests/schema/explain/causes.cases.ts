import { describe, expect, test } from '@jest/globals';

import { causesOf, type Cause } from '../../../src/schema/explain/causes';
import { violationsIn } from '../schema-files-of';

function causesIn(value: unknown, schema: unknown): readonly Cause[] {
  return causesOf(violationsIn(value, { 'main.json': schema }));
}

/** The token of each cause, its keyword, and the other keywords that are joined in it. */
function outline(value: unknown, schema: unknown): readonly (readonly unknown[])[] {
  return causesIn(value, schema).map(({ pointer, token, missing, violation, also }) => [
    pointer,
    token,
    ...(missing === undefined ? [] : [missing]),
    violation.keyword,
    ...also.map(({ keyword }) => keyword),
  ]);
}

describe('the token of a cause is', () => {
  test.each<
    readonly [title: string, schema: unknown, value: unknown, outline: readonly (readonly unknown[])[]]
  >([
    [
      'the value, for a value error',
      { properties: { a: { type: 'string' } } },
      { a: 1 },
      [['/a', 'value', 'type']],
    ],
    [
      'the property name, for an unknown property',
      { additionalProperties: false },
      { 'a/b': 1 },
      [['/a~1b', 'key', 'additionalProperties']],
    ],
    [
      'the property name, for a name that is wrong',
      { propertyNames: { maxLength: 1 } },
      { ab: 1 },
      [['/ab', 'key', 'propertyNames']],
    ],
    [
      'the opening of the object, for a missing property',
      { properties: { a: { required: ['b'] } } },
      { a: {} },
      [['/a', 'opening', 'b', 'required']],
    ],
    [
      'the opening of the object, for a property that another one requires',
      { dependentRequired: { a: ['b'] } },
      { a: 1 },
      [['', 'opening', 'b', 'dependentRequired']],
    ],
    [
      'the opening of the object, once for each missing property',
      { required: ['a', 'b'] },
      {},
      [
        ['', 'opening', 'a', 'required'],
        ['', 'opening', 'b', 'required'],
      ],
    ],
    ['the opening of the array, for too few items', { minItems: 2 }, [1], [['', 'opening', 'minItems']]],
    ['the first extra item, for too many items', { maxItems: 1 }, [1, 2, 3], [['/1', 'value', 'maxItems']]],
    ['the second of two equal items', { uniqueItems: true }, [1, 2, 1], [['/2', 'value', 'uniqueItems']]],
    [
      'the opening of the array, for a missing item',
      { contains: { const: 1 } },
      [2],
      [['', 'opening', 'contains']],
    ],
    [
      'the first extra item, for too many matches',
      { contains: { const: 1 }, maxContains: 1 },
      [1, 2, 1, 1],
      [['/2', 'value', 'contains']],
    ],
    [
      'the first extra item after the prefix',
      { prefixItems: [{}], items: false },
      [1, 2, 3],
      [['/1', 'value', 'items']],
    ],
    [
      'the opening of the object, for too few properties',
      { minProperties: 1 },
      {},
      [['', 'opening', 'minProperties']],
    ],
  ])('%s', (_, schema, value, expected) => {
    expect(outline(value, schema)).toEqual(expected);
  });
});

describe('one cause per token', () => {
  test.each<
    readonly [title: string, schema: unknown, value: unknown, outline: readonly (readonly unknown[])[]]
  >([
    [
      'the type comes first',
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
      'an array and its opening are one token',
      { minItems: 1, contains: {} },
      [],
      [['', 'opening', 'contains', 'minItems']],
    ],
    [
      'an unknown property is reported once',
      { allOf: [{ additionalProperties: false }, { additionalProperties: false }] },
      { a: 1 },
      [['/a', 'key', 'additionalProperties', 'additionalProperties']],
    ],
    [
      'a missing property is reported once',
      { allOf: [{ required: ['a'] }, { required: ['a'] }] },
      {},
      [['', 'opening', 'a', 'required', 'required']],
    ],
    [
      'a property name and its value are two tokens',
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

describe('a misspelled property', () => {
  const schema = {
    properties: { id: {}, min_version: {}, version: {} },
    required: ['id', 'min_version', 'version'],
    additionalProperties: false,
  };

  test('and the missing one are one cause, at its name', () => {
    expect(outline({ id: 1, version: 2, minversion: 3 }, schema)).toEqual([
      ['/minversion', 'key', 'min_version', 'additionalProperties', 'required'],
    ]);
  });

  test('is joined with only one missing property', () => {
    expect(outline({ id: 1, verson: 2, versin: 3 }, schema)).toEqual([
      ['', 'opening', 'min_version', 'required'],
      ['/verson', 'key', 'version', 'additionalProperties', 'required'],
      ['/versin', 'key', 'additionalProperties'],
    ]);
  });

  test('is not a misspelling of its opposite', () => {
    expect(outline({ id: 1, version: 2, max_version: 3 }, schema)).toEqual([
      ['', 'opening', 'min_version', 'required'],
      ['/max_version', 'key', 'additionalProperties'],
    ]);
  });

  test('is joined with a missing property of the same object only', () => {
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
      'the type shows which alternative was meant',
      { anyOf: [{ type: 'string', minLength: 3 }, { type: 'object' }] },
      'ab',
      [['', 'value', 'minLength']],
      [],
    ],
    [
      'the discriminating property shows it',
      { oneOf: shapes },
      { kind: 'circle', side: 1 },
      [
        ['', 'opening', 'radius', 'required'],
        ['/side', 'key', 'additionalProperties'],
      ],
      [0],
    ],
    [
      'the discriminating property counts more than the number of violations',
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
      'then the alternative with the deepest violation is chosen',
      { anyOf: [{ required: ['a'] }, { properties: { b: { required: ['c'] } } }] },
      { b: {} },
      [['/b', 'opening', 'c', 'required']],
      [1],
    ],
    [
      'alternatives that fail by one simple keyword each are one cause',
      { anyOf: [{ type: 'string' }, { type: 'null' }] },
      1,
      [['', 'value', 'anyOf']],
      [],
    ],
    [
      'alternatives that require one property each are one cause',
      { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      {},
      [['', 'value', 'anyOf']],
      [],
    ],
    [
      'the same applies inside the chosen alternative',
      { anyOf: [{ type: 'null' }, { properties: { a: { anyOf: [{ type: 'string' }, { type: 'null' }] } } }] },
      { a: 1 },
      [['/a', 'value', 'anyOf']],
      [],
    ],
    [
      'a misspelled property is found inside the chosen alternative',
      { oneOf: shapes },
      { kind: 'circle', raduis: 1 },
      [['/raduis', 'key', 'radius', 'additionalProperties', 'required']],
      [0],
    ],
    [
      'several matching alternatives are one cause',
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

describe('consequences are omitted:', () => {
  test.each<
    readonly [title: string, schema: unknown, value: unknown, outline: readonly (readonly unknown[])[]]
  >([
    [
      'of a condition',
      JSON.parse('{ "if": { "required": ["a"] }, "then": { "required": ["b"] } }'),
      { a: 1 },
      [['', 'opening', 'b', 'required']],
    ],
    [
      'of items that do not match `contains`',
      { contains: { type: 'string', minLength: 2 } },
      [1, 'a'],
      [['', 'opening', 'contains']],
    ],
    [
      'properties that are unevaluated only because the schema that evaluates them failed',
      {
        anyOf: [{ properties: { a: { type: 'string' } }, required: ['a'] }, { type: 'null' }],
        unevaluatedProperties: false,
      },
      { a: 1 },
      [['/a', 'value', 'type']],
    ],
    [
      'but not an unevaluated property that no schema declares',
      { allOf: [{ properties: { a: { type: 'string' } } }], unevaluatedProperties: false },
      { a: 1, zebra: 2 },
      [
        ['/a', 'value', 'type'],
        ['/zebra', 'key', 'unevaluatedProperties'],
      ],
    ],
    [
      'nor a property that only another alternative declares',
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
    [
      'properties that are unevaluated only because one deeper in the value is',
      {
        oneOf: [
          { properties: { kind: { const: 'a' }, a: {} }, required: ['kind', 'a'] },
          {
            properties: { kind: { const: 'b' }, b: { properties: { c: {} }, unevaluatedProperties: false } },
            required: ['kind', 'b'],
          },
        ],
        unevaluatedProperties: false,
      },
      { kind: 'b', b: { c: 1, extra: 2 } },
      [['/b/extra', 'key', 'unevaluatedProperties']],
    ],
    [
      'items that are unevaluated only because one deeper in the value is',
      {
        anyOf: [
          {
            prefixItems: [
              { type: 'array', prefixItems: [{ type: 'integer' }], unevaluatedItems: false },
              { type: 'string' },
            ],
            minItems: 2,
          },
          { type: 'null' },
        ],
        unevaluatedItems: false,
      },
      [[1, 2], 'x'],
      [['/0/1', 'value', 'unevaluatedItems']],
    ],
    [
      'but not an undeclared property next to a value with one',
      {
        properties: { a: { unevaluatedProperties: false } },
        unevaluatedProperties: false,
      },
      { a: { b: 1 }, c: 2 },
      [
        ['/a/b', 'key', 'unevaluatedProperties'],
        ['/c', 'key', 'unevaluatedProperties'],
      ],
    ],
  ])('%s', (_, schema, value, expected) => {
    expect(outline(value, schema)).toEqual(expected);
  });
});

test('every violation has a cause', () => {
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
