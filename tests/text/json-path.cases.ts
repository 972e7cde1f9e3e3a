import { Script } from 'node:vm';

import { expect, jest, test } from '@jest/globals';

import { queryJsonPath } from '../../src/text/json-path';

const DOCUMENT = {
  versions: [
    { id: 'v2.0', version: '' },
    { id: 'v2.1', version: '2.60' },
  ],
  'a/b': 1,
};

test.each([
  ["$.versions[?@.id=='v2.1'].version", [{ pointer: '/versions/1/version', value: '2.60' }]],
  [
    '$.versions[*].id',
    [
      { pointer: '/versions/0/id', value: 'v2.0' },
      { pointer: '/versions/1/id', value: 'v2.1' },
    ],
  ],
  ["$['a/b']", [{ pointer: '/a~1b', value: 1 }]],
  ['$.nothing', []],
])('%s', (query, matches) => {
  expect(queryJsonPath(query, DOCUMENT, 2000)).toEqual({ matches });
});

test('returns the mistake in an invalid query', () => {
  expect(queryJsonPath('versions[', DOCUMENT, 2000)).toEqual({ mistake: expect.any(String) });
});

test.each([
  ['selects one value in many ways', `$${'[0,0]'.repeat(25)}`, JSON.parse('['.repeat(30) + ']'.repeat(30))],
  ['has a pattern that goes back', "$[?match(@, '(a*)*b')]", ['a'.repeat(40)]],
])('a query that %s stops after the time limit', (_, query, value) => {
  expect(queryJsonPath(query, value, 50)).toBe('timed-out');
});

test.each([
  ['$[0][0]', 0],
  ['$..[0]', 0],
  ['$.versions[*].id', 0],
  ['$..[0]..[0]', 1],
  ['$[0,0]', 1],
  ['$[?@.id]', 1],
])('%s starts %i watchdogs', (query, watchdogs) => {
  const started = jest.spyOn(Script.prototype, 'runInContext');
  queryJsonPath(query, [[1]], 2000);
  expect(started).toHaveBeenCalledTimes(watchdogs);
  started.mockRestore();
});
