import { expect, test } from '@jest/globals';

import { formatMicroversion } from '../../../src/model/versions/microversion';
import { statedMicroversion } from '../../../src/model/live/microversion-echo';

const COMMON = 'OpenStack-API-Version';
const OLDER = 'X-OpenStack-Manila-API-Version';

test.each<[string, readonly (readonly [string, string])[], string | undefined, string | undefined]>([
  ['the common header', [[COMMON, 'compute 2.61']], 'compute', '2.61'],
  ['the common header of any service', [[COMMON, 'compute 2.61']], undefined, '2.61'],
  ['the common header of another service', [[COMMON, 'volume 3.1']], 'compute', undefined],
  ['the older header', [[OLDER, '2.7']], 'compute', '2.7'],
  [
    'both: the common one counts',
    [
      [OLDER, '2.7'],
      [COMMON, 'compute 2.61'],
    ],
    'compute',
    '2.61',
  ],
  [
    'the older one, if the common one is for another service',
    [
      [COMMON, 'volume 3.1'],
      [OLDER, '2.7'],
    ],
    'compute',
    '2.7',
  ],
  [
    'the older one, if the common one has no microversion',
    [
      [COMMON, 'compute latest'],
      [OLDER, '2.7'],
    ],
    'compute',
    '2.7',
  ],
  [
    'the first older one with a microversion',
    [
      [OLDER, 'x'],
      [OLDER, '2.8'],
    ],
    'compute',
    '2.8',
  ],
  ['none', [['Vary', COMMON]], 'compute', undefined],
  [
    'no header with a microversion',
    [
      [COMMON, 'compute'],
      [OLDER, ''],
    ],
    undefined,
    undefined,
  ],
])('%s', (_, headers, service, stated) => {
  const found = statedMicroversion(headers, service, [undefined, OLDER]);
  expect(found && formatMicroversion(found)).toBe(stated);
});
