import { expect, test } from '@jest/globals';

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
  expect(queryJsonPath(query, DOCUMENT)).toEqual({ matches });
});

test('returns the mistake in an invalid query', () => {
  expect(queryJsonPath('versions[', DOCUMENT)).toEqual({ mistake: expect.any(String) });
});
