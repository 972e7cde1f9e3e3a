import { describe, expect, test } from '@jest/globals';

import {
  childPointer,
  isAtOrBelow,
  lastToken,
  parentPointer,
  pointerFrom,
  pointerTokens,
  valueAt,
} from '../../../src/model/json/json-pointer';

/** The document and the pointers of RFC 6901, section 5. */
const DOCUMENT = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

describe('the table of RFC 6901, section 5', () => {
  test.each<[string, readonly string[], unknown]>([
    ['', [], DOCUMENT],
    ['/foo', ['foo'], ['bar', 'baz']],
    ['/foo/0', ['foo', '0'], 'bar'],
    ['/', [''], 0],
    ['/a~1b', ['a/b'], 1],
    ['/c%d', ['c%d'], 2],
    ['/e^f', ['e^f'], 3],
    ['/g|h', ['g|h'], 4],
    ['/i\\j', ['i\\j'], 5],
    ['/k"l', ['k"l'], 6],
    ['/ ', [' '], 7],
    ['/m~0n', ['m~n'], 8],
  ])('%j', (pointer, tokens, value) => {
    expect(pointerTokens(pointer)).toEqual(tokens);
    expect(pointerFrom(tokens)).toBe(pointer);
    expect(valueAt(DOCUMENT, pointer)).toEqual(value);
  });
});

test.each(['/foo/2', '/foo/-', '/foo/00', '/foo/length', '/nothing', '/toString', '/foo/0/x'])(
  '%j has no value',
  (pointer) => {
    expect(valueAt(DOCUMENT, pointer)).toBeUndefined();
  },
);

test('a pointer has a parent, a last token and children', () => {
  expect(parentPointer('/a~1b/0')).toBe('/a~1b');
  expect(parentPointer('')).toBe('');
  expect(lastToken('/x/a~1b')).toBe('a/b');
  expect(childPointer('/x', 'm~n/o')).toBe('/x/m~0n~1o');
  expect(childPointer('/x', 3)).toBe('/x/3');
});

test.each([
  ['/a', '/a', true],
  ['/a/b', '/a', true],
  ['/a', '', true],
  ['/ab', '/a', false],
  ['/a', '/a/b', false],
])('%j at or below %j: %j', (pointer, outer, expected) => {
  expect(isAtOrBelow(pointer, outer)).toBe(expected);
});
