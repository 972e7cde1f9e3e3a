import { describe, expect, test } from '@jest/globals';

import type { Violation } from '../../../src/model/schemas/violation';
import { violationsIn } from '../schema-files-of';

interface Row {
  readonly keyword: string;
  readonly schema: unknown;
  readonly valid: readonly unknown[];
  readonly invalid: readonly (readonly [value: unknown, violations: readonly Violation[]])[];
}

/** A violation of a keyword at the top of main.json by the whole document, with the changes in `more`. */
function violation(
  keyword: string,
  expected: unknown,
  actual: unknown,
  more: Partial<Violation> = {},
): Violation {
  return {
    keyword,
    instanceLocation: '',
    keywordLocation: `main.json#/${keyword}`,
    expected,
    actual,
    ...more,
  };
}

const SELF = { properties: { rel: { const: 'self' } }, required: ['rel'] };
const self = { rel: 'self' };
const other = { rel: 'next' };

const ROWS: readonly Row[] = [
  {
    keyword: 'type',
    schema: { type: 'integer' },
    valid: [1, 1.0, -3],
    invalid: [
      [1.5, [violation('type', 'integer', 1.5)]],
      ['1', [violation('type', 'integer', '1')]],
      [null, [{ ...violation('type', 'integer', null), dialect: '2020-12' }]],
    ],
  },
  {
    keyword: 'type, several',
    schema: { type: ['string', 'null'] },
    valid: ['', null],
    invalid: [[[], [violation('type', ['string', 'null'], [])]]],
  },
  {
    keyword: 'enum',
    schema: { enum: ['a', 1, null, { b: [2] }] },
    valid: ['a', 1, null, { b: [2] }],
    invalid: [['A', [violation('enum', ['a', 1, null, { b: [2] }], 'A')]]],
  },
  {
    keyword: 'const',
    schema: { const: { a: 1, b: 2 } },
    valid: [{ b: 2, a: 1 }],
    invalid: [[{ a: 1 }, [violation('const', { a: 1, b: 2 }, { a: 1 })]]],
  },
  {
    keyword: 'multipleOf',
    schema: { multipleOf: 0.5 },
    valid: [0, 1.5, 'no number'],
    invalid: [[1.25, [violation('multipleOf', 0.5, 1.25)]]],
  },
  {
    keyword: 'minimum and maximum',
    schema: { minimum: 1, maximum: 3 },
    valid: [1, 3, '0'],
    invalid: [
      [0, [violation('minimum', 1, 0)]],
      [4, [violation('maximum', 3, 4)]],
    ],
  },
  {
    keyword: 'exclusiveMinimum and exclusiveMaximum',
    schema: { exclusiveMinimum: 1, exclusiveMaximum: 3 },
    valid: [2, 1.01],
    invalid: [
      [1, [violation('exclusiveMinimum', 1, 1)]],
      [3, [violation('exclusiveMaximum', 3, 3)]],
    ],
  },
  {
    keyword: 'minLength and maxLength, in characters and not in code units',
    schema: { minLength: 2, maxLength: 3 },
    valid: ['ab', '😀😀😀', 7],
    invalid: [
      ['😀', [violation('minLength', 2, '😀')]],
      ['abcd', [violation('maxLength', 3, 'abcd')]],
    ],
  },
  {
    keyword: 'pattern',
    schema: { pattern: '^v\\d+$' },
    valid: ['v2', 2],
    invalid: [['2', [violation('pattern', '^v\\d+$', '2')]]],
  },
  {
    keyword: 'format',
    schema: { format: 'date-time' },
    valid: ['2011-01-21T11:33:21Z', 7],
    invalid: [['2011-02-30T11:33:21Z', [violation('format', 'date-time', '2011-02-30T11:33:21Z')]]],
  },
  {
    keyword: 'minItems and maxItems',
    schema: { minItems: 1, maxItems: 2 },
    valid: [[1], [1, 2], {}],
    invalid: [
      [[], [violation('minItems', 1, [])]],
      [[1, 2, 3], [violation('maxItems', 2, [1, 2, 3])]],
    ],
  },
  {
    keyword: 'uniqueItems, with the two equal items',
    schema: { uniqueItems: true },
    valid: [[1, '1', [1], { a: 1 }], [[]]],
    invalid: [
      [
        [1, { a: 1, b: 2 }, 2, { b: 2, a: 1 }],
        [violation('uniqueItems', true, [1, { a: 1, b: 2 }, 2, { b: 2, a: 1 }], { items: [1, 3] })],
      ],
    ],
  },
  {
    keyword: 'uniqueItems of strings, with the second of the equal items last',
    schema: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    valid: [
      ['a', 'A'],
      ['1', '2'],
    ],
    invalid: [[['a', 'b', 'a'], [violation('uniqueItems', true, ['a', 'b', 'a'], { items: [0, 2] })]]],
  },
  {
    keyword: 'contains, with the matching items but not the violations of the others',
    schema: { contains: SELF, maxContains: 1 },
    valid: [[self], [other, self], 'no list'],
    invalid: [
      [[], [violation('contains', SELF, [], { items: [], limit: 1 })]],
      [[other, other], [violation('contains', SELF, [other, other], { items: [], limit: 1 })]],
      [[self, other, self], [violation('contains', SELF, [self, other, self], { items: [0, 2], limit: 1 })]],
    ],
  },
  {
    keyword: 'contains with minContains',
    schema: { contains: { type: 'string' }, minContains: 2 },
    valid: [
      ['a', 'b'],
      [1, 'a', 'b', 'c'],
    ],
    invalid: [[['a', 1], [violation('contains', { type: 'string' }, ['a', 1], { items: [0], limit: 2 })]]],
  },
  {
    keyword: 'contains anything',
    schema: { contains: {}, maxContains: 1 },
    valid: [[1]],
    invalid: [[[1, 2], [violation('contains', {}, [1, 2], { items: [0, 1], limit: 1 })]]],
  },
  {
    keyword: 'minProperties and maxProperties',
    schema: { minProperties: 1, maxProperties: 1 },
    valid: [{ a: 1 }],
    invalid: [
      [{}, [violation('minProperties', 1, {})]],
      [{ a: 1, b: 2 }, [violation('maxProperties', 1, { a: 1, b: 2 })]],
    ],
  },
  {
    keyword: 'required, once per missing property',
    schema: { required: ['a', 'b'] },
    valid: [{ a: null, b: 1 }, []],
    invalid: [
      [{ b: 1 }, [violation('required', ['a', 'b'], { b: 1 }, { property: 'a' })]],
      [
        {},
        [
          violation('required', ['a', 'b'], {}, { property: 'a' }),
          violation('required', ['a', 'b'], {}, { property: 'b' }),
        ],
      ],
    ],
  },
  {
    keyword: 'dependentRequired',
    schema: { dependentRequired: { a: ['b'] } },
    valid: [{ b: 1 }, { a: 1, b: 2 }],
    invalid: [
      [{ a: 1 }, [violation('dependentRequired', { a: ['b'] }, { a: 1 }, { property: 'b', because: 'a' })]],
    ],
  },
  {
    keyword: 'dependentSchemas',
    schema: { dependentSchemas: { a: { minProperties: 2 } } },
    valid: [{ a: 1, b: 2 }, {}],
    invalid: [
      [
        { a: 1 },
        [
          violation(
            'minProperties',
            2,
            { a: 1 },
            {
              keywordLocation: 'main.json#/dependentSchemas/a/minProperties',
            },
          ),
        ],
      ],
    ],
  },
  {
    keyword: 'properties and additionalProperties, with the allowed properties',
    schema: {
      properties: { 'a/b~c': { type: 'string' } },
      patternProperties: { '^x-': { type: 'number' } },
      additionalProperties: false,
    },
    valid: [{ 'a/b~c': '' }, { 'x-1': 1 }],
    invalid: [
      [
        { 'a/b~c': 1, 'x-1': '', d: 1 },
        [
          violation(
            'additionalProperties',
            false,
            { 'a/b~c': 1, 'x-1': '', d: 1 },
            {
              property: 'd',
              allowed: ['a/b~c'],
              allowedPatterns: ['^x-'],
            },
          ),
          violation('type', 'string', 1, {
            instanceLocation: '/a~1b~0c',
            keywordLocation: 'main.json#/properties/a~1b~0c/type',
          }),
          violation('type', 'number', '', {
            instanceLocation: '/x-1',
            keywordLocation: 'main.json#/patternProperties/^x-/type',
          }),
        ],
      ],
    ],
  },
  {
    keyword: 'additionalProperties with a schema',
    schema: { additionalProperties: { type: 'string' } },
    valid: [{ a: '' }],
    invalid: [
      [
        { a: 1 },
        [
          violation('type', 'string', 1, {
            instanceLocation: '/a',
            keywordLocation: 'main.json#/additionalProperties/type',
          }),
        ],
      ],
    ],
  },
  {
    keyword: 'propertyNames, with the violations of the name',
    schema: { propertyNames: { pattern: '^[a-z]+$' } },
    valid: [{ a: 1 }],
    invalid: [
      [
        { a: 1, B: 2 },
        [
          violation(
            'propertyNames',
            { pattern: '^[a-z]+$' },
            { a: 1, B: 2 },
            {
              property: 'B',
              branches: [
                [
                  violation('pattern', '^[a-z]+$', 'B', {
                    keywordLocation: 'main.json#/propertyNames/pattern',
                  }),
                ],
              ],
            },
          ),
        ],
      ],
    ],
  },
  {
    keyword: 'unevaluatedProperties, with the properties of schemas next to it',
    schema: {
      allOf: [{ properties: { a: {} } }],
      $ref: '#/$defs/b',
      unevaluatedProperties: false,
      $defs: { b: { properties: { b: {} } } },
    },
    valid: [{ a: 1, b: 2 }],
    invalid: [
      [
        { a: 1, c: 3 },
        [violation('unevaluatedProperties', false, { a: 1, c: 3 }, { property: 'c', allowed: ['a', 'b'] })],
      ],
    ],
  },
  {
    keyword: 'unevaluatedProperties, where a false condition evaluates nothing',
    schema: JSON.parse(
      '{ "if": { "properties": { "a": { "const": 1 } } }, "else": { "properties": { "b": {} } }, "unevaluatedProperties": false }',
    ),
    valid: [{ a: 1 }],
    invalid: [
      [
        { a: 2, b: 3 },
        [violation('unevaluatedProperties', false, { a: 2, b: 3 }, { property: 'a', allowed: ['a', 'b'] })],
      ],
    ],
  },
  {
    keyword: 'items',
    schema: { items: { type: 'string' } },
    valid: [['a'], []],
    invalid: [
      [
        ['a', 1],
        [
          violation('type', 'string', 1, {
            instanceLocation: '/1',
            keywordLocation: 'main.json#/items/type',
          }),
        ],
      ],
    ],
  },
  {
    keyword: 'prefixItems and items',
    schema: { prefixItems: [{ type: 'string' }], items: false },
    valid: [['a'], []],
    invalid: [
      [
        [1],
        [
          violation('type', 'string', 1, {
            instanceLocation: '/0',
            keywordLocation: 'main.json#/prefixItems/0/type',
          }),
        ],
      ],
      [['a', 2, 3], [violation('items', false, ['a', 2, 3], { items: [1] })]],
    ],
  },
  {
    keyword: 'contains for an array that is shorter than prefixItems, inside `not`',
    schema: { not: { prefixItems: [{ const: 1 }], contains: { const: 2 } } },
    valid: [[], [1], [3, 2]],
    invalid: [[[1, 2], [violation('not', { prefixItems: [{ const: 1 }], contains: { const: 2 } }, [1, 2])]]],
  },
  {
    keyword: 'contains in several arrays',
    schema: { items: { contains: { const: 1 } } },
    valid: [[[1], [2, 1]], []],
    invalid: [
      [
        [[1], []],
        [
          violation('contains', { const: 1 }, [], {
            instanceLocation: '/1',
            keywordLocation: 'main.json#/items/contains',
            items: [],
            limit: 1,
          }),
        ],
      ],
    ],
  },
  {
    keyword: 'contains for an array that is shorter than prefixItems',
    schema: { prefixItems: [{ const: 1 }, {}], contains: { const: 2 } },
    valid: [
      [1, 2],
      [1, 3, 2],
    ],
    invalid: [
      [[], [violation('contains', { const: 2 }, [], { items: [], limit: 1 })]],
      [[1], [violation('contains', { const: 2 }, [1], { items: [], limit: 1 })]],
    ],
  },
  {
    keyword: 'unevaluatedItems',
    schema: { allOf: [{ prefixItems: [{}] }], unevaluatedItems: false },
    valid: [[1]],
    invalid: [[[1, 2], [violation('unevaluatedItems', false, [1, 2], { items: [1] })]]],
  },
  {
    keyword: 'items that are not allowed',
    schema: { items: false },
    valid: [[]],
    invalid: [
      [
        ['a'],
        [
          violation('false schema', false, 'a', {
            instanceLocation: '/0',
            keywordLocation: 'main.json#/items',
          }),
        ],
      ],
    ],
  },
  {
    keyword: 'a property that is not allowed',
    schema: { properties: { a: false } },
    valid: [{}],
    invalid: [
      [
        { a: 1 },
        [
          violation('false schema', false, 1, {
            instanceLocation: '/a',
            keywordLocation: 'main.json#/properties/a',
          }),
        ],
      ],
    ],
  },
  {
    keyword: 'the schema false',
    schema: false,
    valid: [],
    invalid: [[1, [violation('false schema', false, 1, { keywordLocation: 'main.json#' })]]],
  },
  {
    keyword: 'allOf, with separate violations',
    schema: { allOf: [{ minimum: 2 }, { multipleOf: 2 }] },
    valid: [2],
    invalid: [
      [
        1,
        [
          violation('minimum', 2, 1, { keywordLocation: 'main.json#/allOf/0/minimum' }),
          violation('multipleOf', 2, 1, { keywordLocation: 'main.json#/allOf/1/multipleOf' }),
        ],
      ],
    ],
  },
  {
    keyword: 'anyOf, with only the violations of each alternative',
    schema: { not: { const: -1 }, minimum: 0, anyOf: [{ type: 'string' }, { type: 'number', minimum: 5 }] },
    valid: ['', 5],
    invalid: [
      [
        -1,
        [
          violation('not', { const: -1 }, -1),
          violation('anyOf', [{ type: 'string' }, { type: 'number', minimum: 5 }], -1, {
            branches: [
              [violation('type', 'string', -1, { keywordLocation: 'main.json#/anyOf/0/type' })],
              [violation('minimum', 5, -1, { keywordLocation: 'main.json#/anyOf/1/minimum' })],
            ],
          }),
          violation('minimum', 0, -1),
        ],
      ],
    ],
  },
  {
    keyword: 'oneOf, with the matching alternatives where several match',
    schema: { oneOf: [{ type: 'string' }, { minLength: 2 }] },
    valid: ['a', 7],
    invalid: [
      [
        'ab',
        [
          violation('oneOf', [{ type: 'string' }, { minLength: 2 }], 'ab', {
            passing: [0, 1],
          }),
        ],
      ],
    ],
  },
  {
    keyword: 'not, without the violations inside it',
    schema: { not: { required: ['a'] } },
    valid: [{}],
    invalid: [[{ a: 1 }, [violation('not', { required: ['a'] }, { a: 1 })]]],
  },
  {
    keyword: 'if, then and else, without the condition',
    schema: JSON.parse('{ "if": { "minimum": 5 }, "then": { "multipleOf": 5 }, "else": { "maximum": 0 } }'),
    valid: [5, 0, 'text'],
    invalid: [
      [6, [violation('multipleOf', 5, 6, { keywordLocation: 'main.json#/then/multipleOf' })]],
      [1, [violation('maximum', 0, 1, { keywordLocation: 'main.json#/else/maximum' })]],
    ],
  },
  {
    keyword: 'alternatives inside alternatives',
    schema: { anyOf: [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, { type: 'boolean' }] },
    valid: ['', null, true],
    invalid: [
      [
        1,
        [
          violation('anyOf', [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, { type: 'boolean' }], 1, {
            branches: [
              [
                violation('anyOf', [{ type: 'string' }, { type: 'null' }], 1, {
                  keywordLocation: 'main.json#/anyOf/0/anyOf',
                  branches: [
                    [violation('type', 'string', 1, { keywordLocation: 'main.json#/anyOf/0/anyOf/0/type' })],
                    [violation('type', 'null', 1, { keywordLocation: 'main.json#/anyOf/0/anyOf/1/type' })],
                  ],
                }),
              ],
              [violation('type', 'boolean', 1, { keywordLocation: 'main.json#/anyOf/1/type' })],
            ],
          }),
        ],
      ],
    ],
  },
];

describe.each(ROWS)('$keyword', ({ schema, valid, invalid }) => {
  const accepted = valid.map((value) => [value, []] as const);

  test.each(
    [...accepted, ...invalid].map(
      ([value, violations]) => [JSON.stringify(value), value, violations] as const,
    ),
  )('validates %s', (_, value, violations) => {
    expect(violationsIn(value, { 'main.json': schema })).toEqual(violations);
  });
});
