import { describe, expect, test } from '@jest/globals';

import { negotiationRequests } from '../../../src/engine/fetch/negotiation-requests';
import { parseMicroversion } from '../../../src/model/versions/microversion';
import { BASE, compute, computeWith, endpointOf, LEGACY, refuse, STANDARD } from '../made-negotiation';

type Endpoint = Parameters<typeof negotiationRequests>[0];

/** Each request as `case: METHOD path header: value`. */
function linesOf(endpoint: Endpoint): readonly string[] {
  return negotiationRequests(endpoint).map(({ asks, request: { method, url, headers } }) =>
    [
      `${asks}: ${method}`,
      url.replace(BASE, ''),
      ...headers.map(([name, value]) => `${name}: ${value}`),
    ].join(' '),
  );
}

/** The values of the standard header for a range, by case. */
function valuesOf(oldest: string, newest: string): ReadonlyMap<string, string | undefined> {
  const endpoint = endpointOf(computeWith({ oldest, newest }));
  return new Map(negotiationRequests(endpoint).map(({ asks, request }) => [asks, request.headers[0]?.[1]]));
}

describe('negotiationRequests', () => {
  test('covers every way of asking a versioned endpoint except the plain one, which was already sent', () => {
    expect(linesOf(endpointOf(compute, { legacyHeader: LEGACY }))).toEqual([
      `oldest: GET /v2.1/ ${STANDARD}: compute 2.1`,
      `newest: GET /v2.1/ ${STANDARD}: compute 2.93`,
      `latest: GET /v2.1/ ${STANDARD}: compute latest`,
      `above-newest: GET /v2.1/ ${STANDARD}: compute 2.94`,
      `below-oldest: GET /v2.1/ ${STANDARD}: compute 2.0`,
      `malformed-word: GET /v2.1/ ${STANDARD}: compute abc`,
      `malformed-no-minor: GET /v2.1/ ${STANDARD}: compute 2`,
      `malformed-three-parts: GET /v2.1/ ${STANDARD}: compute 2.93.0`,
      `malformed-leading-zero: GET /v2.1/ ${STANDARD}: compute 2.093`,
      `malformed-trailing-word: GET /v2.1/ ${STANDARD}: compute 2.93 x`,
      `no-version: GET /v2.1/ ${STANDARD}: compute`,
      `other-service: GET /v2.1/ ${STANDARD}: identity 3.0`,
      `two-values: GET /v2.1/ ${STANDARD}: identity 3.0, compute 2.93`,
      `legacy-newest: GET /v2.1/ ${LEGACY}: 2.93`,
      `legacy-above-newest: GET /v2.1/ ${LEGACY}: 2.94`,
      'head: HEAD /v2.1/',
      'other-slash: GET /v2.1',
    ]);
  });

  test('sends the root the three headers that it must ignore', () => {
    expect(linesOf(endpointOf(compute, { kind: 'root', url: `${BASE}/`, legacyHeader: LEGACY }))).toEqual([
      `newest: GET / ${STANDARD}: compute 2.93`,
      `latest: GET / ${STANDARD}: compute latest`,
      `above-newest: GET / ${STANDARD}: compute 2.94`,
    ]);
  });

  test('leaves out the cases that need a service type if it is unknown', () => {
    const { service, ...endpoint } = endpointOf(compute);
    expect(service).toBe('compute');
    expect(linesOf(endpoint)).toEqual(['head: HEAD /v2.1/', 'other-slash: GET /v2.1']);
  });

  test('sends credentials if the plain request did, and names the origin', () => {
    const endpoint = endpointOf(compute, { token: true, origin: 'region one' });
    for (const { request } of negotiationRequests(endpoint)) {
      expect(request).toMatchObject({ token: true, origin: 'region one' });
    }
  });

  test.each([
    ['the next lower minor', '2.60', '2.59'],
    ['minor 0', '2.1', '2.0'],
    ['the previous major, if there is no lower minor', '3.0', '2.99'],
    ['nothing, if the previous major is 0, which no microversion has', '1.0', undefined],
  ])('asks below the oldest for %s', (_, oldest, below) => {
    expect(valuesOf(oldest, '4.7').get('below-oldest')).toBe(
      below === undefined ? undefined : `compute ${below}`,
    );
  });

  test('asks above the newest for the next minor as an integer', () => {
    expect(valuesOf('2.1', '2.9').get('above-newest')).toBe('compute 2.10');
    expect(valuesOf('2.1', '2.99').get('above-newest')).toBe('compute 2.100');
  });

  test('asks identity for a version of compute, and other services for a version of identity', () => {
    const asked = negotiationRequests(endpointOf(computeWith({ service: 'identity' })));
    expect(asked.find(({ asks }) => asks === 'other-service')?.request.headers).toEqual([
      [STANDARD, 'compute 2.1'],
    ]);
  });

  test.each([
    ['/v2.1', '/v2.1/'],
    ['/compute/v2.1/', '/compute/v2.1'],
    ['/v2.1/?limit=1', '/v2.1?limit=1'],
    ['/', undefined],
  ])('the path %s is also requested as %s', (path, other) => {
    const slash = negotiationRequests(endpointOf(compute, { url: BASE + path })).find(
      ({ asks }) => asks === 'other-slash',
    );
    expect(slash?.request.url).toBe(other === undefined ? undefined : BASE + other);
  });

  test.each<[string, Endpoint]>([
    [
      'requires a token',
      endpointOf(() => refuse(401, 'Authentication required'), { range: rangeFrom('2.1', '2.93') }),
    ],
    ['does not exist', endpointOf(() => refuse(404, 'Not found'), { range: rangeFrom('2.1', '2.93') })],
    ['did not answer', endpointOf(() => 'refuses', { range: rangeFrom('2.1', '2.93') })],
    ['has no microversions', endpointOf(computeWith({ oldest: '', newest: '' }))],
  ])('sends nothing more to an endpoint that %s', (_, endpoint) => {
    expect(negotiationRequests(endpoint)).toEqual([]);
  });
});

function rangeFrom(oldest: string, newest: string): NonNullable<Endpoint['range']> {
  const none = { major: 0, minor: 0 };
  return { oldest: parseMicroversion(oldest) ?? none, newest: parseMicroversion(newest) ?? none };
}
