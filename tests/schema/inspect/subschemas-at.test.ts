import { describe, expect, test } from '@jest/globals';

import { createSubschemaFinder, matches } from '../../../src/schema/inspect/subschemas-at';
import { schemaFilesOf } from '../schema-files-of';

/** The subschemas for a place, as `file#pointer`. */
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

describe('the subschemas that judge a place', () => {
  test.each<
    readonly [title: string, schema: unknown, document: unknown, location: string, places: readonly string[]]
  >([
    ['the document, by the schema itself', { type: 'object' }, {}, '', ['main.json#']],
    [
      'a member, by its name',
      { properties: { 'a/b': {} }, additionalProperties: {} },
      { 'a/b': 1 },
      '/a~1b',
      ['main.json#/properties/a~1b'],
    ],
    [
      'a member, by its name and by every pattern that it matches',
      { properties: { ab: {} }, patternProperties: { '^a': {}, '^b': {}, '(': {} } },
      { ab: 1 },
      '/ab',
      ['main.json#/properties/ab', 'main.json#/patternProperties/^a'],
    ],
    [
      'a member without a name, by what is said of the others',
      { properties: { a: {} }, additionalProperties: {}, unevaluatedProperties: {} },
      { b: 1 },
      '/b',
      ['main.json#/additionalProperties', 'main.json#/unevaluatedProperties'],
    ],
    ['a member of a closed object, by nothing', { additionalProperties: false }, { b: 1 }, '/b', []],
    ['a member called as a method is, by nothing', { properties: {} }, {}, '/toString', []],
    ['an item', { items: {} }, [1], '/0', ['main.json#/items']],
    [
      'an item, by its place in the list',
      { prefixItems: [{}, {}], items: {} },
      [1, 2, 3],
      '/1',
      ['main.json#/prefixItems/1'],
    ],
    ['an item behind those places', { prefixItems: [{}], items: {} }, [1, 2], '/1', ['main.json#/items']],
    ['an item, as older dialects say it', { items: [{}] }, [1], '/0', ['main.json#/items/0']],
    [
      'an item behind those, in older dialects',
      { items: [{}], additionalItems: {} },
      [1, 2],
      '/1',
      ['main.json#/additionalItems'],
    ],
    [
      'a member that is named like an index, as a member',
      { items: {}, properties: { 0: {} } },
      { 0: 1 },
      '/0',
      ['main.json#/properties/0'],
    ],
    [
      'all alternatives and consequences, but no condition',
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
      'what depends on a key',
      { dependentSchemas: { a: { properties: { b: {} } } } },
      { a: 1, b: 2 },
      '/b',
      ['main.json#/dependentSchemas/a/properties/b'],
    ],
    [
      'what may be anything may hold anything',
      { properties: { a: true } },
      { a: { b: [1] } },
      '/a/b/0',
      ['main.json#/properties/a'],
    ],
    [
      'references, however often they lead back',
      { $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#' }], properties: { b: {} } } } },
      { b: 1 },
      '/b',
      ['main.json#/$defs/a/properties/b'],
    ],
    ['a reference that leads nowhere, by nothing more', { $ref: '#/gone' }, {}, '', ['main.json#']],
  ])('%s', (_, schema, document, location, places) => {
    expect(placesIn({ 'main.json': schema }, document, location)).toEqual(places);
  });

  test('a reference into another file leads there', () => {
    const schemas = {
      'main.json': { properties: { a: { $ref: 'defs/a.json#/$defs/a' } } },
      'defs/a.json': { $defs: { a: { type: 'string' } } },
    };
    expect(placesIn(schemas, { a: 'b' }, '/a')).toEqual(['main.json#/properties/a', 'defs/a.json#/$defs/a']);
  });

  test('a schema may be a part of a file, or not be there', () => {
    const schemas = { 'main.json': { components: { schemas: { A: { items: {} } } } } };
    expect(placesIn(schemas, [1], '/0', '/components/schemas/A')).toEqual([
      'main.json#/components/schemas/A/items',
    ]);
    expect(placesIn({}, [1], '/0')).toEqual([]);
  });
});

test('a pattern that is no regular expression matches nothing', () => {
  expect([matches('^a', 'ab'), matches('^b', 'ab'), matches('(', '(')]).toEqual([true, false, false]);
});
