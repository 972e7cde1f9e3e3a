import { describe, expect, test } from '@jest/globals';

import { createSchemaSet } from '../../src/schema/schema-set';
import { schemaFilesOf, schemaSetOf, SETTINGS, violationsIn } from './schema-files-of';

const TEXT = { type: 'string' };

/** The location of the keyword that rejects `{ "a": 1 }`. */
type Row = readonly [title: string, files: Readonly<Record<string, unknown>>, keywordLocation: string];

function main(a: object, more: object = {}): object {
  return { properties: { a }, ...more };
}

const ROWS: readonly Row[] = [
  [
    'a pointer in the same file',
    { 'main.json': main({ $ref: '#/$defs/text' }, { $defs: { text: TEXT } }) },
    'main.json#/$defs/text/type',
  ],
  [
    'a pointer with escapes',
    { 'main.json': main({ $ref: '#/$defs/a~1b%20c~0' }, { $defs: { 'a/b c~': TEXT } }) },
    'main.json#/$defs/a~1b c~0/type',
  ],
  [
    'a schema below an unknown keyword',
    { 'main.json': main({ $ref: '#/x-parts/0' }, { 'x-parts': [TEXT] }) },
    'main.json#/x-parts/0/type',
  ],
  [
    'an anchor',
    { 'main.json': main({ $ref: '#text' }, { $defs: { t: { $anchor: 'text', ...TEXT } } }) },
    'main.json#/$defs/t/type',
  ],
  ['a file next to it', { 'main.json': main({ $ref: 'text.json' }), 'text.json': TEXT }, 'text.json#/type'],
  [
    'a part of a file in a folder',
    { 'main.json': main({ $ref: './parts/text.json#/$defs/t' }), 'parts/text.json': { $defs: { t: TEXT } } },
    'parts/text.json#/$defs/t/type',
  ],
  [
    'a file whose name needs escaping',
    { 'main.json': main({ $ref: 'my%20text.json' }), 'my text.json': TEXT },
    'my text.json#/type',
  ],
  [
    'files relative to the referring file',
    { 'main.json': main({ $ref: 'a/b.json' }), 'a/b.json': { $ref: '../c/d.json' }, 'c/d.json': TEXT },
    'c/d.json#/type',
  ],
  [
    'a relative id that is only a name, from a schema with another one',
    {
      'main.json': main({ $ref: 'common/text.json' }, { $id: 'pets$shown' }),
      'deep/text.json': { $id: 'common/text.json', $ref: 'word.json#/$defs/w' },
      'deep/x.json': { $id: 'common/word.json', $defs: { w: TEXT } },
    },
    'deep/x.json#/$defs/w/type',
  ],
  [
    'a file next to it rather than a relative id',
    {
      'main.json': { $ref: 'pets/main.json' },
      'pets/main.json': main({ $ref: 'text.json' }),
      'pets/text.json': TEXT,
      'text.json': { $id: 'text.json' },
    },
    'pets/text.json#/type',
  ],
  [
    'a URL, in the file at the place that mirrors it',
    {
      'main.json': main({ $ref: 'https://api.example.com/v2/text.json' }),
      'api.example.com/v2/text.json': TEXT,
    },
    'api.example.com/v2/text.json#/type',
  ],
  [
    'a URL with a port and an escape, in such a file with another id',
    {
      'main.json': main({ $ref: 'http://localhost:8080/my%20text.json#/$defs/t' }),
      'localhost:8080/my text.json': { $id: 'urn:example:text', $defs: { t: TEXT } },
    },
    'localhost:8080/my text.json#/$defs/t/type',
  ],
  [
    'the id of such a file',
    {
      'main.json': main({ $ref: 'urn:example:text' }),
      'localhost:8080/text.json': { $id: 'urn:example:text', ...TEXT },
    },
    'localhost:8080/text.json#/type',
  ],
  [
    'a URL that is the id of one file before the place of another',
    {
      'main.json': main({ $ref: 'https://api.example.com/text.json' }),
      'api.example.com/text.json': { $id: 'https://api.example.com/other.json' },
      'named.json': { $id: 'https://api.example.com/text.json', ...TEXT },
    },
    'named.json#/type',
  ],
  [
    'a file next to one at the place that mirrors its URL',
    {
      'main.json': main({ $ref: 'https://api.example.com/v2/a.json' }),
      'api.example.com/v2/a.json': { $ref: '../text.json' },
      'api.example.com/text.json': TEXT,
    },
    'api.example.com/text.json#/type',
  ],
  [
    'a chain of references',
    {
      'main.json': main(
        { $ref: '#/$defs/x' },
        { $defs: { x: { $ref: '#/$defs/y' }, y: { $ref: 'z.json' } } },
      ),
      'z.json': TEXT,
    },
    'z.json#/type',
  ],
  [
    'a neighbour by a relative `$id`',
    {
      'main.json': { $id: 'https://a.example/s/main.json', ...main({ $ref: 'text.json' }) },
      'elsewhere/t.json': { $id: 'https://a.example/s/text.json', ...TEXT },
    },
    'elsewhere/t.json#/type',
  ],
  [
    'a neighbour by its file name, although both have an `$id`',
    {
      'main.json': { $id: 'https://a.example/s/main', ...main({ $ref: 'text.json' }) },
      'text.json': { $id: 'https://a.example/other', ...TEXT },
    },
    'text.json#/type',
  ],
  [
    'an absolute `$id` of a file below the root',
    {
      'main.json': main({ $ref: 'https://a.example/text.json#/$defs/t' }),
      't.json': { $id: 'https://a.example/text.json', $defs: { t: TEXT } },
    },
    't.json#/$defs/t/type',
  ],
  [
    'a schema with an `$id` inside the same file',
    {
      'main.json': {
        $id: 'https://a.example/main',
        ...main({ $ref: 'inner' }, { $defs: { i: { $id: 'inner', ...TEXT } } }),
      },
    },
    'main.json#/$defs/i/type',
  ],
  [
    'a pointer relative to the `$id` around it',
    {
      'main.json': main(
        { $ref: '#/$defs/i' },
        { $defs: { i: { $id: 'https://a.example/i', $ref: '#/$defs/t', $defs: { t: TEXT } } } },
      ),
    },
    'main.json#/$defs/i/$defs/t/type',
  ],
  [
    'an anchor in a schema with an `$id` in another file',
    {
      'main.json': main({ $ref: 'https://a.example/i#t' }),
      'b.json': { $defs: { i: { $id: 'https://a.example/i', $defs: { t: { $anchor: 't', ...TEXT } } } } },
    },
    'b.json#/$defs/i/$defs/t/type',
  ],
  [
    'a `urn:`',
    { 'main.json': main({ $ref: 'urn:example:t' }), 'b.json': { $id: 'urn:example:t', ...TEXT } },
    'b.json#/type',
  ],
  [
    'the root of the schema folder',
    { 'a/main.json': true, 'main.json': main({ $ref: '/a/t.json' }), 'a/t.json': TEXT },
    'a/t.json#/type',
  ],
  ['itself', { 'main.json': main({ $ref: '#' }, { type: 'object' }) }, 'main.json#/type'],
  [
    'nothing, for a property named `$ref` in a value',
    { 'main.json': main(TEXT, { enum: [{ a: 1, $ref: 'nowhere.json' }, { a: 1 }] }) },
    'main.json#/properties/a/type',
  ],
];

test.each(ROWS)('a reference is followed to %s', (_, files, keywordLocation) => {
  const violations = violationsIn({ a: 1 }, files);
  expect(violations.map((violation) => [violation.instanceLocation, violation.keywordLocation])).toEqual([
    ['/a', keywordLocation],
  ]);
});

describe('a recursive schema', () => {
  const tree = {
    'main.json': { $ref: 'node.json#/$defs/node' },
    'node.json': {
      $defs: {
        node: {
          properties: { name: TEXT, children: { $ref: '#/$defs/nodes' } },
          required: ['name'],
          additionalProperties: false,
        },
        nodes: { items: { $ref: '#/$defs/node' } },
      },
    },
  };

  test('is allowed and validates at every depth', () => {
    expect(schemaSetOf(tree).problems({ file: 'main.json', pointer: '' })).toEqual([]);
    const value = { name: 'a', children: [{ name: 'b', children: [{ name: 1 }] }, { nam: 'c' }] };
    expect(
      violationsIn(value, tree).map(({ keyword, instanceLocation }) => [keyword, instanceLocation]),
    ).toEqual([
      ['type', '/children/0/children/0/name'],
      ['required', '/children/1'],
      ['additionalProperties', '/children/1'],
    ]);
  });

  test('validates a document that nests as deep as documents may', () => {
    let value: object = { name: 1 };
    for (let depth = 0; depth < 250; depth += 1) value = { name: '', children: [value] };
    expect(violationsIn(value, tree).map(({ instanceLocation }) => instanceLocation)).toEqual([
      `${'/children/0'.repeat(250)}/name`,
    ]);
  });
});

/** The items of `["a", 1]` that are rejected. */
const DYNAMIC: readonly (readonly [title: string, main: object, refused: readonly string[]])[] = [
  [
    'an anchor of the same schema',
    { items: { $dynamicRef: '#item' }, $defs: { i: { $dynamicAnchor: 'item', ...TEXT } } },
    ['/1'],
  ],
  [
    'an anchor that is not dynamic',
    { items: { $dynamicRef: '#item' }, $defs: { i: { $anchor: 'item', ...TEXT } } },
    ['/1'],
  ],
  [
    'the outermost schema on the way that has the anchor',
    {
      $id: 'https://a.example/m',
      $ref: 'list',
      $defs: {
        i: { $dynamicAnchor: 'item', ...TEXT },
        l: { $id: 'list', items: { $dynamicRef: '#item' }, $defs: { any: { $dynamicAnchor: 'item' } } },
      },
    },
    ['/1'],
  ],
  [
    'an anchor that is not dynamic, and no further',
    {
      $id: 'https://a.example/m',
      $ref: 'list',
      $defs: {
        i: { $dynamicAnchor: 'item', ...TEXT },
        l: { $id: 'list', items: { $dynamicRef: '#item' }, $defs: { any: { $anchor: 'item' } } },
      },
    },
    [],
  ],
  [
    'the target of a pointer, and no further',
    {
      $id: 'https://a.example/m',
      $ref: 'list',
      $defs: {
        i: { $dynamicAnchor: 'item', ...TEXT },
        l: {
          $id: 'list',
          items: { $dynamicRef: '#/$defs/any' },
          $defs: { any: { $dynamicAnchor: 'item', type: 'number' } },
        },
      },
    },
    ['/0'],
  ],
  [
    'a different schema on each way to it',
    {
      $id: 'https://a.example/m',
      prefixItems: [{ $ref: 'texts' }, { $ref: 'numbers' }],
      $defs: {
        texts: { $id: 'texts', $ref: 'thing', $defs: { d: { $dynamicAnchor: 'item', ...TEXT } } },
        numbers: { $id: 'numbers', $ref: 'thing', $defs: { d: { $dynamicAnchor: 'item', type: 'boolean' } } },
        thing: { $id: 'thing', $dynamicRef: '#item', $defs: { d: { $dynamicAnchor: 'item' } } },
      },
    },
    ['/1'],
  ],
];

test.each(DYNAMIC)('a dynamic reference leads to %s', (_, schema, refused) => {
  expect(
    violationsIn(['a', 1], { 'main.json': schema }).map(({ instanceLocation }) => instanceLocation),
  ).toEqual(refused);
});

describe('a recursive reference of 2019-09', () => {
  const $schema = 'https://json-schema.org/draft/2019-09/schema';
  const tree = (anchor: boolean) => ({
    'main.json': {
      $schema,
      $id: 'https://a.example/m',
      $recursiveAnchor: true,
      $ref: 'tree.json',
      unevaluatedProperties: false,
    },
    'tree.json': {
      $schema,
      $id: 'https://a.example/tree.json',
      $recursiveAnchor: anchor,
      properties: { child: { $recursiveRef: '#' } },
    },
  });

  test('leads to the outermost schema with a recursive anchor', () => {
    expect(violationsIn({ child: { extra: 1 } }, tree(true)).map(({ property }) => property)).toEqual([
      'extra',
    ]);
  });

  test('leads to its own schema where that has no recursive anchor', () => {
    expect(violationsIn({ child: { extra: 1 } }, tree(false))).toEqual([]);
  });
});

test('a file that is not needed is never read', () => {
  const read: string[] = [];
  const files = schemaFilesOf({
    'main.json': main({ $ref: 'text.json' }),
    'other.json': TEXT,
    'text.json': TEXT,
  });
  const get = (file: string) => {
    read.push(file);
    return files.get(file);
  };
  const set = createSchemaSet({ ...files, get }, SETTINGS);
  expect(read).toEqual([]);
  expect(set.problems({ file: 'main.json', pointer: '' })).toEqual([]);
  expect([...new Set(read)]).toEqual(['main.json', 'text.json']);
});
