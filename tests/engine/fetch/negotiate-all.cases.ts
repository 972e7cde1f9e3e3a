import { describe, expect, test } from '@jest/globals';

import { negotiateAll } from '../../../src/engine/fetch/negotiate-all';
import type { LiveExchange } from '../../../src/model/live/live';
import { answer, BASE, failure, lines, madeService } from '../made-service';
import { entry } from '../versions-subject';

const RANGE = { version: '2.3', min_version: '2.1' };

const SHOW = { version: entry('v2.1', `${BASE}v2.1/`, RANGE) };
const INDEX = { versions: [entry('v2.0', `${BASE}v2/`), entry('v2.1', `${BASE}v2.1/`, RANGE)] };

/** Each path has one answer, regardless of the headers. */
const SERVICE = [
  answer('/', INDEX),
  answer('/v2.1/', SHOW),
  answer('/v2.1', SHOW),
  answer('/v2/', { version: entry('v2.0', `${BASE}v2/`, { version: '', min_version: '' }) }),
  answer('/servers', { servers: [] }),
  failure('/down'),
  { ...answer('', SHOW), request: { method: 'HEAD', path: '/v2.1/' } },
  answer('/v2.1/flavors/1', { flavor: {} }),
  answer('/v2.1/flavors/1/', { flavor: {} }),
  { ...answer('', {}), request: { method: 'HEAD', path: '/v2.1/flavors/1/' } },
  { ...answer('', SHOW), request: { method: 'HEAD', path: '/v2.1' } },
  { ...answer('', {}), request: { method: 'HEAD', path: '/v2.1/flavors/1' } },
  answer('/list', {
    versions: [
      entry('v3.0', `${BASE}v3/`, RANGE),
      entry('v4.0', `${BASE}v4/`, RANGE),
      entry('v5.0', `${BASE}v5/`, RANGE),
    ],
  }),
  answer('/v5', { choices: [] }, 302),
  answer('/v5/', { resources: [] }),
  { ...answer('', {}), request: { method: 'HEAD', path: '/v5/' } },
  answer('/v3/', { error: 'no token' }, 401),
  answer('/v4/', { resources: [] }),
  answer('/v4', { resources: [] }),
  { ...answer('', {}), request: { method: 'HEAD', path: '/v4/' } },
  answer('/v1/nodes', { nodes: [] }, 200, [
    ['X-OpenStack-Ironic-API-Minimum-Version', '1.1'],
    ['X-OpenStack-Ironic-API-Maximum-Version', '1.82'],
  ]),
  { ...answer('', {}), request: { method: 'HEAD', path: '/v1/nodes' } },
];

interface Asked extends Partial<LiveExchange> {
  readonly path: string;
  readonly method?: string;
  readonly microversion?: string;
}

/** Negotiates after these requests: the endpoints negotiated with, and the requests that were sent to them. */
async function negotiated(
  asked: readonly Asked[],
  {
    negotiate,
    service = 'compute',
    address = BASE,
    legacyHeader = 'X-Legacy',
  }: { negotiate?: boolean; service?: string; address?: string; legacyHeader?: string } = {},
) {
  const { live, sent } = madeService(
    SERVICE.map((one) => ({
      ...one,
      request: { ...one.request, path: one.request.path.replace('/', BASE) },
    })),
  );
  const exchanges = await Promise.all(
    asked.map(async ({ path, method = 'GET', microversion, ...more }): Promise<LiveExchange> => {
      const headers =
        microversion === undefined ? [] : [['OpenStack-API-Version', `compute ${microversion}`] as const];
      const exchange = await live.client.send({
        method,
        url: BASE + path,
        headers,
        token: false,
        origin: 'c',
      });
      const rest = { statuses: [200], claims: [], negotiates: false, token: false };
      return { name: `${method} /${path}`, exchange, ...rest, ...more };
    }),
  );
  const before = sent.length;
  const { negotiations } = await negotiateAll(exchanges, {
    ...live,
    address,
    service: service === '' ? undefined : service,
    legacyHeader: legacyHeader === '' ? undefined : legacyHeader,
    ...(negotiate === undefined ? {} : { negotiate }),
  });
  return {
    endpoints: negotiations.map(({ kind, url, asked: ways }) => `${kind} ${url} ${ways.length}`),
    sent: lines(sent.slice(before)),
    negotiations,
  };
}

const WAYS = 18;

describe('negotiates with', () => {
  test.each<
    readonly [title: string, asked: readonly Asked[], negotiate: boolean, expected: readonly string[]]
  >([
    ['no endpoint by default', [{ path: '' }, { path: 'v2.1/' }], false, []],
    [
      'the endpoints that the manifest names, then the list of versions, which must ignore the header',
      [{ path: '' }, { path: 'v2/' }, { path: 'v2.1/', negotiates: true }],
      false,
      [`versioned ${BASE}v2.1/ ${WAYS}`, `root ${BASE} 4`],
    ],
    [
      'every endpoint with microversions if the run asks for it',
      [{ path: '' }, { path: 'v2/' }, { path: 'v2.1/' }, { path: 'servers' }],
      true,
      [`versioned ${BASE}v2.1/ ${WAYS}`, `root ${BASE} 4`],
    ],
    ['no list of versions without an endpoint', [{ path: '' }], true, []],
    [
      'a resource below a version, without the other slash, with the range of the version',
      [{ path: '' }, { path: 'v2.1/flavors/1', negotiates: true }],
      false,
      [`versioned ${BASE}v2.1/flavors/1 ${WAYS - 1}`, `root ${BASE} 4`],
    ],
    ['no resource that the manifest does not name', [{ path: '' }, { path: 'v2.1/flavors/1' }], true, []],
    [
      'a resource without a known version, but only with the plain request',
      [{ path: 'servers', negotiates: true }, { path: 'down' }],
      false,
      [`versioned ${BASE}servers 1`],
    ],
    [
      'a version with and without the slash once, if the manifest names it or not',
      [{ path: 'v2.1', negotiates: true }, { path: 'v2.1/' }, { path: '' }],
      true,
      [`versioned ${BASE}v2.1 ${WAYS}`, `root ${BASE} 4`],
    ],
    [
      'of such twins, the one that is served',
      [{ path: 'list' }, { path: 'v5', negotiates: true }, { path: 'v5/' }],
      false,
      [`versioned ${BASE}v5/ ${WAYS}`, `root ${BASE}list 4`],
    ],
    [
      'resources with and without the slash as two',
      [
        { path: '' },
        { path: 'v2.1/flavors/1', negotiates: true },
        { path: 'v2.1/flavors/1/', negotiates: true },
      ],
      false,
      [
        `versioned ${BASE}v2.1/flavors/1 ${WAYS - 1}`,
        `versioned ${BASE}v2.1/flavors/1/ ${WAYS - 1}`,
        `root ${BASE} 4`,
      ],
    ],
    [
      'the endpoint of a version in the list; if it refuses, only with the plain request',
      [{ path: 'list' }, { path: 'v3/' }, { path: 'v4/' }],
      true,
      [`versioned ${BASE}v3/ 1`, `versioned ${BASE}v4/ ${WAYS}`, `root ${BASE}list 4`],
    ],
    [
      'a resource whose headers state the range',
      [{ path: 'v1/nodes', negotiates: true }],
      false,
      [`versioned ${BASE}v1/nodes ${WAYS - 1}`],
    ],
    [
      'one endpoint once',
      [{ path: 'v2.1/' }, { path: 'v2.1/', negotiates: true }],
      false,
      [`versioned ${BASE}v2.1/ ${WAYS}`],
    ],
    [
      'an endpoint that is down, but only with the plain request',
      [{ path: 'down', negotiates: true }],
      false,
      [`versioned ${BASE}down 1`],
    ],
  ])('%s', async (_, asked, negotiate, expected) => {
    expect((await negotiated(asked, { negotiate })).endpoints).toEqual(expected);
  });
});

test.each<readonly [title: string, asked: readonly Asked[]]>([
  ['only for a microversion', [{ path: 'v2.1/', microversion: '2.3', negotiates: true }]],
  ['only with HEAD', [{ path: 'v2.1/', method: 'HEAD', negotiates: true }]],
])('an endpoint that was asked %s gets the plain request first', async (_, asked) => {
  const { endpoints, sent } = await negotiated(asked);
  expect(endpoints).toEqual([`versioned ${BASE}v2.1/ ${WAYS}`]);
  expect(sent[0]).toBe(`GET ${BASE}v2.1/`);
});

test('a plain request is not repeated', async () => {
  const { sent, negotiations } = await negotiated([
    { path: 'v2.1/', microversion: '2.3', negotiates: true },
    { path: 'v2.1/' },
  ]);
  expect(sent.filter((line) => line === `GET ${BASE}v2.1/`)).toEqual([]);
  expect(negotiations[0]?.asked[0]).toMatchObject({
    asks: 'no-header',
    exchange: { request: { headers: [] } },
  });
});

test('every request is sent with the user name and password of the URL, which no negotiation shows', async () => {
  const address = BASE.replace('//', '//joe:sesame@');
  const { live } = madeService([]);
  const sent: string[] = [];
  const client = {
    ...live.client,
    send: async ({ method, url, headers }: Parameters<typeof live.client.send>[0]) => {
      sent.push(url);
      const request = { method, url: url.replace('joe:sesame@', ''), headers };
      return { kind: 'failed', request, failure: { kind: 'refused', reason: '' } } as const;
    },
  };
  const plain = await madeService([answer('/v2.1/', SHOW)]).live.client.send({
    method: 'GET',
    url: `${BASE}v2.1/`,
    headers: [],
    token: false,
    origin: 'c',
  });
  const rest = { name: '', statuses: [200], claims: [], negotiates: true, token: false };
  const { negotiations } = await negotiateAll([{ ...rest, exchange: plain }], {
    target: live.target,
    address,
    client,
    service: 'compute',
    legacyHeader: undefined,
  });
  expect(new Set(sent)).toEqual(new Set([`${address}v2.1/`, `${address}v2.1`]));
  expect(JSON.stringify(negotiations)).not.toMatch(/joe|sesame/);
});

test('the service type that one endpoint names applies to the others', async () => {
  const echo = [['OpenStack-API-Version', 'compute 2.1']] as const;
  const { live, sent } = madeService([
    answer('/v2.1/', SHOW, 200, echo),
    answer('/v2.1', SHOW),
    answer('/', INDEX),
    { ...answer('', SHOW), request: { method: 'HEAD', path: '/v2.1/' } },
  ]);
  const exchanges = await Promise.all(
    ['v2.1/', ''].map(async (path) => ({
      name: path,
      statuses: [200],
      claims: [],
      negotiates: path !== '',
      token: false,
      exchange: await live.client.send({
        method: 'GET',
        url: BASE + path,
        headers: [],
        token: false,
        origin: 'c',
      }),
    })),
  );
  await negotiateAll(exchanges, { ...live, service: undefined, legacyHeader: undefined });
  expect(lines(sent).filter((line) => line.startsWith(`GET ${BASE} Open`))).toEqual(
    ['2.3', 'latest', '2.4'].map((asked) => `GET ${BASE} OpenStack-API-Version: compute ${asked}`),
  );
});

test('the range in older headers is asked for, for the service that they name', async () => {
  const { sent } = await negotiated([{ path: 'v1/nodes', negotiates: true }], { service: '' });
  expect(sent.filter((line) => /(latest|\.\d+)$/.test(line) && !line.includes('Legacy')).slice(0, 5)).toEqual(
    ['1.1', '1.82', 'latest', '1.83', '1.0'].map(
      (asked) => `GET ${BASE}v1/nodes OpenStack-API-Version: baremetal ${asked}`,
    ),
  );
});

test('an operation that no longer exists at the newest microversion is not asked for it', async () => {
  const contract = {
    name: 'flavors.show',
    place: { file: 'contracts.yaml' },
    versions: [],
    patterns: [],
    live: [],
    range: { max: { major: 2, minor: 2 } },
  };
  const pattern = { pattern: '', expect: 'valid', place: { file: 'contracts.yaml' } } as const;
  const claims = [{ contract, pattern, versions: [] }];
  const { negotiations } = await negotiated([
    { path: '' },
    { path: 'v2.1/flavors/1', negotiates: true, claims },
  ]);
  expect(negotiations[0]?.asked.map(({ asks }) => asks)).toEqual([
    'no-header',
    'oldest',
    'below-oldest',
    'malformed-word',
    'malformed-no-minor',
    'malformed-three-parts',
    'malformed-leading-zero',
    'malformed-trailing-word',
    'no-version',
    'other-service',
    'head',
  ]);
});

/** The requests that were sent to find the microversions of endpoints, and what came of negotiating with them. A path may follow a method. */
async function lookedUp(service: readonly ReturnType<typeof answer>[], ...paths: readonly string[]) {
  const { live, sent } = madeService(service);
  const exchanges = await Promise.all(
    paths.map(async (text): Promise<LiveExchange> => {
      const [path = '', method = 'GET'] = text.split(' ').toReversed();
      const request = { method, url: BASE + path, headers: [], token: false, origin: 'c' };
      const exchange = await live.client.send(request);
      return { name: path, statuses: [200], claims: [], negotiates: true, token: true, exchange };
    }),
  );
  const before = sent.length;
  const result = await negotiateAll(exchanges, { ...live, service: 'compute', legacyHeader: undefined });
  const requested = sent
    .slice(before, before + result.lookedUp.length)
    .map(({ url, token }) => `${url}${token ? ' with a token' : ''}`);
  const [first] = result.negotiations;
  return { requested, first, ways: result.negotiations.map(({ asked }) => asked.length) };
}

describe('where no answer states the microversions, these are requested', () => {
  const nested = (path: string, range: object = RANGE) => entry('v2.1', `${BASE}${path}`, range);
  const FLAVOR = [
    answer('/v2.1/flavors/1', { flavor: {} }),
    { ...answer('', {}), request: { method: 'HEAD', path: '/v2.1/flavors/1' } },
  ];
  const VERSION = [
    answer('/v2.1/', { version: nested('v2.1/', {}) }),
    answer('/v2.1', {}, 404),
    { ...answer('', {}), request: { method: 'HEAD', path: '/v2.1/' } },
  ];

  test.each<readonly [string, readonly ReturnType<typeof answer>[], string, readonly string[], object]>([
    [
      'the list of versions, for a resource below a version',
      [...FLAVOR, answer('/', { versions: [nested('v2.1/')] })],
      'v2.1/flavors/1',
      [''],
      { rangeSource: 'version', statedAt: BASE },
    ],
    [
      'the list of versions, for a version whose own document omits them',
      [...VERSION, answer('/', { versions: [nested('v2.1')] })],
      'v2.1/',
      [''],
      { rangeSource: 'list', statedAt: BASE },
    ],
    [
      'then the document of the version, if the list refuses',
      [...FLAVOR, answer('/', {}, 401), answer('/v2.1', { version: nested('v2.1/') })],
      'v2.1/flavors/1',
      ['', 'v2.1'],
      { rangeSource: 'version', statedAt: `${BASE}v2.1` },
    ],
    [
      'then it with the slash, if the list links elsewhere and the version redirects',
      [
        ...FLAVOR,
        answer('/', { versions: [entry('v2.1', 'http://cloud/v2.1/', RANGE)] }),
        answer('/v2.1', {}, 302),
        answer('/v2.1/', { version: entry('v2.1', 'http://cloud/v2.1/', RANGE) }),
      ],
      'v2.1/flavors/1',
      ['', 'v2.1', 'v2.1/'],
      { rangeSource: 'version', statedAt: `${BASE}v2.1/` },
    ],
    [
      'all of them, if none states microversions',
      [...FLAVOR, failure('/'), answer('/v2.1', {}, 500), answer('/v2.1/', { links: [] })],
      'v2.1/flavors/1',
      ['', 'v2.1', 'v2.1/'],
      {},
    ],
    [
      'only the list, if it says that the version has none',
      [...FLAVOR, answer('/', { versions: [nested('v2.1/', { version: '', min_version: '' })] })],
      'v2.1/flavors/1',
      [''],
      {},
    ],
    [
      'the base URL, for a resource without a version in its path',
      [
        answer('/resource_providers', {}),
        { ...answer('', {}), request: { method: 'HEAD', path: '/resource_providers' } },
        answer('/', { versions: [entry('v1.0', '', { max_version: '1.39', min_version: '1.0' })] }),
      ],
      'resource_providers',
      [''],
      { rangeSource: 'version', statedAt: BASE },
    ],
    [
      'nothing, for an endpoint that is not served',
      [answer('/v2.1/flavors/1', {}, 403)],
      'v2.1/flavors/1',
      [],
      {},
    ],
  ])('%s', async (_, service, path, urls, expected) => {
    const { requested, first } = await lookedUp(service, path);
    expect(requested).toEqual(urls.map((url) => `${BASE}${url} with a token`));
    expect(first).toMatchObject(expected);
    expect(first?.range === undefined).toBe(Object.keys(expected).length === 0);
  });

  test('but not where the plain request does, which an endpoint lacked so far', async () => {
    const { requested, ways } = await lookedUp(
      [
        ...FLAVOR,
        answer('/v2.1/', { version: nested('v2.1/') }),
        answer('/v2.1', {}, 404),
        { ...answer('', {}), request: { method: 'HEAD', path: '/v2.1/' } },
      ],
      'HEAD v2.1/',
      'v2.1/flavors/1',
    );
    expect(requested).toEqual([]);
    expect(ways).toEqual([16, 15]);
  });

  test('once for several endpoints', async () => {
    const other = [
      answer('/v2.1/images', {}),
      { ...answer('', {}), request: { method: 'HEAD', path: '/v2.1/images' } },
    ];
    const { requested, ways } = await lookedUp(
      [...FLAVOR, ...other, answer('/', { versions: [nested('v2.1/')] })],
      'v2.1/flavors/1',
      'v2.1/images',
    );
    expect(requested).toHaveLength(1);
    expect(ways).toEqual([15, 15]);
  });
});

/** The older headers in requests, as `lines` writes them. */
function older(sent: readonly string[]): readonly string[] {
  return sent.flatMap((line) => / (X-\S+: \S+)$/.exec(line)?.slice(1) ?? []);
}

describe('the older header', () => {
  const nodes = [{ path: 'v1/nodes', negotiates: true }];
  test('of the service is sent without a manifest that names it, if the service knows it', async () => {
    const { sent, negotiations } = await negotiated(nodes, { service: 'ironic', legacyHeader: '' });
    expect(older(sent)).toEqual([
      'X-OpenStack-Ironic-API-Version: 1.82',
      'X-OpenStack-Ironic-API-Version: 1.83',
    ]);
    expect(negotiations[0]?.legacyHeader).toBe('X-OpenStack-Ironic-API-Version');
  });

  test('that the manifest names is sent instead', async () => {
    const { sent } = await negotiated(nodes, { service: 'baremetal' });
    expect(older(sent)).toEqual(['X-Legacy: 1.82', 'X-Legacy: 1.83']);
  });

  test.each(['compute', 'placement'])(
    'is not sent to %s, which does not show that it knows one',
    async (service) => {
      const { sent } = await negotiated([{ path: 'v2.1/', negotiates: true }], { service, legacyHeader: '' });
      expect(older(sent)).toEqual([]);
    },
  );
});

test.each<readonly [source: string | undefined, asked: readonly Asked[]]>([
  [undefined, [{ path: 'v2.1/', negotiates: true }]],
  ['headers', [{ path: 'v1/nodes', negotiates: true }]],
  ['list', [{ path: 'v4/', negotiates: true }, { path: 'list' }]],
  ['version', [{ path: 'v2.1/flavors/1', negotiates: true }, { path: '' }]],
])('the range is known to be from %s', async (source, asked) => {
  const { negotiations } = await negotiated(asked);
  expect(negotiations[0]?.rangeSource).toBe(source);
});
