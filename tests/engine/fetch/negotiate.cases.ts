import { describe, expect, test } from '@jest/globals';

import { negotiate } from '../../../src/engine/fetch/negotiate';
import type { OutgoingRequest } from '../../../src/model/live/client';
import {
  BASE,
  but,
  clientOf,
  compute,
  computeWith,
  endpointOf,
  LEGACY,
  negotiated,
  refuse,
  reportLines,
  serve,
  STANDARD,
  withHeaders,
  type Service,
} from '../made-negotiation';

describe('negotiate', () => {
  test('keeps the plain exchange and sends every other request once', async () => {
    const sent: OutgoingRequest[] = [];
    const endpoint = endpointOf(compute, { legacyHeader: LEGACY });
    const { asked, ...negotiation } = await negotiate(endpoint, clientOf(compute, sent));
    expect(negotiation).toEqual({
      kind: 'versioned',
      url: `${BASE}/v2.1/`,
      service: 'compute',
      legacyHeader: LEGACY,
      range: { oldest: { major: 2, minor: 1 }, newest: { major: 2, minor: 93 } },
    });
    expect(asked[0]).toEqual({ asks: 'no-header', exchange: endpoint.plain });
    expect(
      asked.slice(1).map(({ exchange: { request } }) => [request.method, request.url, request.headers]),
    ).toEqual(sent.map(({ method, url, headers }) => [method, url, headers]));
    expect(sent).toHaveLength(17);
  });

  test('sends requests to the URL with credentials and shows the URL without', async () => {
    const sent: OutgoingRequest[] = [];
    const endpoint = { ...endpointOf(compute), url: 'http://admin:secret@compute.test:8774/v2.1/' };
    const { url } = await negotiate(endpoint, clientOf(compute, sent));
    expect(url).toBe(`${BASE}/v2.1/`);
    expect(sent[0]?.url).toBe('http://admin:secret@compute.test:8774/v2.1/');
  });
});

/** Answers as if there were no header. */
const DEAF: Service = ({ method, path }) => compute({ method, path });

/** Compute as it was before `OpenStack-API-Version`. */
const LEGACY_ONLY: Service = ({ method, path, legacy }) => {
  const answer = compute({ method, path, ...(legacy === undefined ? {} : { legacy }) });
  return answer === 'refuses' ? answer : withHeaders(answer, [STANDARD, 'Vary'], ['Vary', LEGACY]);
};

/** Placement: accepts leading zeros. */
const PLACEMENT: Service = (asked) =>
  asked.standard === 'placement 1.039'
    ? serve('1.39', { service: 'placement', oldest: '1.0', newest: '1.39' })
    : computeWith({ service: 'placement', oldest: '1.0', newest: '1.39' })(asked);

/** Block storage: rejects a header for another service only, and responds with 500 if the value is not exactly two words. */
const BLOCK_STORAGE: Service = (asked) => {
  if (asked.standard === 'identity 3.0') return refuse(400, 'malformed');
  if (asked.standard === 'volume' || asked.standard?.split(' ')[2] === 'x') return refuse(500, 'erred');
  return computeWith({ service: 'volume', oldest: '3.0', newest: '3.70' })(asked);
};

describe('the rules of negotiation report, for', () => {
  test.each<[string, Service, readonly string[]]>([
    ['Compute', compute, []],
    ['a service of one microversion', computeWith({ oldest: '2.1', newest: '2.1' }), []],
    ['a service from 1.0 on', computeWith({ service: 'placement', oldest: '1.0', newest: '1.39' }), []],
    ['a service without microversions', computeWith({ oldest: '', newest: '' }), []],
    ['a service that requires a token', () => refuse(401, 'Authentication required'), []],
    ['a service that is down', () => 'refuses', []],
    [
      'a service that fails after the first answer',
      but(({ standard, legacy, method }) =>
        standard === undefined && legacy === undefined && method === 'GET' ? undefined : 'refuses',
      ),
      [],
    ],
    [
      'a service that soon limits our requests',
      but(({ standard, legacy }) =>
        standard === undefined && legacy === undefined ? undefined : refuse(429, 'too many requests'),
      ),
      [],
    ],
    [
      'placement',
      PLACEMENT,
      [
        'live-malformed warning: responds with 200 (microversion 1.39) to `placement 1.039`: respond with 400 if the value is not of the form X.Y',
      ],
    ],
    [
      'block storage',
      BLOCK_STORAGE,
      [
        'live-default warning: responds with 400 to `identity 3.0`, which is for another service, but with 200 (microversion 3.0) without the header: respond the same to both',
        'live-malformed error: responds with 500 to `volume 3.70 x`, `volume`: respond with 400 if the value is not of the form X.Y',
      ],
    ],
    [
      'a service that ignores the header and names the microversion it serves',
      DEAF,
      [
        'live-in-range warning: responds with 200 (microversion 2.1) to `compute 2.93`, and the same to every other microversion: read the header, and serve 2.1 to 2.93 as its document offers',
      ],
    ],
    [
      'a service that ignores the header and names no microversion',
      (asked) => {
        const answer = DEAF(asked);
        return answer === 'refuses' ? answer : { ...answer, headers: [] };
      },
      [
        'live-echo warning: no `OpenStack-API-Version` in the response, so the service type for requests is unknown: send `<service> X.Y` in it with every response, or name the service',
      ],
    ],
    [
      'a service of one microversion that ignores the header',
      ({ method, path }) => computeWith({ oldest: '2.1', newest: '2.1' })({ method, path }),
      [
        'live-out-of-range warning: responds with 200 (microversion 2.1) to `compute 2.2`, `X-OpenStack-Nova-API-Version: 2.2`, `compute 2.0`, which are out of range: respond with 406, and name the oldest, 2.1, and the newest, 2.1, in the body',
      ],
    ],
    [
      'a service that serves newer microversions than its document offers',
      (asked) => {
        const answer = computeWith({ newest: '2.96' })(asked);
        return answer === 'refuses' || answer.status !== 200
          ? answer
          : { ...answer, body: serve('2.1').body };
      },
      [
        'live-latest warning: responds with 200 (microversion 2.96) to `compute latest`, but the newest that its document offers is 2.93: serve that one, or fix the document',
      ],
    ],
    [
      'a service that serves fewer microversions than its document offers',
      (asked) => {
        const answer = computeWith({ newest: '2.90' })(asked);
        return answer === 'refuses' || answer.status !== 200
          ? answer
          : { ...answer, body: serve('2.1').body };
      },
      [
        'live-in-range warning: responds with 406 to `compute 2.93`, but its document offers 2.1 to 2.93: serve each as requested, or fix the document',
      ],
    ],
    [
      'a service that serves an older microversion than its document offers',
      (asked) => {
        const answer = computeWith({ oldest: '2.0' })(asked);
        return answer === 'refuses' || answer.status !== 200
          ? answer
          : { ...answer, body: serve('2.1').body };
      },
      [
        'live-default warning: responds with 200 (microversion 2.0) to a request without a microversion header, but the oldest that its document offers is 2.1: serve that one, or fix the document',
      ],
    ],
  ])('%s', async (_, service, expected) => {
    expect(reportLines(await negotiated(service))).toEqual(expected);
  });

  test('a service type other than the configured one, one finding', async () => {
    expect(reportLines(await negotiated(compute, { configured: 'computing' }))).toEqual([
      'live-echo warning: `OpenStack-API-Version` is "compute 2.1" in the response to a request without a microversion header, which is not for the service type `computing`: send `computing X.Y`, or check it as the service `compute`',
    ]);
  });

  test('a service that knows only the legacy header, one finding', async () => {
    expect(
      reportLines(await negotiated(LEGACY_ONLY, { configured: 'compute', legacyHeader: LEGACY })),
    ).toEqual([
      'live-echo warning: no `OpenStack-API-Version` in the response, which is the same for every requested microversion: read the header, and send `compute X.Y` in it with every response',
    ]);
  });

  test('a root that ignores the header, nothing', async () => {
    expect(reportLines(await negotiated(DEAF, { kind: 'root', url: `${BASE}/` }))).toEqual([]);
  });
});
