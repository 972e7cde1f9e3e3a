import { expect, test } from '@jest/globals';

import { mayMatchBelow } from '../../../src/project/samples/may-match-below';

test.each([
  ['a/b.json', 'a', true],
  ['a/b/c.json', 'a', true],
  ['a/b/c.json', 'a/b', true],
  ['*/b.json', 'a', true],
  ['**/*.json', 'a/b', true],
  ['a/**', 'a/b/c', true],
  ['a/**/c.json', 'a', true],
  ['{microversion}/b.json', 'v2.1', true],
  ['a/{microversion}/b.json', 'a', true],
  ['{a,b}/*.json', 'b', true],
  ['{name}/*.json', 'b', true],
  ['a/x-{name}/*.json', 'a/x-1', true],
  ['a/x-{name}/*.json', 'a/y-1', false],
  ['a.json', 'a.json', false],
  ['*.json', 'a', false],
  ['a/b.json', 'b', false],
  ['a/b.json', 'a/b.json', false],
  ['a/b.json', 'a/c', false],
  ['b/**', 'a', false],
  ['{a,b}/*.json', 'c', false],
  ['ab/c.json', 'a', false],
])('%s below %s: %j', (pattern, folder, expected) => {
  expect(mayMatchBelow(pattern, folder)).toBe(expected);
});
