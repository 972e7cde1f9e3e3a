import { describe, expect, test } from '@jest/globals';

import { violationsIn } from '../schema-files-of';

/** Where a value is refused: keyword and place of each violation, with the property or items it names. */
function refusals(schema: unknown, value: unknown): readonly string[] {
  return violationsIn(value, { 'main.json': schema }).map(
    ({ keyword, instanceLocation, property, items }) =>
      `${keyword} at ${instanceLocation || '/'}${property === undefined ? '' : ` ${property}`}${items === undefined ? '' : ` ${items.join()}`}`,
  );
}

const NAME = { properties: { name: { type: 'string' } } };

describe('unevaluatedProperties', () => {
  test.each<[what: string, schema: object, accepted: unknown, refused: unknown, reasons: readonly string[]]>([
    [
      'counts what a reference and the alternative that matches evaluate',
      {
        $defs: { name: NAME },
        $ref: '#/$defs/name',
        oneOf: [
          { properties: { kind: { const: 'a' }, size: true }, required: ['size'] },
          { properties: { volume: { type: 'number' } }, required: ['volume'] },
        ],
        unevaluatedProperties: false,
      },
      { name: 'x', volume: 1 },
      { name: 'x', volume: 1, kind: 'a' },
      ['unevaluatedProperties at / kind'],
    ],
    [
      'does not count what a failing alternative of `anyOf` evaluates',
      { anyOf: [NAME, { properties: { id: { type: 'string' } } }], unevaluatedProperties: false },
      { name: 'x', id: 'y' },
      { name: 'x', id: 1 },
      ['unevaluatedProperties at / id'],
    ],
    [
      'counts `if` only where it holds',
      JSON.parse(
        '{ "if": { "properties": { "a": { "const": 1 } }, "required": ["a"] }, "then": { "properties": { "b": true } }, "unevaluatedProperties": false }',
      ),
      { a: 1, b: 2 },
      { a: 2 },
      ['unevaluatedProperties at / a'],
    ],
    [
      'never counts what `not` evaluates',
      { not: { properties: { a: { const: 1 } }, required: ['a'] }, unevaluatedProperties: false },
      {},
      { a: 2 },
      ['unevaluatedProperties at / a'],
    ],
    [
      'counts dependent schemas whose property is there',
      {
        properties: { a: true },
        dependentSchemas: { a: { properties: { b: true } } },
        unevaluatedProperties: false,
      },
      { a: 1, b: 1 },
      { b: 1 },
      ['unevaluatedProperties at / b'],
    ],
    [
      'does not see its cousins',
      { allOf: [NAME, { unevaluatedProperties: false }] },
      {},
      { name: 'x' },
      ['unevaluatedProperties at / name'],
    ],
    [
      'counts what an inner one evaluated',
      { allOf: [{ ...NAME, unevaluatedProperties: { type: 'integer' } }], unevaluatedProperties: false },
      { name: 'x', other: 1 },
      { name: 'x', other: 'y' },
      ['type at /other'],
    ],
    [
      'names properties of every object, such as constructor',
      { patternProperties: { '^x-': true }, unevaluatedProperties: false },
      { 'x-constructor': 1 },
      { constructor: 1 },
      ['unevaluatedProperties at / constructor'],
    ],
  ])('%s', (_, schema, accepted, refused, reasons) => {
    expect(refusals(schema, accepted)).toEqual([]);
    expect(refusals(schema, refused)).toEqual(reasons);
  });

  test('does not report a property that was evaluated and is wrong', () => {
    expect(refusals({ ...NAME, unevaluatedProperties: false }, { name: 1, other: 2 })).toEqual([
      'type at /name',
      'unevaluatedProperties at / other',
    ]);
  });
});

describe('unevaluatedItems', () => {
  test.each<[what: string, schema: object, accepted: unknown, refused: unknown, reasons: readonly string[]]>([
    [
      'counts the prefix',
      { prefixItems: [{ type: 'string' }], unevaluatedItems: false },
      ['a'],
      ['a', 1],
      ['unevaluatedItems at / 1'],
    ],
    [
      'counts the items that `contains` matches',
      { contains: { type: 'string' }, unevaluatedItems: false },
      ['a', 'b'],
      ['a', 1, 'b'],
      ['unevaluatedItems at / 1'],
    ],
    [
      'evaluates items where it is true',
      { allOf: [{ prefixItems: [true], unevaluatedItems: true }], unevaluatedItems: false },
      [1, 2, 3],
      null,
      [],
    ],
    [
      'applies its schema to the items that are left',
      { prefixItems: [{ type: 'string' }], unevaluatedItems: { type: 'integer' } },
      ['a', 1, 2],
      ['a', 1, 'b'],
      ['type at /2'],
    ],
  ])('%s', (_, schema, accepted, refused, reasons) => {
    expect(refusals(schema, accepted)).toEqual([]);
    expect(refusals(schema, refused)).toEqual(reasons);
  });
});

describe('numbers', () => {
  test.each([
    [0.01, [0, 19.99, -0.07, 1e20, 4.35], [0.001, 19.999]],
    [1e-8, [1e-8, 12345.67890123], [1e-9]],
    [0.5, [1e308, -2.5], [0.25]],
    [3, [9, -6, 3e21], [10, 1.5, 1e21]],
  ])('multiples of %s are computed in decimals', (multipleOf, right, wrong) => {
    const isRefused = (value: number) => refusals({ multipleOf }, value).length > 0;
    expect(right.filter(isRefused)).toEqual([]);
    expect(wrong.filter((value) => !isRefused(value))).toEqual([]);
  });
});
