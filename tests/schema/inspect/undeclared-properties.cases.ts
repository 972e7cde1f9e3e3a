import { expect, test } from '@jest/globals';

import { schemaSetOf } from '../schema-files-of';

const MAIN = { file: 'main.json', pointer: '' };

test('a property that only another schema in the file declares is misspelt all the same', () => {
  const set = schemaSetOf({
    'main.json': {
      properties: { sources: { type: 'array' }, other: { $ref: '#/$defs/other' } },
      $defs: { other: { properties: { source: { type: 'string' } } } },
    },
  });
  expect(set.misspelt({ source: 'a', other: { source: 'a', sources: [] } }, MAIN)).toEqual([
    { pointer: '/source', name: 'source', meant: 'sources', isAllowed: false },
  ]);
});

test('items and properties with the same schemas are treated alike, those with their own apart', () => {
  const item = { properties: { known: {} } };
  const set = schemaSetOf({
    'main.json': {
      properties: { list: { items: item }, pair: { prefixItems: [item, {}], items: item } },
      patternProperties: { '^x': item },
      additionalProperties: item,
    },
  });
  const value = {
    list: [{ a: 1 }, { b: [{}] }],
    pair: [{ c: 1 }, { d: 1 }, { e: 1 }],
    xa: { f: 1 },
    g: { h: 1 },
  };
  expect(set.undeclared(value, MAIN).map(({ pointer }) => pointer)).toEqual([
    '/list/0/a',
    '/list/1/b',
    '/pair/0/c',
    '/pair/2/e',
    '/xa/f',
    '/g/h',
  ]);
});
