import { expect, test } from '@jest/globals';

import { describeCause } from '../../../src/rules/violations/describe-cause';
import { causesOf } from '../../../src/schema/explain/causes';
import { violationsIn } from '../../schema/schema-files-of';

/** A schema, a value, and every finding: `pointer token: message`. */
type Row = readonly [schema: string, value: string, ...findings: string[]];

const DRAFT_07 = '"$schema": "http://json-schema.org/draft-07/schema#"';
const IS_A = '{ "properties": { "k": { "const": "a" } }, "required": ["k"] }';
const IS_B = '{ "properties": { "k": { "const": "b" } }, "required": ["k"] }';

const FALSE_ALTERNATIVES: readonly Row[] = [
  [
    '{ "anyOf": [false, { "type": "string" }] }',
    '1',
    '(root) value: expected a string, got 1: put it in quotes',
  ],
  [
    '{ "oneOf": [false, { "type": "string" }, { "type": "null" }] }',
    '1',
    '(root) value: expected a string or null, got 1',
  ],
  [
    '{ "items": { "oneOf": [{ "$ref": "#/$defs/no" }, { "type": "integer" }] }, "$defs": { "no": false } }',
    '[1, "x"]',
    '/1 value: expected an integer, got "x"',
  ],
  [`{ "oneOf": [false, ${IS_A}, ${IS_B}] }`, '{ "k": "c" }', '/k value: expected "a" or "b", got "c"'],
  [
    '{ "anyOf": [{ "enum": [] }, { "type": "integer" }] }',
    '"x"',
    '(root) value: expected an integer, got "x"',
  ],
  ['{ "anyOf": [false, false] }', '1', '(root) value: the schema rejects every value'],
  ['{ "anyOf": [false, { "type": "string" }] }', '"x"'],
];

const FALSE_BRANCHES: readonly Row[] = [
  [
    `{ "if": ${IS_A}, "then": true, "else": false }`,
    '{ "k": "b" }',
    '(root) value: the schema allows only a value that has k "a", got an object',
  ],
  [
    `{ "if": ${IS_A}, "else": { "if": ${IS_B}, "else": false } }`,
    '{ "k": "c" }',
    '(root) value: the schema allows only a value that has k "a" or has k "b", got an object',
  ],
  [
    `{ "properties": { "v": { "items": { "if": { "type": "string" }, "else": false } } } }`,
    '{ "v": ["a", 1] }',
    '/v/1 value: the schema allows only a value that is a string, got 1',
  ],
  [
    '{ "if": { "type": "string", "minLength": 2 }, "else": false }',
    '"x"',
    '(root) value: the schema allows only a value that satisfies its "if", got "x"',
  ],
  [
    `{ ${DRAFT_07}, "if": { "type": "string" }, "then": false }`,
    '"x"',
    '(root) value: the schema allows no value that is a string, got "x"',
  ],
  [
    '{ "if": { "properties": { "k": { "const": "a" } } }, "then": false }',
    '{}',
    '(root) value: the schema allows no value that satisfies its "if", got an empty object',
  ],
  [
    '{ "if": { "pattern": "^a" }, "then": false }',
    '5',
    '(root) value: the schema allows no value that satisfies its "if", got 5',
  ],
  [`{ "type": "object", "if": ${IS_A}, "else": false }`, '5', '(root) value: expected an object, got 5'],
  [
    '{ "properties": { "else": { "properties": { "if": { "type": "null" }, "else": false } } } }',
    '{ "else": { "else": 1 } }',
    '/else/else value: property "else" is not allowed: remove it',
  ],
  ['{ "if": true, "then": false }', '5', '(root) value: the schema rejects every value'],
  [`{ "if": ${IS_A}, "else": false }`, '{ "k": "a" }'],
];

const DEPENDENCIES: readonly Row[] = [
  [
    `{ ${DRAFT_07}, "dependencies": { "a": true, "b": false } }`,
    '{ "b": 1 }',
    '/b value: property "b" is not allowed: remove it',
  ],
  [
    '{ "items": { "dependentSchemas": { "a": false, "b": false } } }',
    '[{ "a": 1, "b": 2 }]',
    '/0/a value: property "a" is not allowed: remove it',
    '/0/b value: property "b" is not allowed: remove it',
  ],
];

const PROTO: readonly Row[] = [
  [
    `{ ${DRAFT_07}, "dependencies": { "__proto__": ["b"] } }`,
    '{ "__proto__": 1 }',
    '(root) opening: required property "b" is missing: it must be present if "__proto__" is',
  ],
  [
    `{ ${DRAFT_07}, "dependencies": { "__proto__": { "required": ["b"] }, "x": ["y"] } }`,
    '{ "__proto__": 1, "x": 1 }',
    '(root) opening: required property "y" is missing: it must be present if "x" is',
    '(root) opening: required property "b" is missing',
  ],
  [
    `{ ${DRAFT_07}, "anyOf": [{ "dependencies": { "__proto__": ["b"] } }, { "type": "string" }] }`,
    '{ "__proto__": 1 }',
    '(root) opening: required property "b" is missing: it must be present if "__proto__" is',
  ],
  [
    '{ "properties": { "__proto__": {} }, "additionalProperties": false }',
    '{ "proto": 1 }',
    '/proto key: unknown property "proto": the schema allows only "__proto__"',
  ],
  [
    '{ "allOf": [{ "properties": { "__proto__": {} } }], "unevaluatedProperties": false }',
    '{ "proto": 1 }',
    '/proto key: unknown property "proto": the schema allows only "__proto__"',
  ],
  [`{ ${DRAFT_07}, "dependencies": { "__proto__": ["b"] } }`, '{ "__proto__": 1, "b": 1 }'],
  [`{ ${DRAFT_07}, "dependencies": { "__proto__": ["b"] } }`, '{}'],
];

const SAME_PROPERTY: readonly Row[] = [
  [
    `{ "oneOf": [${IS_A}, { "required": ["k", "b"], "properties": { "k": { "const": "b" } } }] }`,
    '{ "b": 4 }',
    '(root) opening: required property "k" is missing',
  ],
  [
    `{ "items": { "anyOf": [${IS_A}, ${IS_B}, { "type": "null" }] } }`,
    '[{}]',
    '/0 opening: required property "k" is missing',
  ],
  [
    '{ "anyOf": [{ "required": ["kind"], "properties": { "kind": { "const": "a" } }, "additionalProperties": false }, { "required": ["kind"], "properties": { "kind": { "const": "b" } }, "additionalProperties": false }] }',
    '{ "kinds": 1 }',
    '/kinds key: unknown property "kinds", and required property "kind" is missing: rename it',
  ],
  [
    '{ "anyOf": [{ "required": ["k"] }, { "required": ["j"] }, { "required": ["k"] }] }',
    '{}',
    '(root) value: one of the properties "k" or "j" is required, but none is present',
  ],
];

const EMPTY_ENUMS: readonly Row[] = [
  ['{ "enum": [] }', '1', '(root) value: the schema allows no value here, because its "enum" is empty'],
  [
    '{ "properties": { "a": { "type": "string", "enum": [] } } }',
    '{ "a": "x" }',
    '/a value: the schema allows no value here, because its "enum" is empty',
  ],
  ['{ "propertyNames": { "enum": [] } }', '{ "a": 1 }', '/a key: property "a" is not allowed: remove it'],
  [
    '{ "contains": { "enum": [] } }',
    '[1]',
    '(root) opening: expected an item that matches main.json#/contains, got none',
  ],
];

const NULLS: readonly Row[] = [
  ['{ "anyOf": [{ "const": "a" }, { "type": "null" }] }', '1', '(root) value: expected "a" or null, got 1'],
  [
    '{ "properties": { "x": { "oneOf": [{ "enum": ["a", "b"] }, { "type": "null" }] } } }',
    '{ "x": true }',
    '/x value: expected "a", "b" or null, got true',
  ],
  [
    '{ "anyOf": [{ "enum": ["1", "2"] }, { "type": "null" }] }',
    '1',
    '(root) value: expected "1", "2" or null, got 1: put it in quotes',
  ],
  [
    '{ "oneOf": [{ "enum": ["on", "off"] }, { "type": "object" }] }',
    '5',
    '(root) value: expected "on", "off" or an object, got 5',
  ],
  ['{ "anyOf": [{ "const": "a" }, { "type": "null" }] }', '"b"', '(root) value: expected "a", got "b"'],
  ['{ "anyOf": [{ "const": "a" }, { "type": "null" }] }', 'null'],
];

test.each([
  ...FALSE_ALTERNATIVES,
  ...FALSE_BRANCHES,
  ...DEPENDENCIES,
  ...PROTO,
  ...SAME_PROPERTY,
  ...EMPTY_ENUMS,
  ...NULLS,
])('%s with %s', (schema, value, ...findings) => {
  const causes = causesOf(violationsIn(JSON.parse(value), { 'main.json': JSON.parse(schema) }));
  expect(
    causes.map((cause) => `${cause.pointer || '(root)'} ${cause.token}: ${describeCause(cause)}`),
  ).toEqual(findings);
});
