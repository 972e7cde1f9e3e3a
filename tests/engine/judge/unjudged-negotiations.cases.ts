import { expect, test } from '@jest/globals';

import { fetchVersions } from '../../../src/engine/fetch/fetch-versions';
import { unjudgedNegotiations } from '../../../src/engine/judge/unjudged-negotiations';
import { judgePlan } from '../../../src/engine/pipeline';
import { planLaws } from '../../../src/engine/plan-laws';
import { summaryLine } from '../../../src/reporters/summary-line';
import { resultOf } from '../../reporters/results';
import { brief } from '../brief';
import { BASE, but, clientOf, negotiated, refuse, STANDARD, type Service } from '../made-negotiation';

const URL = `${BASE}/v2.1/`;

const REFUSING: Service = but(({ standard }) =>
  standard === undefined ? undefined : refuse(401, 'no token'),
);

test.each<[string, Service, object[]]>([
  ['nothing', but(() => undefined), []],
  [
    'every microversion',
    but(({ standard, legacy }) => ((standard ?? legacy) === undefined ? undefined : refuse(403, 'no'))),
    [
      {
        what: 'endpoints (403)',
        one: 'endpoint (403)',
        items: [URL],
        nothingOf: 'the negotiation',
      },
    ],
  ],
  [
    'some requests, with two statuses',
    but(({ standard }) =>
      standard === 'compute 2.1'
        ? refuse(429, 'slow')
        : standard === 'compute abc'
          ? refuse(401, 'no')
          : undefined,
    ),
    [
      {
        what: 'endpoints (401 and 429 to some requests)',
        one: 'endpoint (401 and 429 to some requests)',
        items: [URL],
      },
    ],
  ],
  [
    'only what names no microversion',
    but(({ method }) => (method === 'HEAD' ? refuse(401, 'no') : undefined)),
    [{ what: 'endpoints (401 to some requests)', one: 'endpoint (401 to some requests)', items: [URL] }],
  ],
  [
    'a microversion with another status',
    but(({ standard }) => (standard === 'compute 2.1' ? refuse(404, 'no') : undefined)),
    [],
  ],
])('a service that refuses %s', async (_, service, expected) => {
  expect(unjudgedNegotiations([await negotiated(service)])).toEqual(expected);
});

test('nothing was checked only if every endpoint refuses', async () => {
  const both = [await negotiated(REFUSING, {}), await negotiated(but(() => undefined))];
  expect(unjudgedNegotiations(both)).toEqual([
    { what: 'endpoints (401)', one: 'endpoint (401)', items: [URL] },
  ]);
});

test.each<[string, Service, readonly string[], string]>([
  [
    'refuses every microversion',
    but(({ standard, legacy }) => ((standard ?? legacy) === undefined ? undefined : refuse(401, 'no token'))),
    [],
    '1 response: no findings; nothing of the negotiation could be judged: 1 endpoint (401)',
  ],
  [
    'does not answer some',
    but(({ standard }) => (standard?.startsWith('compute 2.') === true ? 'refuses' : undefined)),
    [
      `${BASE}/v2.1/ 1:1-1:1 error live-answers in 7 of 17 negotiation requests, the service connection refused`,
    ],
    '1 error in 1 of 1 response',
  ],
])('the laws about a service that %s', async (_, service, expected, line) => {
  const fetched = await fetchVersions({
    target: { name: URL, url: URL },
    address: URL,
    client: clientOf(service),
    service: undefined,
    negotiate: true,
  });
  const rules = {
    'live-vary': 'off',
    'live-json': 'off',
    'self-link': 'off',
    'entry-required': 'off',
  } as const;
  const result = judgePlan(planLaws([], { levels: rules }), [fetched]);
  expect(result.findings.map(brief)).toEqual(expected);
  expect(summaryLine(result, { verbose: false })).toBe(line);
});

const RANGE = { version: '3.70', min_version: '3.0' };

/** A service whose list has one version, with or without microversions, and whose version responds with this status. */
function listing(range: object, status: number): Service {
  return ({ path, standard }) => {
    if (standard === 'volume 3.70' && path === '/') return refuse(406, 'no');
    if (path !== '/') return refuse(status, 'no');
    const links = [{ rel: 'self', href: `${BASE}/v3/` }];
    return {
      status: 300,
      headers: [[STANDARD, 'volume 3.0']],
      body: { versions: [{ id: 'v3.0', status: 'CURRENT', links, ...range }] },
    };
  };
}

/** A service whose every path lists one version with microversions, at a self link one folder deeper. */
const NESTING: Service = () => ({
  status: 200,
  headers: [],
  body: {
    versions: [{ id: 'v3.0', status: 'CURRENT', links: [{ rel: 'self', href: 'v3/' }], ...RANGE }],
  },
});

/** As NESTING, but only the documents that links lead to state microversions. */
const NESTING_BELOW: Service = (asked) => {
  if (asked.path !== '/') return NESTING(asked);
  return listing({}, 200)(asked);
};

test.each<[string, Service, string]>([
  [
    'nests self links without end',
    NESTING,
    '; nothing of the negotiation could be judged: 1 endpoint that listed microversions, but whose self links led to no version',
  ],
  [
    'nests self links below its list',
    NESTING_BELOW,
    '; nothing of the negotiation could be judged: 1 endpoint that listed microversions, but whose self links led to no version',
  ],
  [
    'asks for a token at the version',
    listing(RANGE, 401),
    '(not checked: 1 endpoint (401); --verbose lists them)',
  ],
  ['moved the version', listing(RANGE, 302), '(not checked: 1 endpoint (302); --verbose lists them)'],
  [
    'has no microversions',
    listing({}, 401),
    '; nothing of the negotiation could be judged: 1 endpoint that offered no microversions',
  ],
])('the summary of the laws about a service that %s', async (_, service, line) => {
  const summaryOf = async (negotiate: boolean) => {
    const fetched = await fetchVersions({
      target: { name: `${BASE}/`, url: `${BASE}/` },
      address: `${BASE}/`,
      client: clientOf(service),
      service: undefined,
      negotiate,
    });
    const { summary } = judgePlan(planLaws([], {}), [fetched]);
    return summaryLine(resultOf([], { summary }), { verbose: false });
  };
  expect(await summaryOf(true)).toContain(line);
  expect(await summaryOf(false)).toMatch(/^(?:1 response|3 responses): no findings$/);
});
