import { expect, jest, test } from '@jest/globals';

import { createNearestPath, nearest, nearestPath } from '../../src/model/nearest';

test.each([
  ['only its case', 'Current', 'CURRENT'],
  ['a letter that is missing', 'SUPORTED', 'SUPPORTED'],
  ['a letter too many', 'checkk', 'check'],
  ['a third of it wrong', 'DPRECTED', 'DEPRECATED'],
  ['two neighbours swapped, in a short word', 'lasw', 'laws'],
  ['two neighbours swapped at its start', 'hceck', 'check'],
  ['two neighbours swapped at its end', 'chekc', 'check'],
])('a word is taken for the candidate from which it differs by %s', (_, word, expected) => {
  expect(nearest(word, ['check', 'laws', 'CURRENT', 'SUPPORTED', 'DEPRECATED'])).toBe(expected);
});

test.each([
  ['more than a third of it wrong', 'stat', ['status']],
  ['two letters swapped that are no neighbours', 'khecc', ['check']],
  ['everything', 'frobnicate', ['check', 'laws']],
  ['nothing to compare with', 'check', []],
])('a word is taken for none: %s', (_, word, candidates) => {
  expect(nearest(word, candidates)).toBeUndefined();
});

test.each([
  ['api_samples/servers/list.json', 'servers/list.json'],
  ['list.json', 'servers/list.json'],
  ['servers/lits.json', 'servers/list.json'],
  ['elsewhere.json', undefined],
])('the path that %s means is %s', (path, expected) => {
  expect(nearestPath(path, ['servers/list.json', 'flavors/show.json'])).toBe(expected);
});

test('of thousands of wrong paths the first hundred are compared with all there are, each once', () => {
  const candidates = jest.fn(() => ['servers/list.json']);
  const meant = createNearestPath(candidates);
  const paths = Array.from({ length: 1000 }, (_, index) => `${index}/servers/list.json`);
  const answers = [...paths, ...paths].map(meant);
  expect(answers.slice(0, 101)).toEqual([...Array(100).fill('servers/list.json'), undefined]);
  expect(answers.slice(1000)).toEqual(answers.slice(0, 1000));
  expect(candidates).toHaveBeenCalledTimes(100);
});
