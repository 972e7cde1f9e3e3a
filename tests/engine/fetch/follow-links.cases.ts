import { describe, expect, test } from '@jest/globals';

import { followLinks } from '../../../src/engine/fetch/follow-links';
import type { LiveExchange } from '../../../src/model/live/live';
import { answer, BASE, failure, lines, madeService } from '../made-service';
import { entry } from '../versions-subject';

type Recorded = ReturnType<typeof answer>;

/** The exchange of this path, as a live request of a manifest. */
async function asked(
  { live }: ReturnType<typeof madeService>,
  path: string,
  headers: LiveExchange['exchange']['request']['headers'] = [],
  name = BASE + path,
): Promise<LiveExchange> {
  const exchange = await live.client.send({
    method: 'GET',
    url: BASE + path,
    headers,
    token: false,
    origin: 'cloud',
    name,
  });
  return { name: `GET /${path}`, exchange, statuses: [200], claims: [], negotiates: false, token: false };
}

/** Follows the links of these answers: each link, and the requests that were sent. */
async function follow(recorded: readonly Recorded[], paths: readonly string[] = ['']) {
  const service = madeService(recorded);
  const exchanges = await Promise.all(paths.map((path) => asked(service, path)));
  const before = service.sent.length;
  const { links } = await followLinks(exchanges, { ...service.live, service: undefined });
  return {
    links: links.map(({ id, pointer, document, exchange }) =>
      [
        `${document.source.name}${pointer} ${id}`,
        exchange.request.url,
        exchange.kind === 'failed' ? exchange.failure.kind : exchange.answer.status,
      ].join(' -> '),
    ),
    sent: lines(service.sent.slice(before)),
  };
}

function index(...hrefs: readonly string[]) {
  return { versions: hrefs.map((href, at) => entry(`v${at + 1}.0`, href)) };
}

function show(href: string) {
  return { version: entry('v1.0', href) };
}

const HREF = 'http://cloud/compute//versions/0/links/0/href';

describe('a link leads', () => {
  test.each([
    ['to its absolute URL', 'http://cloud/compute/v1/', 'http://cloud/compute/v1/'],
    ['to a URL relative to the document', 'v1/', 'http://cloud/compute/v1/'],
    ['to a path on the host, if it starts with a slash', '/v1/', 'http://cloud/v1/'],
  ])('%s', async (_, href, url) => {
    const { links, sent } = await follow([answer(url, show(url)), answer('/', index(href))]);
    expect(links[0]).toBe(`${HREF} v1.0 -> ${url} -> 200`);
    // The document at the URL links to itself, and that URL is not requested again.
    expect(links.slice(1)).toEqual([`${url}/version/links/0/href v1.0 -> ${url} -> 200`]);
    expect(sent).toEqual([`GET ${url}`]);
  });

  test.each([
    ['to the document itself if it is empty', ''],
    ['to the document itself if it is only a slash', '/'],
    ['to the document itself if only the fragment differs', `${BASE}#v1`],
  ])('%s, which is not requested again', async (_, href) => {
    expect(await follow([answer('/', index(href))])).toEqual({
      links: [`${HREF} v1.0 -> ${BASE} -> 200`],
      sent: [],
    });
  });

  test.each(['mailto:admin@example.com', 'ftp://cloud/v1/', 'http://[', 'javascript:alert(1)'])(
    'nowhere if it is `%s`',
    async (href) => {
      expect(await follow([answer('/', index(href))])).toEqual({ links: [], sent: [] });
    },
  );
});

test('a relative link is resolved against the URL, not against the name of the document', async () => {
  const service = madeService([answer('/v1', show('')), answer('/', show(''))]);
  const header = [['OpenStack-API-Version', 'compute 2.79']] as const;
  const exchange = await asked(service, 'v1', header, `${BASE}v1 at 2.79`);
  const { links } = await followLinks([exchange], { ...service.live, service: undefined });
  expect(links.map(({ exchange: { request } }) => request.url)).toEqual([`${BASE}v1`, `${BASE}v1`]);
  // An answer at a microversion is not the one that any client gets.
  expect(lines(service.sent)).toEqual([`GET ${BASE}v1 OpenStack-API-Version: compute 2.79`, `GET ${BASE}v1`]);
});

test.each([
  'http://elsewhere/v1/',
  'http://cloud:8774/v1/',
  'https://cloud/v1/',
  'http://169.254.169.254/latest/',
])('a link to another host, port or scheme is not followed but listed: %s', async (href) => {
  const service = madeService([answer('/', index(href))]);
  const exchange = await asked(service, '');
  expect(await followLinks([exchange], { ...service.live, service: undefined })).toEqual({
    links: [],
    unfollowed: [href],
  });
  expect(service.sent).toHaveLength(1);
});

test('at most a hundred links are followed, more than any service has versions', async () => {
  const urls = Array.from({ length: 130 }, (_, at) => `${BASE}${at}/`);
  const service = madeService([answer('/', index(...urls)), ...urls.map((url) => answer(url, show(url)))]);
  const exchange = await asked(service, '');
  const { unfollowed } = await followLinks([exchange], { ...service.live, service: undefined });
  expect(unfollowed).toEqual(urls.slice(100));
  expect(service.sent).toHaveLength(101);
});

test('links in a circle end, and each URL is requested once', async () => {
  const [a, b] = [`${BASE}a/`, `${BASE}b/`];
  const { links, sent } = await follow([answer('/a/', show(b)), answer('/b/', show(a))], ['a/']);
  expect(links).toEqual([
    `${a}/version/links/0/href v1.0 -> ${b} -> 200`,
    `${b}/version/links/0/href v1.0 -> ${a} -> 200`,
  ]);
  expect(sent).toEqual([`GET ${b}`]);
});

test('links in the documents found are followed, but none beyond those', async () => {
  const recorded = [
    answer('/', index(`${BASE}1/`)),
    ...[1, 2, 3].map((at) => answer(`/${at}/`, show(`${BASE}${at + 1}/`))),
  ];
  expect((await follow(recorded)).sent).toEqual([`GET ${BASE}1/`, `GET ${BASE}2/`]);
});

describe('if fifteen versions share one URL', () => {
  const all = index(...Array.from({ length: 15 }, () => `${BASE}v/`));

  test('all links are followed with one request', async () => {
    const { links, sent } = await follow([answer('/', all), answer('/v/', show(`${BASE}v/`))]);
    expect(links).toHaveLength(16);
    expect(sent).toEqual([`GET ${BASE}v/`]);
  });

  test.each([
    ['cannot be reached', failure('/v/'), 'refused'],
    ['requires a token', answer('/v/', {}, 401), '401'],
  ])('and it %s, only the first link is kept', async (_, recorded, outcome) => {
    expect(await follow([answer('/', all), recorded])).toEqual({
      links: [`${HREF} v1.0 -> ${BASE}v/ -> ${outcome}`],
      sent: [`GET ${BASE}v/`],
    });
  });
});

test.each<readonly [title: string, body: unknown]>([
  ['`choices`, which repeat a path that does not exist', { choices: [entry('v1.0', `${BASE}v1/v3`)] }],
  [
    'a body that is not a versions document',
    { server: { id: '1', links: [{ rel: 'self', href: `${BASE}v1/` }] } },
  ],
  [
    'an entry with two self links',
    { versions: [entry('v1.0', '', { links: ['v1/', 'v2/'].map((href) => ({ rel: 'self', href })) })] },
  ],
  ['a string', 'no versions'],
])('no link is followed in %s', async (_, body) => {
  expect(await follow([answer('/', body)])).toEqual({ links: [], sent: [] });
});

test('no link is followed in an answer with another status', async () => {
  expect(await follow([answer('/', index(`${BASE}v1/`), 404)])).toEqual({ links: [], sent: [] });
});

test('an answer to a request with credentials is not the one that any client gets, so it is requested again without', async () => {
  const service = madeService([answer('/v1/', show(`${BASE}v1/`))]);
  const exchange = await asked(service, 'v1/', [['X-Auth-Token', '•••']]);
  await followLinks([exchange], { ...service.live, service: undefined });
  expect(lines(service.sent)).toEqual([`GET ${BASE}v1/ X-Auth-Token: •••`, `GET ${BASE}v1/`]);
});

test.each([
  [undefined, 'application/vnd.openstack.compute+json', true],
  [undefined, 'application/vnd.openstack.volume+json', false],
  ['compute', '', true],
  ['volume', 'application/vnd.openstack.compute+json', false],
])(
  'for the service %s with the media type `%s`, the laws of Compute apply: %s',
  async (configured, type, expected) => {
    const body = { versions: [entry('v1.0', '', { 'media-types': [{ base: 'application/json', type }] })] };
    const service = madeService([answer('/', body)]);
    const { links } = await followLinks([await asked(service, '')], { ...service.live, service: configured });
    expect(links.map(({ compute }) => compute)).toEqual([expected]);
  },
);

test('a link knows whether its request was sent for it', async () => {
  const service = madeService([
    answer('/', index('', `${BASE}v2/`, `${BASE}v2/`)),
    answer('/v2/', show(`${BASE}v2/`)),
  ]);
  const exchange = await asked(service, '');
  const { links } = await followLinks([exchange], { ...service.live, service: undefined });
  expect(links.map(({ sent, exchange: { request } }) => `${request.url} ${sent}`)).toEqual([
    `${BASE} false`,
    `${BASE}v2/ true`,
    `${BASE}v2/ false`,
    `${BASE}v2/ false`,
  ]);
});
