import { BOOLEAN, INTEGER, NUMBER, SEALED, STRING, when, type TypeCase } from './type-case';

const SIZE = { required: ['size'] };
const NO_SIZE = { not: SIZE };

/** An object with `value`, in which `size` is required where the condition holds, and forbidden elsewhere. */
function sized(value: unknown, condition: object, more: object = {}): object {
  return {
    type: 'object',
    properties: { value, size: INTEGER },
    required: ['value'],
    ...when(condition, SIZE, NO_SIZE),
    ...more,
  };
}

function valueIs(schema: unknown): object {
  return { properties: { value: schema } };
}

/** Values of `sized`: those that need a size, and those that must not have one. */
function values(
  withSize: readonly unknown[],
  without: readonly unknown[],
): Pick<TypeCase, 'accepted' | 'refused'> {
  const right = [...withSize.map((value) => ({ value, size: 1 })), ...without.map((value) => ({ value }))];
  const wrong = [...withSize.map((value) => ({ value })), ...without.map((value) => ({ value, size: 1 }))];
  return { accepted: right, refused: wrong };
}

/** What is left of a property where a condition does not hold. */
export const CONDITION_CASES: readonly TypeCase[] = [
  {
    title: 'a condition on a boolean',
    schema: sized(BOOLEAN, valueIs({ const: true })),
    ...values([true], [false]),
  },
  {
    title: 'a condition on a boolean, by a list, without `then`',
    schema: {
      type: 'object',
      properties: { on: BOOLEAN, size: INTEGER },
      required: ['on'],
      if: { properties: { on: { enum: [false] } } },
      else: SIZE,
    },
    accepted: [{ on: true, size: 1 }, { on: false }, { on: false, size: 1 }],
    refused: [{ on: true }],
  },
  {
    title: 'a condition on a boolean that is absent or not',
    schema: {
      type: 'object',
      properties: { on: BOOLEAN, size: INTEGER },
      ...when({ properties: { on: { const: true } }, required: ['on'] }, SIZE, NO_SIZE),
    },
    accepted: [{}, { on: true, size: 1 }, { on: false }],
    refused: [{ size: 1 }, { on: true }, { on: false, size: 1 }],
  },
  {
    title: 'a condition on an optional boolean, which an absent one satisfies',
    schema: {
      type: 'object',
      properties: { on: BOOLEAN, size: INTEGER },
      ...when({ properties: { on: { const: true } } }, SIZE, NO_SIZE),
    },
    accepted: [{ size: 1 }, { on: true, size: 1 }, { on: false }],
    refused: [{}, { on: true }, { on: false, size: 1 }],
  },
  {
    title: 'a condition on a boolean of a sealed object',
    schema: {
      type: 'object',
      properties: { on: BOOLEAN },
      required: ['on'],
      ...when(
        { properties: { on: { const: true } } },
        { properties: { size: INTEGER }, ...SIZE },
        { properties: { why: STRING }, required: ['why'] },
      ),
      ...SEALED,
    },
    accepted: [
      { on: true, size: 1 },
      { on: false, why: 'x' },
    ],
    refused: [{ on: true }, { on: true, why: 'x' }, { on: false }, { on: false, size: 1 }],
  },
  {
    title: 'conditions on null',
    schema: sized({ type: ['string', 'null'] }, valueIs({ const: null })),
    ...values([null], ['x']),
  },
  {
    title: 'a condition on one of several types',
    schema: sized(
      { type: ['string', 'boolean', 'object', 'array'] },
      valueIs({ type: ['object', 'boolean'] }),
    ),
    ...values([{}, true], ['x', []]),
  },
  {
    title: 'a condition on the type of items',
    schema: sized({ type: ['string', 'array'], items: STRING }, valueIs({ type: 'array' })),
    ...values([['x']], ['x']),
  },
  {
    title: 'a condition on one of several booleans and literals',
    schema: sized({ enum: [true, false, 'x', 1, null] }, valueIs({ enum: [false, 1] })),
    ...values([false, 1], [true, 'x', null]),
  },
  {
    title: 'conditions on two properties together',
    schema: {
      type: 'object',
      properties: { a: { enum: ['x', 'y'] }, on: BOOLEAN, size: INTEGER },
      required: ['a', 'on'],
      ...when({ properties: { a: { const: 'x' }, on: { const: true } } }, SIZE, NO_SIZE),
    },
    accepted: [
      { a: 'x', on: true, size: 1 },
      { a: 'y', on: true },
      { a: 'x', on: false },
    ],
    refused: [
      { a: 'x', on: true },
      { a: 'y', on: true, size: 1 },
      { a: 'x', on: false, size: 1 },
    ],
  },
  {
    title: 'several conditions in `allOf`',
    schema: {
      type: 'object',
      properties: { on: BOOLEAN, off: BOOLEAN, size: INTEGER, why: STRING },
      required: ['on', 'off'],
      allOf: [
        when({ properties: { on: { const: true } } }, SIZE),
        when({ properties: { off: { const: false } } }, { required: ['why'] }),
      ],
    },
    accepted: [
      { on: false, off: true },
      { on: true, off: true, size: 1 },
      { on: false, off: false, why: 'x' },
      { on: true, off: false, size: 1, why: 'x' },
    ],
    refused: [
      { on: true, off: true },
      { on: false, off: false },
      { on: true, off: false, size: 1 },
      { on: true, off: false, why: 'x' },
    ],
  },
  {
    title: 'conditions and properties over references',
    schema: sized(
      { $ref: '#/$defs/flag' },
      { $ref: '#/$defs/isOn' },
      {
        $defs: {
          flag: { type: 'boolean', description: 'A flag.' },
          isOn: { properties: { value: { const: true } } },
        },
      },
    ),
    ...values([true], [false]),
  },
  {
    title: 'a condition on a property inside a property',
    schema: sized(
      { type: 'object', properties: { on: BOOLEAN, other: NUMBER }, required: ['on'] },
      valueIs({ properties: { on: { const: true } } }),
    ),
    ...values([{ on: true }], [{ on: false }, { on: false, other: 1 }]),
  },
  {
    title: '`not` as a condition',
    schema: sized({ enum: ['a', 'b', 'c'] }, { not: valueIs({ const: 'a' }) }),
    ...values(['b', 'c'], ['a']),
  },
  {
    title: '`not` as a condition on a boolean',
    schema: sized(BOOLEAN, { not: valueIs({ const: true }) }),
    ...values([false], [true]),
  },
  {
    title: '`not` as a condition, over a reference and twice',
    schema: sized(
      { enum: ['a', 'b'] },
      { not: { not: { $ref: '#/$defs/isA' } } },
      {
        $defs: { isA: valueIs({ const: 'a' }) },
      },
    ),
    ...values(['a'], ['b']),
  },
  {
    title: '`not` as a condition on what is present',
    schema: {
      type: 'object',
      properties: { a: STRING, b: STRING },
      ...when({ not: { required: ['a'] } }, { required: ['b'] }, { not: { required: ['b'] } }),
    },
    accepted: [{ b: 'x' }, { a: 'x' }],
    refused: [{}, { a: 'x', b: 'x' }],
  },
  {
    title: '`not` as a condition that types cannot say, in a sealed object',
    schema: {
      type: 'object',
      properties: { name: STRING },
      required: ['name'],
      ...when(
        { not: { properties: { name: { pattern: '^v' } } } },
        { properties: { x: INTEGER }, required: ['x'] },
        { properties: { y: STRING } },
      ),
      ...SEALED,
    },
    accepted: [{ name: 'other', x: 1 }, { name: 'v1' }, { name: 'v1', y: 'x' }],
    refused: [{ name: 1 }, { name: 'other', x: 1, y: 'x' }, { name: 'other', x: 'x' }, { name: 'v1', z: 1 }],
    beyond: [{ name: 'other' }, { name: 'v1', x: 1 }],
  },
  {
    title: '`not` as a condition, which evaluates nothing',
    schema: {
      type: 'object',
      properties: { b: STRING },
      ...when({ not: { properties: { a: { const: 1 } } } }, { required: ['b'] }),
      ...SEALED,
    },
    accepted: [{}, { b: 'x' }],
    refused: [{ a: 1 }, { a: 2 }, { a: 2, b: 'x' }],
  },
  {
    title: '`anyOf` and `oneOf` as conditions',
    schema: sized(
      { enum: ['a', 'b', 'c', 'd'] },
      {
        anyOf: [valueIs({ const: 'a' }), { oneOf: [valueIs({ const: 'b' }), valueIs({ const: 'c' })] }],
      },
    ),
    ...values(['a', 'b', 'c'], ['d']),
  },
  {
    title: '`allOf`, `not` and a condition as a condition',
    schema: sized(
      { enum: ['a', 'b', 'c', 'd'] },
      {
        allOf: [
          { not: valueIs({ const: 'a' }) },
          when(valueIs({ enum: ['b', 'c'] }), valueIs({ const: 'b' }), valueIs({ const: 'd' })),
        ],
      },
    ),
    ...values(['b', 'd'], ['a', 'c']),
  },
  {
    title: '`not` with alternatives, types and dependencies',
    schema: {
      type: 'object',
      properties: {
        a: { type: ['string', 'boolean', 'number'], not: { anyOf: [{ type: 'string' }, { const: true }] } },
        b: { type: ['integer', 'string', 'null'], not: { type: ['null', 'integer'] } },
        c: NUMBER,
        d: NUMBER,
      },
      not: { dependentRequired: { c: ['d'] } },
    },
    accepted: [
      { c: 1, a: false },
      { c: 1, b: 'x' },
    ],
    refused: [{}, { d: 1 }, { c: 1, d: 1 }, { c: 1, a: 'x' }, { c: 1, a: true }, { c: 1, b: null }],
    beyond: [{ c: 1, b: 1 }],
  },
  {
    title: 'numbers that are no integers, and objects, which a type does not exclude',
    schema: {
      type: 'object',
      properties: { a: { type: ['number', 'string'] }, b: { enum: [{ x: 1 }, { y: 2 }] }, size: INTEGER },
      required: ['a'],
      ...when({ properties: { a: { type: 'integer' }, b: { const: { x: 1 } } } }, SIZE),
    },
    accepted: [{ a: 1, size: 1 }, { a: 1, b: { y: 2 } }, { a: 1.5 }, { a: 'x' }],
    refused: [{ b: { x: 1 } }, { a: null }],
    beyond: [{ a: 1, b: { x: 1 } }],
  },
  {
    title: '`unevaluatedItems`, next to `not` and `const`, which evaluate nothing',
    schema: {
      type: 'object',
      properties: {
        a: { type: 'array', not: { not: { prefixItems: [STRING] } }, unevaluatedItems: false },
        b: { const: [], unevaluatedItems: false },
      },
    },
    accepted: [{ a: [], b: [] }],
    refused: [{ a: ['x'] }, { a: [1] }, { b: [1] }],
  },
];
