import { expect, test } from '@jest/globals';

import { schemaParts } from '../../../src/schema/inspect/schema-parts';
import { schemaSetOf } from '../schema-files-of';

function partsOf(
  schemas: Readonly<Record<string, unknown>>,
  pointers: readonly string[] = [''],
): readonly string[] {
  const nodes = schemaSetOf(schemas).reach(pointers.map((pointer) => ({ file: 'main.json', pointer })));
  return schemaParts(nodes).map(({ file, pointer }) => `${file}#${pointer}`);
}

test('finds the subschemas of every keyword, also in other files', () => {
  const main = {
    properties: { 'a/b': { prefixItems: [true, {}] }, c: { $ref: 'other.json#/$defs/c' } },
    enum: [{ type: 'data' }],
    anyOf: [{ not: {} }],
    'x-own': { type: 'data' },
  };
  expect(partsOf({ 'main.json': main, 'other.json': { $defs: { c: {}, unused: {} } } })).toEqual([
    'schemas/main.json#',
    'schemas/main.json#/properties/a~1b',
    'schemas/main.json#/properties/a~1b/prefixItems/1',
    'schemas/main.json#/properties/c',
    'schemas/main.json#/anyOf/0',
    'schemas/main.json#/anyOf/0/not',
    'schemas/other.json#/$defs/c',
  ]);
});

test('finds a part once, even if several references lead to it', () => {
  const main = { $defs: { a: { items: { $ref: '#/$defs/a' } } }, items: { $ref: '#/$defs/a' } };
  expect(partsOf({ 'main.json': main }, ['', '/$defs/a', '/$defs/a/items'])).toEqual([
    'schemas/main.json#',
    'schemas/main.json#/$defs/a',
    'schemas/main.json#/$defs/a/items',
    'schemas/main.json#/items',
  ]);
});

test('ignores keywords next to a reference before 2019-09', () => {
  const main = { $ref: '#/definitions/a', properties: { b: {} }, definitions: { a: { type: 'object' } } };
  const draft = 'http://json-schema.org/draft-07/schema#';
  expect(partsOf({ 'main.json': { ...main, $schema: draft } })).toEqual(['schemas/main.json#/definitions/a']);
  expect(partsOf({ 'main.json': main })).toEqual([
    'schemas/main.json#',
    'schemas/main.json#/properties/b',
    'schemas/main.json#/definitions/a',
  ]);
});

test('omits keywords that the dialect of a part does not have', () => {
  const main = { $schema: 'http://json-schema.org/draft-04/schema#', const: 1, contains: {}, type: 'string' };
  const nodes = schemaSetOf({ 'main.json': main }).reach([{ file: 'main.json', pointer: '' }]);
  expect(schemaParts(nodes).map(({ schema }) => Object.keys(schema))).toEqual([['$schema', 'type']]);
});

test('finds nothing in an unknown dialect', () => {
  expect(partsOf({ 'main.json': { $schema: 'https://example.com/own', items: {} } })).toEqual([]);
});

test.each([
  ['', {}],
  ['next to a keyword that reads parts', { unevaluatedProperties: false }],
])('finds only wanted parts, with their pointers %s', (_, keywords) => {
  const main = {
    ...keywords,
    properties: { 'a/b': { items: { default: 1 } }, c: { $ref: '#/$defs/d' } },
    anyOf: [{}, { default: 2, not: { default: 3 } }],
    $defs: { d: { default: 4 } },
  };
  const nodes = schemaSetOf({ 'main.json': main }).reach([{ file: 'main.json', pointer: '' }]);
  const wanted = schemaParts(nodes, (schema) => Object.hasOwn(schema, 'default'));
  expect(wanted.map(({ pointer, schema }) => [pointer, schema['default']])).toEqual([
    ['/properties/a~1b/items', 1],
    ['/anyOf/1', 2],
    ['/anyOf/1/not', 3],
    ['/$defs/d', 4],
  ]);
});
