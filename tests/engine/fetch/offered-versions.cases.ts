import { describe, expect, test } from '@jest/globals';

import {
  offeredVersions,
  rangeInHeaders,
  settledVersions,
  versionAboveUrl,
  versionAtUrl,
} from '../../../src/engine/fetch/offered-versions';
import type { HttpHeaders } from '../../../src/model/live/exchange';
import { answered, refused } from '../../rules/live/made-exchanges';

const BASE = 'http://cloud.test/compute/';

function entry(id: string, href: string, ends: readonly string[] = []): object {
  const [oldest, newest] = ends;
  return {
    id,
    status: 'SUPPORTED',
    links: [{ rel: 'self', href }],
    ...(oldest === undefined ? {} : { min_version: oldest, version: newest }),
  };
}

function range(oldest: readonly [number, number], newest: readonly [number, number]) {
  const [from, to] = [oldest, newest].map(([major, minor]) => ({ major, minor }));
  return { oldest: from, newest: to };
}

const LIST = answered({
  url: BASE,
  body: {
    versions: [
      entry('v2.0', `${BASE}v2/`),
      entry('v2.1', 'http://other.test/compute/v2.1', ['2.1', '2.96']),
      entry('v3', 'v3/', ['3.0', '3.70']),
      entry('v4', `${BASE}v4/`, ['4.5', '4.1']),
    ],
  },
});

/** The document of a version, without microversions. */
function documentOf(id: string) {
  return answered({ url: `${BASE}${id}/`, body: { version: entry(`${id}.0`, `${BASE}${id}/`) } });
}

describe('the versions in documents', () => {
  const versions = offeredVersions([
    LIST,
    refused(),
    answered({ url: `${BASE}servers`, body: { versions: [{ id: 1 }] } }),
    answered({ url: `${BASE}v5/`, body: { version: entry('v5.0', `${BASE}v5/`, ['5.0', '5.2']) } }),
  ]);

  test('are listed by path, with their range if it is not empty, and the URL of the document', () => {
    expect(versions).toEqual([
      { path: '/compute/v2', statedAt: BASE },
      { path: '/compute/v2.1', range: range([2, 1], [2, 96]), statedAt: BASE },
      { path: '/compute/v3', range: range([3, 0], [3, 70]), statedAt: BASE },
      { path: '/compute/v4', statedAt: BASE },
      { path: '/compute/v5', range: range([5, 0], [5, 2]), statedAt: `${BASE}v5/` },
    ]);
  });

  test('of one version are also at the URL of the document', () => {
    const url = 'http://proxy.test/compute/v5/';
    const moved = answered({ url, body: { version: entry('v5.0', 'http://h.test/v5/', ['5.0', '5.2']) } });
    expect(offeredVersions([moved]).map(({ path }) => path)).toEqual(['/v5', '/compute/v5']);
  });

  test('without a range are settled only if another document says so', () => {
    expect(
      settledVersions(offeredVersions([LIST, documentOf('v2'), documentOf('v6')])).map(({ path }) => path),
    ).toEqual(['/compute/v2', '/compute/v2.1', '/compute/v3', '/compute/v4']);
  });

  test('with a range win over the same without', () => {
    const both = offeredVersions([documentOf('v3'), LIST]);
    expect(versionAtUrl(both, `${BASE}v3`)?.statedAt).toBe(BASE);
    expect(versionAboveUrl(both, `${BASE}v3/types`)?.statedAt).toBe(BASE);
  });

  test.each([
    ['v2.1', '/compute/v2.1', undefined],
    ['v2.1/', '/compute/v2.1', undefined],
    ['v2.1/flavors/1', undefined, '/compute/v2.1'],
    ['v3/p/types?x=1', undefined, '/compute/v3'],
    ['v2.10/flavors', undefined, undefined],
    ['v2/servers', undefined, '/compute/v2'],
    ['', undefined, undefined],
  ])('are at or above %s', (path, at, above) => {
    expect(versionAtUrl(versions, BASE + path)?.path).toBe(at);
    expect(versionAboveUrl(versions, BASE + path)?.path).toBe(above);
  });

  test.each(['', '/'])('are at their document if the self link is "%s"', (href) => {
    const [own] = offeredVersions([
      answered({
        url: 'http://p.test/placement/',
        body: { versions: [entry('v1.0', href, ['1.0', '1.39'])] },
      }),
    ]);
    expect(own?.path).toBe('/placement');
  });

  test('at the root are above everything, but the longest path counts', () => {
    const nested = offeredVersions([
      answered({ url: 'http://p.test/', body: { versions: [entry('v1.0', '', ['1.0', '1.39'])] } }),
      answered({ url: 'http://p.test/', body: { versions: [entry('v1.1', '/v1/', ['1.1', '1.2'])] } }),
    ]);
    expect(versionAboveUrl(nested, 'http://p.test/resource_providers')?.path).toBe('');
    expect(versionAboveUrl(nested, 'http://p.test/v1/nodes')?.path).toBe('/v1');
  });
});

describe('the range in older headers', () => {
  test.each<[string, HttpHeaders, object | undefined]>([
    [
      "with the project's name",
      [
        ['X-OpenStack-Ironic-API-Minimum-Version', '1.1'],
        ['X-OpenStack-Ironic-API-Maximum-Version', '1.82'],
      ],
      { service: 'baremetal', range: range([1, 1], [1, 82]) },
    ],
    [
      'in lower case, in the other order',
      [
        ['x-openstack-manila-api-maximum-version', '2.70'],
        ['x-openstack-manila-api-minimum-version', '2.0'],
      ],
      { service: 'shared-file-system', range: range([2, 0], [2, 70]) },
    ],
    [
      'with the service type in the values',
      [
        ['OpenStack-API-Minimum-Version', 'container-infra 1.1'],
        ['OpenStack-API-Maximum-Version', 'container-infra 1.11'],
      ],
      { service: 'container-infra', range: range([1, 1], [1, 11]) },
    ],
    [
      'without a service',
      [
        ['OpenStack-API-Minimum-Version', '1.1'],
        ['OpenStack-API-Maximum-Version', '1.11'],
      ],
      { range: range([1, 1], [1, 11]) },
    ],
    ['without the newest', [['X-OpenStack-Ironic-API-Minimum-Version', '1.1']], undefined],
    [
      'of two services',
      [
        ['X-OpenStack-Ironic-API-Minimum-Version', '1.1'],
        ['X-OpenStack-Manila-API-Maximum-Version', '2.0'],
      ],
      undefined,
    ],
    [
      'that is empty',
      [
        ['X-OpenStack-Ironic-API-Minimum-Version', '1.82'],
        ['X-OpenStack-Ironic-API-Maximum-Version', '1.1'],
      ],
      undefined,
    ],
    [
      'that is malformed',
      [
        ['X-OpenStack-Ironic-API-Minimum-Version', 'one'],
        ['X-OpenStack-Ironic-API-Maximum-Version', '1.1'],
      ],
      undefined,
    ],
    ['without headers', [['X-OpenStack-Ironic-API-Version', '1.1']], undefined],
  ])('%s', (_, headers, expected) => {
    expect(rangeInHeaders(answered({ headers }))).toEqual(expected);
  });

  test('is unknown without an answer', () => {
    expect(rangeInHeaders(refused())).toBeUndefined();
  });
});
