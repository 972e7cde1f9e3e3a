import { expect, test } from '@jest/globals';

import { hideSecrets } from '../../../src/engine/fleet/hide-secrets';

test.each([
  ['url: https://admin:pw@host/compute', 'url: https://••••••••@host/compute'],
  ['url: "https://p@ss:w@rd@host/"', 'url: "https://•••••••••@host/"'],
  ['url: admin:pw@host', 'url: ••••••••@host'],
  ['X-Auth-Token: gAAAA', 'X-Auth-Token: •••••'],
  ['"X-Auth-Token": "g\\"AA", "name": "a"', '"X-Auth-Token": •••••••, "name": "a"'],
  [
    "{ Cookie: 'a=b; c=d', X-Auth-Token: gAA, name: a }",
    '{ Cookie: ••••••••••, X-Auth-Token: •••, name: a }',
  ],
  ['{ headers: { X-Auth-Token: gAA, }, name: a }', '{ headers: { X-Auth-Token: •••• }, name: a }'],
  ['X-Auth-Token:\n  gAA\nname: a', 'X-Auth-Token:\n  •••\nname: a'],
  ['{ X-Auth-Token: gAA, X-Region: $REGION }', '{ X-Auth-Token: •••, X-Region: $REGION }'],
  ['headers: gAA', 'headers: •••'],
  ['{ headers: "gAA", name: a }', '{ headers: •••••, name: a }'],
  ['key: "-----BEGIN PRIVATE KEY-----\\nMIIE"', 'key: •••••••••••••••••••••••••••••••••••'],
  ['url: https://host/?token=abc', 'url: https://host/?token=•••'],
])('%j becomes %j', (text, hidden) => {
  expect(hideSecrets(text)).toBe(hidden);
});

test.each([
  'X-Auth-Token: $OS_TOKEN',
  'Authorization: Bearer ${OS_TOKEN}',
  'key: client.pem',
  'headers: { X-Region: west }',
  'headers:\n  X-Region: west',
  'headers: *shared',
  'url: https://host/',
])('%j contains no secret', (text) => {
  expect(hideSecrets(text)).toBe(text);
});
