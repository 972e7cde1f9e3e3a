import { describe, expect, test } from '@jest/globals';

import {
  endpointKindOf,
  olderHeaderIn,
  rangeOf,
  serviceOf,
} from '../../../src/engine/fetch/negotiation-endpoint';
import type { HttpHeaders } from '../../../src/model/live/exchange';
import { answered, refused } from '../../rules/live/made-exchanges';

const URL_OF_ROOT = 'http://compute.test:8774/';

function entry(id: string, range: readonly [string, string] | undefined, more: object = {}): object {
  const [oldest, newest] = range ?? [];
  return {
    id,
    status: 'SUPPORTED',
    links: [{ rel: 'self', href: `http://compute.test:8774/${id}/` }],
    ...(oldest === undefined ? {} : { min_version: oldest, version: newest }),
    ...more,
  };
}

function mediaType(type: string): object {
  return { 'media-types': [{ base: 'application/json', type }] };
}

describe('serviceOf', () => {
  test.each([
    ['compute', 'compute'],
    ['Compute', 'compute'],
    ['volumev3', 'volume'],
    ['block-storage', 'volume'],
    ['sharev2', 'shared-file-system'],
    ['manila', 'shared-file-system'],
    ['masakari', 'instance-ha'],
  ])(
    'converts the configured type %s to the one that clients send in the header: %s',
    (configured, expected) => {
      expect(serviceOf(answered(), configured)).toBe(expected);
    },
  );

  test.each<[string, HttpHeaders, object, string | undefined]>([
    ['the header of the answer', [['openstack-api-version', 'placement 1.0']], {}, 'placement'],
    ["the project's name in the header", [['OpenStack-API-Version', 'masakari 1.3']], {}, 'instance-ha'],
    [
      'the header rather than the media types',
      [['OpenStack-API-Version', 'volume 3.0']],
      { version: entry('v3.0', undefined, mediaType('application/vnd.openstack.compute+json;version=3')) },
      'volume',
    ],
    [
      'the media types of one version',
      [],
      { version: entry('v2.1', undefined, mediaType('application/vnd.openstack.compute+json;version=2.1')) },
      'compute',
    ],
    [
      'the media types of a list, without the major version',
      [],
      {
        versions: [
          entry('v2.0', undefined),
          entry('v3.0', undefined, mediaType('application/vnd.openstack.identity-v3+json')),
        ],
      },
      'identity',
    ],
    ['nothing from a header without a service', [['OpenStack-API-Version', '2.1']], {}, undefined],
    [
      'nothing from a header that is not plain ASCII',
      [['OpenStack-API-Version', 'comput\u00e9 2.1']],
      {},
      undefined,
    ],
    [
      'nothing from a document without media types',
      [],
      { version: entry('v2.1', ['2.1', '2.93']) },
      undefined,
    ],
  ])('reads %s', (_, headers, body, expected) => {
    expect(serviceOf(answered({ headers, body }))).toBe(expected);
  });

  test('reads nothing without an answer', () => {
    expect(serviceOf(refused())).toBeUndefined();
  });
});

describe('rangeOf', () => {
  const range = { oldest: { major: 2, minor: 1 }, newest: { major: 2, minor: 93 } };

  test.each<[string, unknown, unknown]>([
    ['of one version', { version: entry('v2.1', ['2.1', '2.93']) }, range],
    ['with `max_version`', { versions: [entry('v2.1', ['2.1', '2.60'], { max_version: '2.93' })] }, range],
    [
      'of the only version with microversions',
      { versions: [entry('v2.0', ['', '']), entry('v2.1', ['2.1', '2.93'])] },
      range,
    ],
    [
      'of the highest version with microversions',
      { versions: [entry('v2.1', ['2.1', '2.93']), entry('v1.0', ['1.0', '1.7']), entry('v3.0', undefined)] },
      range,
    ],
    ['without microversions', { version: entry('v2.0', ['', '']) }, undefined],
    ['without an oldest microversion', { version: entry('v2.1', undefined, { version: '2.93' }) }, undefined],
    ['with a range that ends before it starts', { version: entry('v2.1', ['2.93', '2.1']) }, undefined],
    ['without a known shape', [1], undefined],
  ])('reads the range of a document %s', (_, body, expected) => {
    expect(rangeOf(answered({ body: JSON.stringify(body) }))).toEqual(expected);
  });

  test('reads nothing without an answer', () => {
    expect(rangeOf(refused())).toBeUndefined();
  });
});

describe('endpointKindOf', () => {
  test.each([
    ['the document of one version', 'versioned', { version: entry('v2.1', ['2.1', '2.93']) }],
    ['a bare version', 'versioned', entry('v1', undefined)],
    [
      'a list of several versions',
      'root',
      { versions: [entry('v2.0', undefined), entry('v2.1', ['2.1', '2.93'])] },
    ],
    ['a list of one version at another URL', 'root', { versions: [entry('v3.0', ['3.0', '3.70'])] }],
    [
      'a list of one version at the same URL',
      'versioned',
      { versions: [entry('v1.0', ['1.0', '1.39'], { links: [{ rel: 'self', href: '' }] })] },
    ],
    [
      'a list of one version at "/"',
      'versioned',
      { versions: [entry('v1.0', ['1.0', '1.39'], { links: [{ rel: 'self', href: '/' }] })] },
    ],
    ['another document', 'root', { servers: [] }],
  ])('%s is of kind %s', (_, expected, body) => {
    expect(endpointKindOf(answered({ url: URL_OF_ROOT, body }))).toBe(expected);
  });
});

describe('the older header that an endpoint knows', () => {
  test.each<readonly [service: string | undefined, headers: HttpHeaders, expected: string | undefined]>([
    ['compute', [['X-OpenStack-Nova-API-Version', '2.1']], 'X-OpenStack-Nova-API-Version'],
    ['nova', [['x-openstack-nova-api-version', '2.1']], 'X-OpenStack-Nova-API-Version'],
    ['baremetal', [['X-OpenStack-Ironic-API-Minimum-Version', '1.1']], 'X-OpenStack-Ironic-API-Version'],
    [
      'shared-file-system',
      [['Vary', 'Accept, X-OpenStack-Manila-API-Version']],
      'X-OpenStack-Manila-API-Version',
    ],
    ['compute', [['Vary', 'OpenStack-API-Version']], undefined],
    ['compute', [], undefined],
    ['compute', [['X-OpenStack-Ironic-API-Version', '1.1']], undefined],
    ['placement', [['X-OpenStack-Placement-API-Version', '1.1']], undefined],
    [undefined, [['X-OpenStack-Nova-API-Version', '2.1']], undefined],
  ])('of %s with %j', (service, headers, expected) => {
    expect(olderHeaderIn(answered({ headers }), service)).toBe(expected);
  });

  test('is unknown without an answer', () => {
    expect(olderHeaderIn(refused(), 'compute')).toBeUndefined();
  });
});
