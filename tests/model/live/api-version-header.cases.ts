import { expect, test } from '@jest/globals';

import { apiVersionValues, headerServiceType } from '../../../src/model/live/api-version-header';
import type { HttpHeaders } from '../../../src/model/live/exchange';

const NEWEST = { service: 'compute', microversion: { major: 2, minor: 93 } };

test.each<[string, HttpHeaders, unknown]>([
  ['a service type and a microversion', [['OpenStack-API-Version', 'compute 2.93']], [NEWEST]],
  ['any case', [['openstack-api-version', 'COMPUTE 2.93']], [NEWEST]],
  [
    'several values, in one header line or in several',
    [
      ['OpenStack-API-Version', 'identity 3.0,compute 2.93'],
      ['OpenStack-API-Version', 'compute   2.93'],
    ],
    [{ service: 'identity', microversion: { major: 3, minor: 0 } }, NEWEST, NEWEST],
  ],
  [
    'a word that is not a microversion',
    [['OpenStack-API-Version', 'compute latest']],
    [{ service: 'compute' }],
  ],
  ['nothing from one word or three', [['OpenStack-API-Version', '2.93, compute, compute 2.93 x']], []],
  [
    'nothing from a service type that a header cannot contain',
    [['OpenStack-API-Version', 'comput\u00e9 2.93']],
    [],
  ],
  ['nothing from other headers', [['X-OpenStack-Nova-API-Version', '2.93']], []],
])('reads %s', (_, headers, expected) => {
  expect(apiVersionValues(headers)).toEqual(expected);
});

test.each([
  ['compute', 'compute'],
  ['Placement', 'placement'],
  ['volumev3', 'volume'],
  ['block-storage', 'volume'],
  ['sharev2', 'shared-file-system'],
])('the service type %s of the catalog is %s in the header', (type, expected) => {
  expect(headerServiceType(type)).toBe(expected);
});
