import { describe, expect, test } from '@jest/globals';

import { createSubschemaFinder } from '../../../src/schema/inspect/subschemas-at';
import { schemaFilesOf } from '../schema-files-of';

/** The subschemas for a location, as `file#pointer`. */
function placesIn(
  schemas: Readonly<Record<string, unknown>>,
  document: unknown,
  location: string,
  pointer = '',
): readonly string[] {
  const find = createSubschemaFinder(schemaFilesOf(schemas));
  return find({ file: 'main.json', pointer }, document, location).map(
    ({ file, pointer: at }) => `${file.file}#${at}`,
  );
}

describe('the subschemas for', () => {
  test.each<
    readonly [title: string, schema: unknown, document: unknown, location: string, places: readonly string[]]
  >([
    ['the document: the schema itself', { type: 'object' }, {}, '', ['main.json#']],
    [
      'a property, by its name',
      { properties: { 'a/b': {} }, additionalProperties: {} },
      { 'a/b': 1 },
      '/a~1b',
      ['main.json#/properties/a~1b'],
    ],
    [
      'a property, by its name and by every pattern that it matches',
      { properties: { ab: {} }, patternProperties: { '^a': {}, '^b': {}, '(': {} } },
      { ab: 1 },
      '/ab',
      ['main.json#/properties/ab', 'main.json#/patternProperties/^a'],
    ],
    [
      'a property that is not named: those for additional properties',
      { properties: { a: {} }, additionalProperties: {}, unevaluatedProperties: {} },
      { b: 1 },
      '/b',
      ['main.json#/additionalProperties', 'main.json#/unevaluatedProperties'],
    ],
    ['an additional property of a closed object: none', { additionalProperties: false }, { b: 1 }, '/b', []],
    ['a property with the name of a method: none', { properties: {} }, {}, '/toString', []],
    ['an item', { items: {} }, [1], '/0', ['main.json#/items']],
    [
      'an item, by its index',
      { prefixItems: [{}, {}], items: {} },
      [1, 2, 3],
      '/1',
      ['main.json#/prefixItems/1'],
    ],
    ['an item after the prefix', { prefixItems: [{}], items: {} }, [1, 2], '/1', ['main.json#/items']],
    ['an item, in older dialects', { items: [{}] }, [1], '/0', ['main.json#/items/0']],
    [
      'an item after the prefix, in older dialects',
      { items: [{}], additionalItems: {} },
      [1, 2],
      '/1',
      ['main.json#/additionalItems'],
    ],
    [
      'a property that is named like an index',
      { items: {}, properties: { 0: {} } },
      { 0: 1 },
      '/0',
      ['main.json#/properties/0'],
    ],
    [
      'a value with alternatives and conditions: all alternatives, but not the condition',
      '{"allOf": [{"anyOf": [{}]}], "oneOf": [{}], "if": {}, "then": {}, "else": {}, "not": {}, "contains": {}}',
      {},
      '',
      [
        'main.json#',
        'main.json#/allOf/0',
        'main.json#/oneOf/0',
        'main.json#/then',
        'main.json#/else',
        'main.json#/allOf/0/anyOf/0',
      ],
    ],
    [
      'a property, from a dependent schema',
      { dependentSchemas: { a: { properties: { b: {} } } } },
      { a: 1, b: 2 },
      '/b',
      ['main.json#/dependentSchemas/a/properties/b'],
    ],
    [
      'a value inside one that may be anything',
      { properties: { a: true } },
      { a: { b: [1] } },
      '/a/b/0',
      ['main.json#/properties/a'],
    ],
    [
      'a property, through circular references',
      { $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#' }], properties: { b: {} } } } },
      { b: 1 },
      '/b',
      ['main.json#/$defs/a/properties/b'],
    ],
    ['a value with a dangling reference', { $ref: '#/gone' }, {}, '', ['main.json#']],
  ])('%s', (_, schema, document, location, places) => {
    expect(placesIn({ 'main.json': schema }, document, location)).toEqual(places);
  });

  test('a property, through a reference into another file', () => {
    const schemas = {
      'main.json': { properties: { a: { $ref: 'defs/a.json#/$defs/a' } } },
      'defs/a.json': { $defs: { a: { type: 'string' } } },
    };
    expect(placesIn(schemas, { a: 'b' }, '/a')).toEqual(['main.json#/properties/a', 'defs/a.json#/$defs/a']);
  });

  test('an item, where the schema is a part of a file or does not exist', () => {
    const schemas = { 'main.json': { components: { schemas: { A: { items: {} } } } } };
    expect(placesIn(schemas, [1], '/0', '/components/schemas/A')).toEqual([
      'main.json#/components/schemas/A/items',
    ]);
    expect(placesIn({}, [1], '/0')).toEqual([]);
  });
});
