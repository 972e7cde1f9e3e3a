import { expect, test } from '@jest/globals';

import type { Token } from '../../../src/model/documents/place';
import { createJsonSource } from '../../../src/text/json/json-source';

const TEXT = `{
  "versions": [
    { "id": "v2.0", "links": [], "a/b~c": {} },
    { "id": "v2.1", "id": "v2.2" }
  ],
  "": null
}
`;

const source = createJsonSource('sample.json', TEXT);

test.each<[string, Token, string, number, number]>([
  ['', 'value', TEXT.trim(), 1, 1],
  ['', 'opening', '{', 1, 1],
  ['/versions', 'key', '"versions"', 2, 3],
  ['/versions', 'opening', '[', 2, 15],
  ['/versions/0', 'opening', '{', 3, 5],
  ['/versions/0/id', 'key', '"id"', 3, 7],
  ['/versions/0/id', 'value', '"v2.0"', 3, 13],
  ['/versions/0/links', 'value', '[]', 3, 30],
  ['/versions/0/a~1b~0c', 'value', '{}', 3, 43],
  ['/versions/1/id', 'value', '"v2.2"', 4, 27],
  ['/', 'value', 'null', 6, 7],
])('%s as %s is %j', (pointer, token, found, line, column) => {
  const [range] = source.locate([{ file: 'sample.json', pointer, token }]);
  expect(TEXT.slice(range?.start.offset, range?.end.offset)).toBe(found);
  expect(range?.start).toMatchObject({ line, column });
});

test('locates a place that does not exist at the start of the text', () => {
  expect(source.locate([{ file: 'sample.json', pointer: '/nothing', token: 'value' }])).toEqual([
    { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } },
  ]);
});

test('returns the ranges of spans, tokens and whole files in the order of the places', () => {
  const ranges = source.locate([
    { file: 'sample.json', span: [2, 4] },
    { file: 'sample.json' },
    { file: 'sample.json', pointer: '/versions', token: 'key' },
  ]);
  expect(ranges.map(({ start }) => start.offset)).toEqual([2, 0, 4]);
});

test('counts columns in UTF-16 code units, and \\r as part of its line', () => {
  const wide = createJsonSource('wide.json', '{"\u{1F600}":\r\n"x"}');
  const [range] = wide.locate([{ file: 'wide.json', pointer: '/\u{1F600}', token: 'value' }]);
  expect(range?.start).toEqual({ line: 2, column: 1, offset: 8 });
});
