import { describe, expect, test } from '@jest/globals';

import { isJsonObject, type JsonObject } from '../../src/model/json/json-value';
import { violationsIn } from './schema-files-of';

const BAD = { type: 'string', pattern: '\\A[a-z]+\\Z' };

/** The linter takes an object with a literal `then` for a promise. */
function ifThen(condition: unknown, consequence: unknown, otherwise: unknown = true): JsonObject {
  const [first, second, third] = [condition, consequence, otherwise].map((part) => JSON.stringify(part));
  const schema: unknown = JSON.parse(`{"if": ${first}, "then": ${second}, "else": ${third}}`);
  return isJsonObject(schema) ? schema : {};
}

/** Where each violation is, and its keyword. */
function found(value: unknown, schema: unknown): readonly string[] {
  return violationsIn(value, { 'main.json': schema }).map(
    ({ keyword, keywordLocation, instanceLocation }) =>
      `${instanceLocation} ${keyword} ${keywordLocation.replace('main.json', '')}`,
  );
}

describe('only an unreadable pattern is not checked', () => {
  test('the other keywords next to it are', () => {
    expect(found({ a: 'A1' }, { properties: { a: BAD } })).toEqual([]);
    expect(found({ a: 1 }, { properties: { a: BAD } })).toEqual(['/a type #/properties/a/type']);
  });

  test('a property may be one that an unreadable pattern describes', () => {
    const schema = {
      properties: { id: { type: 'string' } },
      patternProperties: { '\\Ax_': { type: 'integer' }, '^y_': { type: 'integer' } },
      additionalProperties: false,
    };
    expect(found({ x_a: 1, other: 2, id: 'a' }, schema)).toEqual([]);
    expect(found({ y_a: 'a', id: 1 }, schema)).toEqual([
      '/id type #/properties/id/type',
      '/y_a type #/patternProperties/^y_/type',
    ]);
    const { additionalProperties, ...open } = schema;
    expect(found({ z: 1 }, { allOf: [open], unevaluatedProperties: additionalProperties })).toEqual([]);
  });

  test('what it leaves undecided is not refused', () => {
    expect(found('abc', { not: BAD })).toEqual([]);
    expect(found('abc', { not: { anyOf: [{ type: 'number' }, { not: { not: BAD } }] } })).toEqual([]);
    expect(found('abc', { oneOf: [BAD, { type: 'string' }] })).toEqual([]);
    expect(found(['a', 'b'], { contains: BAD, maxContains: 1 })).toEqual([]);
    expect(found('abc', ifThen(BAD, { maxLength: 1 }, { minLength: 9 }))).toEqual([]);
    expect(
      found('abc', { not: { $ref: '#/$defs/a' }, $defs: { a: { allOf: [{ $ref: '#/$defs/b' }] }, b: BAD } }),
    ).toEqual([]);
    expect(
      found(
        { a: 'abc', b: 1 },
        {
          ...ifThen({ properties: { a: BAD } }, { properties: { b: { type: 'string' } } }),
          unevaluatedProperties: false,
        },
      ),
    ).toEqual([' unevaluatedProperties #/unevaluatedProperties']);
  });

  test('what it leaves decided is', () => {
    expect(found(1, { oneOf: [BAD, { type: 'null' }] })).toEqual([' oneOf #/oneOf']);
    expect(found('a', { not: { type: 'string' }, properties: { a: BAD } })).toEqual([' not #/not']);
    expect(found([1], { contains: BAD })).toEqual([' contains #/contains']);
    expect(found(1, { anyOf: [BAD, { type: 'null' }] })).toEqual([' anyOf #/anyOf']);
    expect(found({ a: 1 }, ifThen({ required: ['a'] }, { properties: { a: BAD } }))).toEqual([
      '/a type #/then/properties/a/type',
    ]);
  });

  test('in a definition that several schemas use', () => {
    const schemas = {
      'main.json': {
        properties: { a: { $ref: 'defs.json#/$defs/name' }, b: { not: { $ref: 'defs.json#/$defs/name' } } },
      },
      'defs.json': { $defs: { name: { ...BAD, maxLength: 3 } } },
    };
    expect(violationsIn({ a: 'abcd', b: 'ab' }, schemas)).toMatchObject([
      { instanceLocation: '/a', keyword: 'maxLength', keywordLocation: 'defs.json#/$defs/name/maxLength' },
    ]);
  });
});

test('a needless escape is read as its character, in the verdict and its explanation', () => {
  const schema = {
    properties: { a: { pattern: '^[a-z\\_]+\\-\\p{L}$' } },
    patternProperties: { '^x\\_': { type: 'integer' } },
  };
  expect(found({ a: 'a_b-é', x_1: 1 }, schema)).toEqual([]);
  expect(found({ a: 'a_b-1', x_1: 'a' }, schema)).toEqual([
    '/a pattern #/properties/a/pattern',
    '/x_1 type #/patternProperties/^x\\_/type',
  ]);
});
