import { expect, test } from '@jest/globals';

import { clipEnd, clipMessage, clipMiddle } from '../../src/model/clip-text';

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['a\u{1F600}b', 3, 'a…'],
])('the end of %j is cut after %d', (text, most, clipped) => {
  expect(clipEnd(text, most)).toBe(clipped);
});

test.each([
  ['abcdefgh', 8, 'abcdefgh'],
  ['abcdefghij', 7, 'abcd…ij'],
  ['abc\u{1F600}\u{1F600}\u{1F600}', 7, 'abc…\u{1F600}'],
])('the middle of %j is cut, to %d', (text, most, clipped) => {
  expect(clipMiddle(text, most)).toBe(clipped);
});

test('a message keeps its words, up to 200 characters each, and 2,000 in all', () => {
  const long = 'x'.repeat(10_000);
  expect(clipMessage('expected a string, got null')).toBe('expected a string, got null');
  expect(clipMessage(`no file \`${long}.json\`: fix it`)).toMatch(/^no file `x{132}…x{59}\.json`: fix it$/);
  expect(clipMessage('word '.repeat(1000))).toHaveLength(2000);
});
