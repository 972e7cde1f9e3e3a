import { expect, test } from '@jest/globals';

import { schemaSetOf } from './schema-files-of';

const DRAFT_04 = 'http://json-schema.org/draft-04/schema#';
const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';
const ONE = { type: 'string' };
const OTHER = { type: 'integer' };

/** The repeated names in a schema, as the keyword, the name, and the places of the first and of the other. */
function repeatedIn(schema: unknown, others: Readonly<Record<string, unknown>> = {}): readonly unknown[] {
  return schemaSetOf({ 'main.json': schema, ...others })
    .problems({ file: 'main.json', pointer: '' })
    .flatMap((problem) =>
      problem.kind === 'repeated-name'
        ? [[problem.keyword, problem.name, problem.first, problem.place].map(pointerIn)]
        : [],
    );
}

function pointerIn(place: unknown): unknown {
  return typeof place === 'object' && place !== null && 'pointer' in place ? place.pointer : place;
}

test.each<[string, unknown, readonly unknown[]]>([
  [
    '"$anchor", once for all schemas with it',
    {
      $defs: {
        a: { $anchor: 'x', ...ONE },
        b: { $anchor: 'x', ...OTHER },
        c: { $anchor: 'x', type: 'null' },
      },
      $ref: '#x',
    },
    [['$anchor', 'x', '/$defs/a/$anchor', '/$defs/b/$anchor']],
  ],
  [
    '"$dynamicAnchor" and "$anchor"',
    { $defs: { a: { $anchor: 'x', ...ONE }, b: { $dynamicAnchor: 'x', ...OTHER } }, type: 'object' },
    [['$dynamicAnchor', 'x', '/$defs/a/$anchor', '/$defs/b/$dynamicAnchor']],
  ],
  [
    '"$id", also as another URI of the same schema',
    {
      $id: 'https://example.com/root.json',
      $defs: {
        a: { $id: 'https://example.com/a.json', ...ONE },
        b: { $id: 'a.json', ...OTHER },
      },
      type: 'object',
    },
    [['$id', 'a.json', '/$defs/a/$id', '/$defs/b/$id']],
  ],
  [
    '"$id" of the root',
    { $id: 'https://example.com/a.json', $defs: { a: { $id: 'a.json', ...ONE } }, type: 'object' },
    [['$id', 'a.json', '/$id', '/$defs/a/$id']],
  ],
  [
    '"id" in draft-04',
    {
      $schema: DRAFT_04,
      definitions: { a: { id: 'a.json', ...ONE }, b: { id: 'a.json', ...OTHER } },
      type: 'object',
    },
    [['id', 'a.json', '/definitions/a/id', '/definitions/b/id']],
  ],
  [
    'a fragment as "$id" in draft-07',
    {
      $schema: DRAFT_07,
      definitions: { a: { $id: '#x', ...ONE }, b: { $id: '#x', ...OTHER } },
      type: 'object',
    },
    [['$id', '#x', '/definitions/a/$id', '/definitions/b/$id']],
  ],
])('a name of two different schemas in a file is reported: %s', (_, schema, found) => {
  expect(repeatedIn(schema)).toEqual(found);
});

test.each<[string, unknown]>([
  ['the same schema twice', { $defs: { a: { $id: 'a', ...ONE }, b: { $id: 'a', ...ONE } }, type: 'object' }],
  ['both keywords in one schema', { $anchor: 'x', $dynamicAnchor: 'x', type: 'object' }],
  [
    'anchors in two resources',
    {
      $defs: { a: { $id: 'a', $anchor: 'x', ...ONE }, b: { $id: 'b', $anchor: 'x', ...OTHER } },
      type: 'object',
    },
  ],
  [
    'data',
    { enum: [{ $id: 'a', ...ONE }], examples: [{ $id: 'a', ...OTHER }], const: { $id: 'a', type: 'null' } },
  ],
  [
    'properties with the names of keywords',
    { properties: { a: { properties: { $id: ONE } }, b: { properties: { $id: OTHER } } }, type: 'object' },
  ],
  [
    'pointers as "$id" in draft-07, which name nothing',
    {
      $schema: DRAFT_07,
      $id: '#',
      definitions: { a: { $id: '#/a', ...ONE }, b: { $id: '#/a', ...OTHER }, c: { $id: '#', type: 'null' } },
      type: 'object',
    },
  ],
  [
    'a URI with a fragment as "id" in draft-04',
    {
      $schema: DRAFT_04,
      id: 'https://example.com/a.json#',
      definitions: { a: { id: 'https://example.com/a.json#a', ...ONE } },
      type: 'object',
    },
  ],
  [
    '"$id" next to "$ref" in draft-07, which is ignored',
    {
      $schema: DRAFT_07,
      definitions: { a: { $id: 'a', ...ONE }, b: { $id: 'a', $ref: '#/definitions/c' }, c: OTHER },
      type: 'object',
    },
  ],
])('a name is not repeated by %s', (_, schema) => {
  expect(repeatedIn(schema)).toEqual([]);
});

const ID = 'https://example.com/a.json';
const BY_ID = { type: 'object', properties: { a: { $ref: ID }, b: { $ref: ID } } };

test.each<[string, unknown, Readonly<Record<string, unknown>>, readonly unknown[]]>([
  [
    'different files, once',
    BY_ID,
    { 'one.json': { $id: ID, ...ONE }, 'two.json': { $id: ID, ...OTHER }, 'x.json': { $id: ID } },
    [['$id', ID, '/$id', '/$id']],
  ],
  [
    'a file and a part of another one',
    BY_ID,
    { 'one.json': { $defs: { a: { $id: ID, ...ONE } } }, 'two.json': { $id: ID, ...OTHER } },
    [['$id', ID, '/$defs/a/$id', '/$id']],
  ],
  [
    'files in draft-04, where "$id" is no keyword',
    BY_ID,
    {
      'one.json': { $schema: DRAFT_04, id: ID, $id: 'one', ...ONE },
      'two.json': { $schema: DRAFT_04, id: ID, $id: 'two', ...OTHER },
    },
    [['id', ID, '/id', '/id']],
  ],
  ['copies', BY_ID, { 'one.json': { $id: ID, ...ONE }, 'two.json': { $id: ID, ...ONE } }, []],
  [
    'files that no reference finds by it',
    { type: 'object', properties: { a: { $ref: 'one.json' } } },
    { 'one.json': { $id: ID, ...ONE }, 'two.json': { $id: ID, ...OTHER } },
    [],
  ],
])('an "$id" that a reference goes by is looked up in all files: %s', (_, schema, others, found) => {
  expect(repeatedIn(schema, others)).toEqual(found);
});
