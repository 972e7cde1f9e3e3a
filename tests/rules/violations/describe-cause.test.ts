import { expect, test } from '@jest/globals';

import { describeCause } from '../../../src/rules/violations/describe-cause';
import { causesOf } from '../../../src/schema/explain/causes';
import { violationsIn } from '../../schema/schema-files-of';

/** A schema, a value, and what is said of it. */
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
  [{ type: 'string' }, 2.6, '2.6 is a number; the schema wants a string: put it in quotes'],
  [{ type: 'string' }, true, 'true is a boolean; the schema wants a string: put it in quotes'],
  [{ type: 'string' }, null, 'null stands where the schema wants a string'],
  [{ type: 'string' }, [1], 'an array stands where the schema wants a string'],
  [{ type: 'object' }, [], 'an array stands where the schema wants an object'],
  [{ type: 'array' }, {}, 'an object stands where the schema wants an array'],
  [{ type: ['string', 'null'] }, 5, '5 is a number; the schema wants a string or null: put it in quotes'],
  [{ type: 'integer' }, '5', '"5" is a string; the schema wants an integer: take the quotes off'],
  [{ type: 'number' }, '2.10', '"2.10" is a string; the schema wants a number: take the quotes off'],
  [{ type: 'integer' }, '2.5', '"2.5" is a string; the schema wants an integer'],
  [{ type: 'boolean' }, 'true', '"true" is a string; the schema wants a boolean: take the quotes off'],
  [
    { type: ['object', 'null'] },
    'null',
    '"null" is a string; the schema wants an object or null: take the quotes off',
  ],
  [{ type: 'integer' }, 2.5, '2.5 is not an integer'],
  [{ type: ['integer', 'string'] }, 2.5, '2.5 is not an integer or a string'],
];

const VALUES: readonly Row[] = [
  [
    { enum: ['CURRENT', 'SUPPORTED'] },
    'SUPORTED',
    '"SUPORTED" is not one of "CURRENT", "SUPPORTED": did you mean "SUPPORTED"?',
  ],
  [{ enum: ['CURRENT', 'SUPPORTED'] }, 'gone', '"gone" is not one of "CURRENT", "SUPPORTED"'],
  [{ enum: ['2.1', '2.2'] }, 2.1, '2.1 is not one of "2.1", "2.2": put it in quotes'],
  [{ enum: ['a b', 1, null] }, {}, 'an empty object is not one of "a b", 1, null'],
  [{ enum: [1] }, { a: 1 }, 'the object is not one of 1'],
  [{ const: 'v2.0' }, 'v2', '"v2" stands where the schema wants "v2.0"'],
  [{ const: '' }, [], 'an empty list stands where the schema wants ""'],
  [{ multipleOf: 2 }, 5, '5 is not a multiple of 2'],
  [{ minimum: 1 }, 0, '0 is too small: the least is 1'],
  [{ exclusiveMinimum: 0 }, 0, '0 is too small: it must be more than 0'],
  [{ maximum: 1 }, 2, '2 is too large: the most is 1'],
  [{ exclusiveMaximum: 2 }, 2, '2 is too large: it must be less than 2'],
  [{ minLength: 1 }, '', '"" is empty; the schema wants at least 1'],
  [{ minLength: 3 }, 'é😀', '"é😀" has 2 characters; the schema wants at least 3'],
  [{ maxLength: 1 }, 'ab', '"ab" has 2 characters; the schema allows at most 1'],
  [{ pattern: '^v\\d+$' }, 'x', '"x" does not match the pattern ^v\\d+$'],
  [{ format: 'ipv4' }, '1.2.3', '"1.2.3" is not an ipv4'],
  [{ format: 'uuid' }, 'x', '"x" is not a uuid'],
  [{ format: 'uri' }, '/v2/', '"/v2/" is not a uri: it has no scheme, such as https:'],
  [{ format: 'date' }, '2011-02-30', '"2011-02-30" is not a date: no such day'],
  [{ format: 'date' }, 'x', '"x" is not a date: write it as 2011-01-21'],
  [{ format: 'time' }, 'x', '"x" is not a time: write it as 11:33:21Z'],
  [{ format: 'date-time' }, '2011-02-30T11:33:21Z', '"2011-02-30T11:33:21Z" is not a date-time: no such day'],
  [
    { format: 'date-time' },
    '2011-02-20T25:33:21Z',
    '"2011-02-20T25:33:21Z" is not a date-time: no such time',
  ],
  [{ format: 'date-time' }, '2011-02-20', '"2011-02-20" is not a date-time: the time is missing'],
  [
    { format: 'date-time' },
    '2011-02-20 11:33:21Z',
    '"2011-02-20 11:33:21Z" is not a date-time: a T stands between day and time',
  ],
  [
    { format: 'date-time' },
    '2011-02-20T11:33:21',
    '"2011-02-20T11:33:21" is not a date-time: the time zone is missing: Z for UTC',
  ],
  [
    { format: 'date-time' },
    '2011-02-20T11:33:21+99:00',
    '"2011-02-20T11:33:21+99:00" is not a date-time: no such time zone',
  ],
  [{ format: 'date-time' }, 'now', '"now" is not a date-time: write it as 2011-01-21T11:33:21Z'],
  [{ not: { type: 'string' } }, 'x', '"x" is refused: the schema allows nothing that is a string'],
  [
    { not: { required: ['a', 'b'] } },
    { a: 1, b: 2 },
    'the object is refused: the schema allows nothing that has "a" and "b"',
  ],
  [{ not: {} }, 5, '5 is what the schema refuses'],
  [false, 5, 'the schema refuses every value'],
];

const LISTS: readonly Row[] = [
  [{ minItems: 1 }, [], 'the list is empty; the schema wants at least 1'],
  [{ minItems: 2 }, [1], 'the list has 1 item; the schema wants at least 2'],
  [{ maxItems: 1 }, [1, 2, 3], 'the list has 3 items; the schema allows at most 1'],
  [{ uniqueItems: true }, [1, 2, 1], '/2 equals /0: no two items may be equal'],
  [
    { properties: { a: { uniqueItems: true } } },
    { a: [{}, {}] },
    '/a/1 equals /a/0: no two items may be equal',
  ],
  [
    { contains: { properties: { rel: { const: 'self' } }, required: ['rel'] } },
    [{ rel: 'x' }],
    'no item has rel "self"',
  ],
  [{ contains: { type: 'string' } }, [], 'no item is a string'],
  [{ contains: { pattern: '^a', minLength: 2 } }, ['b'], 'no item matches the pattern ^a'],
  [{ contains: { multipleOf: 2 } }, [1], 'no item matches main.json#/contains'],
  [{ contains: { const: 1 }, minContains: 2 }, [2], 'no item is 1; the schema wants at least 2'],
  [
    { contains: { const: 1 }, minContains: 3 },
    [1, 1],
    'too few items of which each is 1: there are 2; the schema wants at least 3',
  ],
  [{ contains: { const: 1 }, minContains: 3 }, [1, 2], 'only 1 item is 1; the schema wants at least 3'],
  [{ contains: { const: 1 }, maxContains: 1 }, [1, 2, 1], 'one item too many is 1: at most 1 may'],
  [{ contains: { const: 1 }, minContains: 0, maxContains: 0 }, [1], 'one item too many is 1: none may'],
  [{ prefixItems: [{}, {}], items: false }, [1, 2, 3], 'the list has 3 items; the schema has a place for 2'],
  [
    { prefixItems: [{}], unevaluatedItems: false },
    [1, 2],
    'the list has 2 items; the schema has a place for 1',
  ],
  [{ items: false }, [1], 'this item may not be here: remove it'],
];

const KEYS: readonly Row[] = [
  [{ required: ['status'] }, {}, 'the required key "status" is missing'],
  [{ dependentRequired: { a: ['b'] } }, { a: 1 }, 'the key "b" is missing: "a" needs it'],
  [
    { properties: { id: {}, links: {} }, additionalProperties: false },
    { foo: 1 },
    'unknown key "foo": the schema allows only id, links',
  ],
  [
    { properties: { updated: {} }, additionalProperties: false },
    { updatd: 1 },
    'unknown key "updatd": did you mean "updated"?',
  ],
  [
    { properties: { updated: {} }, additionalProperties: false },
    { updatd: 1, updated: 2 },
    'unknown key "updatd": the schema allows only updated',
  ],
  [
    { properties: { a: {} }, patternProperties: { '^x-': {} }, additionalProperties: false },
    { foo: 1 },
    'unknown key "foo": the schema allows only a, names that match ^x-',
  ],
  [{ additionalProperties: false }, { foo: 1 }, 'unknown key "foo": the schema allows no key here'],
  [
    {
      properties: Object.fromEntries(Array.from('abcdefghijkl', (key) => [key, {}])),
      additionalProperties: false,
    },
    { foo: 1 },
    'unknown key "foo": the schema allows only a, b, c, d, e, f, g, h, i, j, … (12 in all)',
  ],
  [
    { allOf: [{ properties: { name: {} } }], unevaluatedProperties: false },
    { b: 1 },
    'unknown key "b": the schema allows only name',
  ],
  [
    JSON.parse(
      '{ "if": { "required": ["a"] }, "then": { "properties": { "b": {} } }, "unevaluatedProperties": false }',
    ),
    { b: 1 },
    'the key "b" is of a part of the schema that does not apply here: remove it',
  ],
  [
    { properties: { min_version: {}, id: {} }, required: ['id', 'min_version'], additionalProperties: false },
    { minversion: 1, id: 1 },
    'unknown key "minversion", and the required "min_version" is missing: rename it',
  ],
  [
    { properties: { min_version: {} }, required: ['min_version'], additionalProperties: false },
    { max_version: 1 },
    'the required key "min_version" is missing',
    'unknown key "max_version": the schema allows only min_version',
  ],
  [
    { propertyNames: { pattern: '^[a-z]+$' } },
    { Foo: 1 },
    'the key "Foo" does not match the pattern ^[a-z]+$',
  ],
  [
    { propertyNames: { enum: ['red', 'green'] } },
    { gren: 1 },
    'the key "gren" is not one of "red", "green": did you mean "green"?',
  ],
  [{ propertyNames: false }, { a: 1 }, 'the key "a" may not be here: remove it'],
  [{ minProperties: 1 }, {}, 'the object is empty; the schema wants at least 1'],
  [{ maxProperties: 1 }, { a: 1, b: 2 }, 'the object has 2 keys; the schema allows at most 1'],
  [{ properties: { type: false } }, { type: 1 }, '"type" may not be here: remove it'],
  [
    { $schema: 'http://json-schema.org/draft-07/schema#', dependencies: { a: ['b'] } },
    { a: 1 },
    'the key "b" is missing: "a" needs it',
  ],
];

const ALTERNATIVES: readonly Row[] = [
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 5, '5 is not a string or null'],
  [
    { anyOf: [{ enum: ['a', 'bcd'] }, { const: 'efg' }, { type: 'null' }] },
    'bce',
    '"bce" is not one of "a", "bcd" or "efg": did you mean "bcd"?',
  ],
  [
    { anyOf: [{ type: 'string', format: 'ipv4' }, { type: 'string', format: 'ipv6' }, { type: 'null' }] },
    'x',
    '"x" is not an ipv4 or an ipv6',
  ],
  [
    { oneOf: [{ type: 'string', pattern: '^a' }, { type: 'integer' }] },
    'b',
    '"b" does not match the pattern ^a',
  ],
  [
    { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    {},
    'one of the keys "a" or "b" is required, and none of them is there',
  ],
  [
    { oneOf: [VOLUME, IMAGE] },
    { kind: 'volume', size: 'big' },
    '"big" is a string; the schema wants an integer (judged as alternative 1 of 2 (kind "volume"))',
  ],
  [
    { oneOf: [VOLUME, IMAGE] },
    { kind: 'image', format: 1 },
    '1 is a number; the schema wants a string: put it in quotes (judged as "Image", alternative 2 of 2)',
  ],
  [
    {
      anyOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b' }],
      $defs: { a: { required: ['x', 'y'] }, b: { required: ['x', 'z', 'w'] } },
    },
    { x: 1 },
    'the required key "y" is missing (judged as "a", alternative 1 of 2)',
  ],
  [
    { oneOf: [{ title: 'Text', type: 'string' }, { maxLength: 5 }] },
    'abc',
    '"abc" matches "Text" and alternative 2, and only one alternative may match',
  ],
  [
    { anyOf: [{ items: { type: 'string' } }, { type: 'object' }] },
    [1],
    '1 is a number; the schema wants a string: put it in quotes',
  ],
];

const rows = [...TYPES, ...VALUES, ...LISTS, ...KEYS, ...ALTERNATIVES];

test.each(
  rows.map(
    ([schema, value, ...messages]) =>
      [JSON.stringify(value), JSON.stringify(schema), messages, value, schema] as const,
  ),
)('of %s under %s is said', (_value, _schema, messages, value, schema) => {
  expect(causesOf(violationsIn(value, { 'main.json': schema })).map(describeCause)).toEqual(messages);
});

test('a keyword that nobody foresaw is named', () => {
  const [cause] = causesOf([
    {
      keyword: 'even',
      instanceLocation: '/a',
      keywordLocation: 'main.json#/even',
      expected: true,
      actual: 3,
    },
  ]);
  expect(cause === undefined ? undefined : describeCause(cause)).toBe('3 does not satisfy "even"');
});

test('a long value and a long pattern are cut', () => {
  const schema = { pattern: `^${'a'.repeat(200)}$` };
  const [cause] = causesOf(violationsIn('b'.repeat(200), { 'main.json': schema }));
  const message = cause === undefined ? '' : describeCause(cause);
  expect(message).toBe(`"${'b'.repeat(57)}…" does not match the pattern ^${'a'.repeat(98)}…`);
});
