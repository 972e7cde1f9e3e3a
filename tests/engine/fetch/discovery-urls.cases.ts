import { expect, test } from '@jest/globals';

import { discoveryUrls, versionsUrlsAbove } from '../../../src/engine/fetch/discovery-urls';

const H = 'http://cloud:8778';

test.each([
  ['/', ['/']],
  ['/v1', ['/v1', '/']],
  ['/v1/', ['/v1/', '/']],
  ['/V2.1/AUTH_a', ['/V2.1/AUTH_a', '/V2.1', '/']],
  ['/v3/0123456789abcdef0123456789abcdef/', ['/v3/0123456789abcdef0123456789abcdef/', '/v3', '/']],
  ['/volume/v3/p1', ['/volume/v3/p1', '/volume/v3', '/volume/']],
  ['/v1/p/v2/q', ['/v1/p/v2/q', '/v1', '/']],
  ['/compute', ['/compute', '/compute/']],
  ['/compute/', ['/compute/']],
  ['/a/b', ['/a/b', '/a/b/']],
  ['/v1beta/x', ['/v1beta/x', '/v1beta/x/']],
  ['/%61/v1/a%2Fb', ['/%61/v1/a%2Fb', '/%61/v1', '/%61/']],
])('the versions of %s', (path, paths) => {
  expect(discoveryUrls(H + path)).toEqual(paths.map((one) => H + one));
});

test('a user name and password are kept', () => {
  expect(discoveryUrls('https://me:p%40ss@cloud/v1/p')).toEqual([
    'https://me:p%40ss@cloud/v1/p',
    'https://me:p%40ss@cloud/v1',
    'https://me:p%40ss@cloud/',
  ]);
});

test.each([
  ['/v2.1/flavors/1?limit=2', ['/', '/v2.1', '/v2.1/']],
  ['/compute/v2.1/', ['/compute/', '/compute/v2.1', '/compute/v2.1/']],
  ['/placement/resource_providers', ['/placement/']],
])('the versions above %s', (path, paths) => {
  expect(versionsUrlsAbove(H + path, `${H}/placement`)).toEqual(paths.map((one) => H + one));
});
