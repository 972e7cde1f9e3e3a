import { expect, test } from '@jest/globals';

import { describeCause } from '../../../src/rules/violations/describe-cause';
import { causesOf } from '../../../src/schema/explain/causes';
import { violationsIn } from '../../schema/schema-files-of';

/** A schema, a value, and the messages. */
type Row = readonly [schema: unknown, value: unknown, ...messages: string[]];

const VOLUME = {
  properties: { kind: { const: 'volume' }, size: { type: 'integer' } },
  required: ['kind', 'size'],
};
const IMAGE = {
  title: 'Image',
  properties: { kind: { const: 'image' }, format: { type: 'string' } },
  required: ['kind'],
};

const TYPES: readonly Row[] = [
  [{ type: 'string' }, 2.6, 'expected a string, got 2.6: put it in quotes'],
  [{ type: 'string' }, true, 'expected a string, got true: put it in quotes'],
  [{ type: 'string' }, null, 'expected a string, got null'],
  [{ type: 'string' }, [1], 'expected a string, got an array'],
  [{ type: 'object' }, [], 'expected an object, got an empty array'],
  [{ type: 'array' }, {}, 'expected an array, got an empty object'],
  [{ type: ['string', 'null'] }, 5, 'expected a string or null, got 5: put it in quotes'],
  [{ type: 'integer' }, '5', 'expected an integer, got "5": remove the quotes'],
  [{ type: 'integer' }, '1_000', 'expected an integer, got "1_000": write 1000'],
  [{ type: ['number', 'null'] }, '-1_0', 'expected a number or null, got "-1_0": write -10'],
  [{ type: 'integer' }, '1__0', 'expected an integer, got "1__0"'],
  [{ type: 'number' }, '2.10', 'expected a number, got "2.10": remove the quotes'],
  [{ type: 'integer' }, '2.5', 'expected an integer, got "2.5"'],
  [{ type: 'boolean' }, 'true', 'expected a boolean, got "true": remove the quotes'],
  [{ type: ['object', 'null'] }, 'null', 'expected an object or null, got "null": remove the quotes'],
  [{ type: 'object' }, '{ "a": 1 }', 'expected an object, got "{ \\"a\\": 1 }": remove the quotes'],
  [{ type: 'array' }, ' []\n', 'expected an array, got " []\\n": remove the quotes'],
  [{ type: 'array' }, '{}', 'expected an array, got "{}"'],
  [{ type: 'array' }, '[id]', 'expected an array, got "[id]"'],
  [{ type: 'integer' }, 2.5, 'expected an integer, got 2.5'],
  [{ type: ['integer', 'string'] }, 2.5, 'expected an integer or a string, got 2.5'],
];

const VALUES: readonly Row[] = [
  [
    { enum: ['CURRENT', 'SUPPORTED'] },
    'SUPORTED',
    'expected one of "CURRENT", "SUPPORTED", got "SUPORTED": did you mean "SUPPORTED"?',
  ],
  [{ enum: ['CURRENT', 'SUPPORTED'] }, 'gone', 'expected one of "CURRENT", "SUPPORTED", got "gone"'],
  [{ enum: ['2.1', '2.2'] }, 2.1, 'expected one of "2.1", "2.2", got 2.1: put it in quotes'],
  [
    { enum: [2.1, 2.6] },
    '2.10',
    'expected one of 2.1, 2.6, got "2.10": the schema lists numbers: put them in quotes there, or remove the quotes here',
  ],
  [{ enum: [2.1, 'latest'] }, '2.10', 'expected one of 2.1, "latest", got "2.10"'],
  [{ enum: [2.1] }, 'v2', 'expected 2.1, got "v2"'],
  [{ enum: ['a b', 1, null] }, {}, 'expected one of "a b", 1, null, got an empty object'],
  [{ enum: [1] }, { a: 1 }, 'expected 1, got an object'],
  [{ const: 'v2.0' }, 'v2', 'expected "v2.0", got "v2"'],
  [{ const: '' }, [], 'expected "", got an empty array'],
  [{ multipleOf: 2 }, 5, 'expected a multiple of 2, got 5'],
  [{ minimum: 1 }, 0, 'expected at least 1, got 0'],
  [{ exclusiveMinimum: 0 }, 0, 'expected more than 0, got 0'],
  [{ maximum: 1 }, 2, 'expected at most 1, got 2'],
  [{ exclusiveMaximum: 2 }, 2, 'expected less than 2, got 2'],
  [{ minLength: 1 }, '', 'expected at least 1 character, got an empty string'],
  [{ minLength: 3 }, 'é😀', 'expected at least 3 characters, got 2 in "é😀"'],
  [{ maxLength: 1 }, 'ab', 'expected at most 1 character, got 2 in "ab"'],
  [{ pattern: '^v\\d+$' }, 'x', 'expected a string that matches ^v\\d+$, got "x"'],
  [{ format: 'ipv4' }, '1.2.3', 'expected an ipv4, got "1.2.3": write it like 192.0.2.1'],
  [{ format: 'uuid' }, 'x', 'expected a uuid, got "x": write it like 9d1c3b5e-0f64-4b54-8a7f-2c1d0e9f8a7b'],
  [
    { format: 'uri' },
    '/v2/',
    'expected a uri, got "/v2/": write the whole URL, or use the format uri-reference',
  ],
  [{ format: 'date' }, '2011-02-30', 'expected a date, got "2011-02-30": the day does not exist'],
  [{ format: 'date' }, 'x', 'expected a date, got "x": write it like 2011-01-21'],
  [{ format: 'time' }, 'x', 'expected a time, got "x": write it like 11:33:21Z'],
  [
    { format: 'date-time' },
    '2011-02-30T11:33:21Z',
    'expected a date-time, got "2011-02-30T11:33:21Z": the day does not exist',
  ],
  [
    { format: 'date-time' },
    '2011-02-20T25:33:21Z',
    'expected a date-time, got "2011-02-20T25:33:21Z": the time does not exist',
  ],
  [{ format: 'date-time' }, '2011-02-20', 'expected a date-time, got "2011-02-20": add the time'],
  [
    { format: 'date-time' },
    '2011-02-20 11:33:21Z',
    'expected a date-time, got "2011-02-20 11:33:21Z": put a T between day and time',
  ],
  [
    { format: 'date-time' },
    '2011-02-20T11:33:21',
    'expected a date-time, got "2011-02-20T11:33:21": add a time zone, such as Z for UTC',
  ],
  [
    { format: 'date-time' },
    '2011-02-20T11:33:21+99:00',
    'expected a date-time, got "2011-02-20T11:33:21+99:00": the time zone does not exist',
  ],
  [{ format: 'date-time' }, 'now', 'expected a date-time, got "now": write it like 2011-01-21T11:33:21Z'],
  [{ not: { type: 'string' } }, 'x', 'the schema allows no value that is a string, got "x"'],
  [
    { not: { required: ['a', 'b'] } },
    { a: 1, b: 2 },
    'the schema allows no value that has "a" and "b", got an object',
  ],
  [{ not: {} }, 5, 'the schema does not allow this value: 5'],
  [false, 5, 'the schema rejects every value'],
];

const LISTS: readonly Row[] = [
  [{ minItems: 1 }, [], 'expected at least 1 item, got an empty array'],
  [{ minItems: 2 }, [1], 'expected at least 2 items, got 1'],
  [{ maxItems: 1 }, [1, 2, 3], 'expected at most 1 item, got 3'],
  [{ uniqueItems: true }, [1, 2, 1], 'expected unique items, but /2 equals /0: remove one'],
  [
    { properties: { a: { uniqueItems: true } } },
    { a: [{}, {}] },
    'expected unique items, but /a/1 equals /a/0: remove one',
  ],
  [
    { contains: { properties: { rel: { const: 'self' } }, required: ['rel'] } },
    [{ rel: 'x' }],
    'expected an item that has rel "self", got none',
  ],
  [{ contains: { type: 'string' } }, [], 'expected an item that is a string, got none'],
  [
    { contains: { pattern: '^a', minLength: 2 } },
    ['b'],
    'expected an item that matches the pattern ^a, got none',
  ],
  [{ contains: { multipleOf: 2 } }, [1], 'expected an item that matches main.json#/contains, got none'],
  [{ contains: { const: 1 }, minContains: 2 }, [2], 'expected at least 2 items that are 1, got none'],
  [{ contains: { const: 1 }, minContains: 3 }, [1, 1], 'expected at least 3 items that are 1, got 2'],
  [{ contains: { const: 1 }, minContains: 3 }, [1, 2], 'expected at least 3 items that are 1, got 1'],
  [{ contains: { const: 1 }, maxContains: 1 }, [1, 2, 1], 'expected at most 1 item that is 1, got 2'],
  [{ contains: { const: 1 }, minContains: 0, maxContains: 0 }, [1], 'expected no item that is 1, got 1'],
  [{ prefixItems: [{}, {}], items: false }, [1, 2, 3], 'expected at most 2 items, got 3'],
  [{ prefixItems: [{}], unevaluatedItems: false }, [1, 2], 'expected at most 1 item, got 2'],
  [{ items: false }, [1], 'this item is not allowed: remove it'],
];

const KEYS: readonly Row[] = [
  [{ required: ['status'] }, {}, 'required property "status" is missing'],
  [
    { dependentRequired: { a: ['b'] } },
    { a: 1 },
    'required property "b" is missing: it must be present if "a" is',
  ],
  [
    { properties: { id: {}, links: {} }, additionalProperties: false },
    { foo: 1 },
    'unknown property "foo": the schema allows only "id", "links"',
  ],
  [
    { properties: { updated: {} }, additionalProperties: false },
    { updatd: 1 },
    'unknown property "updatd": did you mean "updated"?',
  ],
  [
    { properties: { updated: {} }, additionalProperties: false },
    { updatd: 1, updated: 2 },
    'unknown property "updatd": the schema allows only "updated"',
  ],
  [
    { properties: { a: {} }, patternProperties: { '^x-': {} }, additionalProperties: false },
    { foo: 1 },
    'unknown property "foo": the schema allows only "a", names that match ^x-',
  ],
  [
    { additionalProperties: false },
    { foo: 1 },
    'unknown property "foo": the schema allows no properties here',
  ],
  [
    {
      properties: Object.fromEntries(Array.from('abcdefghijkl', (key) => [key, {}])),
      additionalProperties: false,
    },
    { foo: 1 },
    'unknown property "foo": the schema allows only "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", … (12 in all)',
  ],
  [
    { allOf: [{ properties: { name: {} } }], unevaluatedProperties: false },
    { b: 1 },
    'unknown property "b": the schema allows only "name"',
  ],
  [
    JSON.parse(
      '{ "if": { "required": ["a"] }, "then": { "properties": { "b": {} } }, "unevaluatedProperties": false }',
    ),
    { b: 1 },
    'property "b" is only allowed by a branch of the schema that does not match: remove it',
  ],
  [
    { anyOf: [true, { required: ['a'], patternProperties: { '^k': {} } }], unevaluatedProperties: false },
    { k: 1, l: 2 },
    'property "k" is only allowed by a branch of the schema that does not match: remove it',
    'unknown property "l": the schema allows only names that match ^k',
  ],
  [
    { properties: { min_version: {}, id: {} }, required: ['id', 'min_version'], additionalProperties: false },
    { minversion: 1, id: 1 },
    'unknown property "minversion", and required property "min_version" is missing: rename it',
  ],
  [
    { properties: { min_version: {} }, required: ['min_version'], additionalProperties: false },
    { max_version: 1 },
    'required property "min_version" is missing',
    'unknown property "max_version": the schema allows only "min_version"',
  ],
  [
    { propertyNames: { pattern: '^[a-z]+$' } },
    { Foo: 1 },
    'wrong property name: expected a string that matches ^[a-z]+$, got "Foo"',
  ],
  [
    { propertyNames: { enum: ['red', 'green'] } },
    { gren: 1 },
    'wrong property name: expected one of "red", "green", got "gren": did you mean "green"?',
  ],
  [{ propertyNames: false }, { a: 1 }, 'property "a" is not allowed: remove it'],
  [{ minProperties: 1 }, {}, 'expected at least 1 property, got an empty object'],
  [{ maxProperties: 1 }, { a: 1, b: 2 }, 'expected at most 1 property, got 2'],
  [{ properties: { type: false } }, { type: 1 }, 'property "type" is not allowed: remove it'],
  [
    { $schema: 'http://json-schema.org/draft-07/schema#', dependencies: { a: ['b'] } },
    { a: 1 },
    'required property "b" is missing: it must be present if "a" is',
  ],
];

const ALTERNATIVES: readonly Row[] = [
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 5, 'expected a string or null, got 5'],
  [
    { anyOf: [{ enum: ['a', 'bcd'] }, { const: 'efg' }, { type: 'null' }] },
    'bce',
    'expected "a", "bcd" or "efg", got "bce": did you mean "bcd"?',
  ],
  [
    { anyOf: [{ type: 'string', format: 'ipv4' }, { type: 'string', format: 'ipv6' }, { type: 'null' }] },
    'x',
    'expected an ipv4 or an ipv6, got "x"',
  ],
  [
    { oneOf: [{ type: 'string', pattern: '^a' }, { type: 'integer' }] },
    'b',
    'expected a string that matches ^a, got "b"',
  ],
  [
    { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    {},
    'one of the properties "a" or "b" is required, but none is present',
  ],
  [
    { oneOf: [VOLUME, IMAGE] },
    { kind: 'volume', size: 'big' },
    'expected an integer, got "big" (checked against alternative 1 of 2 (kind "volume"))',
  ],
  [
    { oneOf: [VOLUME, IMAGE] },
    { kind: 'image', format: 1 },
    'expected a string, got 1: put it in quotes (checked against "Image", alternative 2 of 2)',
  ],
  [
    {
      anyOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b' }],
      $defs: { a: { required: ['x', 'y'] }, b: { required: ['x', 'z', 'w'] } },
    },
    { x: 1 },
    'required property "y" is missing (checked against "a", alternative 1 of 2)',
  ],
  [
    { oneOf: [{ title: 'Text', type: 'string' }, { maxLength: 5 }] },
    'abc',
    'expected a value that matches exactly one alternative, got "abc", which matches "Text" and alternative 2',
  ],
  [
    { anyOf: [{ items: { type: 'string' } }, { type: 'object' }] },
    [1],
    'expected a string, got 1: put it in quotes',
  ],
];

const rows = [...TYPES, ...VALUES, ...LISTS, ...KEYS, ...ALTERNATIVES];

test.each(
  rows.map(
    ([schema, value, ...messages]) =>
      [JSON.stringify(value), JSON.stringify(schema), messages, value, schema] as const,
  ),
)('%s under %s gives its messages', (_value, _schema, messages, value, schema) => {
  expect(causesOf(violationsIn(value, { 'main.json': schema })).map((cause) => describeCause(cause))).toEqual(
    messages,
  );
});

test('an unexpected keyword is named', () => {
  const [cause] = causesOf([
    {
      keyword: 'even',
      instanceLocation: '/a',
      keywordLocation: 'main.json#/even',
      expected: true,
      actual: 3,
    },
  ]);
  expect(cause === undefined ? undefined : describeCause(cause)).toBe(
    'expected a value that satisfies "even", got 3',
  );
});

test('a long value and a long pattern are cut', () => {
  const schema = { pattern: `^${'a'.repeat(200)}$` };
  const [cause] = causesOf(violationsIn('b'.repeat(200), { 'main.json': schema }));
  const message = cause === undefined ? '' : describeCause(cause);
  expect(message).toBe(`expected a string that matches ^${'a'.repeat(98)}…, got "${'b'.repeat(57)}…"`);
});
