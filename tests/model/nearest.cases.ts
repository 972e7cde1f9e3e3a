import { expect, jest, test } from '@jest/globals';

import { createNearestPath, nearest, nearestPath } from '../../src/model/nearest';

test.each([
  ['only the case', 'Current', 'CURRENT'],
  ['a missing letter', 'SUPORTED', 'SUPPORTED'],
  ['an extra letter', 'checkk', 'check'],
  ['a third of the letters', 'DPRECTED', 'DEPRECATED'],
  ['a letter in each word', 'hos_nane', 'host_name'],
  ['a digit', 'thumb_961', 'thumb_960'],
  ['two neighbouring letters swapped, in a short word', 'lasw', 'laws'],
  ['two neighbouring letters swapped at the start', 'hceck', 'check'],
  ['two neighbouring letters swapped at the end', 'chekc', 'check'],
])('nearest finds a candidate that differs by %s', (_, word, expected) => {
  expect(
    nearest(word, ['check', 'laws', 'CURRENT', 'SUPPORTED', 'DEPRECATED', 'host_name', 'thumb_960']),
  ).toBe(expected);
});

test.each([
  ['differs in more than a third of the letters', 'stat', ['status']],
  ['has two letters swapped that are not neighbours', 'khecc', ['check']],
  ['has another word at a place', 'invalid_auth', ['invalid_name']],
  ['has another short word at the end', 'thumb_360_gif', ['thumb_960_h']],
  ['differs completely', 'frobnicate', ['check', 'laws']],
  ['has no candidates', 'check', []],
])('nearest finds nothing for a word that %s', (_, word, candidates) => {
  expect(nearest(word, candidates)).toBeUndefined();
});

test.each([
  ['api_samples/servers/list.json', 'servers/list.json'],
  ['list.json', 'servers/list.json'],
  ['servers/lits.json', 'servers/list.json'],
  ['elsewhere.json', undefined],
])('the nearest path of %s is %s', (path, expected) => {
  expect(nearestPath(path, ['servers/list.json', 'flavors/show.json'])).toBe(expected);
});

test('createNearestPath compares only the first hundred wrong paths, each once', () => {
  const candidates = jest.fn(() => ['servers/list.json']);
  const meant = createNearestPath(candidates);
  const paths = Array.from({ length: 1000 }, (_, index) => `${index}/servers/list.json`);
  const answers = [...paths, ...paths].map(meant);
  expect(answers.slice(0, 101)).toEqual([...Array(100).fill('servers/list.json'), undefined]);
  expect(answers.slice(1000)).toEqual(answers.slice(0, 1000));
  expect(candidates).toHaveBeenCalledTimes(100);
});
