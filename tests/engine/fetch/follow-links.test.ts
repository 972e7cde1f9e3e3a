import { describe, expect, test } from '@jest/globals';

import { followLinks } from '../../../src/engine/fetch/follow-links';
import type { LiveExchange } from '../../../src/model/live';
import { answer, BASE, failure, lines, madeService } from '../made-service';
import { entry } from '../versions-subject';

type Recorded = ReturnType<typeof answer>;

/** A request of this path as a live request of a manifest makes it. */
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

/** What following the links of the first of these answers came to: each link, and the requests that it took. */
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
    ['to where it says', 'http://cloud/compute/v1/', 'http://cloud/compute/v1/'],
    ['from the document, where it is relative', 'v1/', 'http://cloud/compute/v1/'],
    ['from the host, where it begins with a slash', '/v1/', 'http://cloud/v1/'],
  ])('%s', async (_, href, url) => {
    const { links, sent } = await follow([answer(url, show(url)), answer('/', index(href))]);
    expect(links[0]).toBe(`${HREF} v1.0 -> ${url} -> 200`);
    // The document that is found links to itself, and is not asked for again.
    expect(links.slice(1)).toEqual([`${url}/version/links/0/href v1.0 -> ${url} -> 200`]);
    expect(sent).toEqual([`GET ${url}`]);
  });

  test.each([
    ['to the document itself where it is empty', ''],
    ['to the document itself where it differs in a fragment', `${BASE}#v1`],
  ])('%s, which is there already', async (_, href) => {
    expect(await follow([answer('/', index(href))])).toEqual({
      links: [`${HREF} v1.0 -> ${BASE} -> 200`],
      sent: [],
    });
  });

  test.each(['mailto:admin@example.com', 'ftp://cloud/v1/', 'http://[', 'javascript:alert(1)'])(
    'nowhere that can be asked where it is `%s`',
    async (href) => {
      expect(await follow([answer('/', index(href))])).toEqual({ links: [], sent: [] });
    },
  );
});

test('a relative link leads from the URL, whatever the document is called', async () => {
  const service = madeService([answer('/v1', show('')), answer('/', show(''))]);
  const header = [['OpenStack-API-Version', 'compute 2.79']] as const;
  const exchange = await asked(service, 'v1', header, `${BASE}v1 at 2.79`);
  const { links } = await followLinks([exchange], { ...service.live, service: undefined });
  expect(links.map(({ exchange: { request } }) => request.url)).toEqual([`${BASE}v1`, `${BASE}v1`]);
  // What was asked at a microversion is not what everybody gets.
  expect(lines(service.sent)).toEqual([`GET ${BASE}v1 OpenStack-API-Version: compute 2.79`, `GET ${BASE}v1`]);
});

test.each([
  'http://elsewhere/v1/',
  'http://cloud:8774/v1/',
  'https://cloud/v1/',
  'http://169.254.169.254/latest/',
])('a link to another host, port or scheme is not followed, and told of: %s', async (href) => {
  const service = madeService([answer('/', index(href))]);
  const exchange = await asked(service, '');
  expect(await followLinks([exchange], { ...service.live, service: undefined })).toEqual({
    links: [],
    unfollowed: [href],
  });
  expect(service.sent).toHaveLength(1);
});

test('of more versions than any service has, a hundred are followed', async () => {
  const urls = Array.from({ length: 130 }, (_, at) => `${BASE}${at}/`);
  const service = madeService([answer('/', index(...urls)), ...urls.map((url) => answer(url, show(url)))]);
  const exchange = await asked(service, '');
  const { unfollowed } = await followLinks([exchange], { ...service.live, service: undefined });
  expect(unfollowed).toEqual(urls.slice(100));
  expect(service.sent).toHaveLength(101);
});

test('links that go round end, and each URL is asked for once', async () => {
  const [a, b] = [`${BASE}a/`, `${BASE}b/`];
  const { links, sent } = await follow([answer('/a/', show(b)), answer('/b/', show(a))], ['a/']);
  expect(links).toEqual([
    `${a}/version/links/0/href v1.0 -> ${b} -> 200`,
    `${b}/version/links/0/href v1.0 -> ${a} -> 200`,
  ]);
  expect(sent).toEqual([`GET ${b}`]);
});

test('what the documents that were found link to is followed, and no further', async () => {
  const recorded = [
    answer('/', index(`${BASE}1/`)),
    ...[1, 2, 3].map((at) => answer(`/${at}/`, show(`${BASE}${at + 1}/`))),
  ];
  expect((await follow(recorded)).sent).toEqual([`GET ${BASE}1/`, `GET ${BASE}2/`]);
});

describe('of fifteen versions at one URL', () => {
  const all = index(...Array.from({ length: 15 }, () => `${BASE}v/`));

  test('all are followed with one request', async () => {
    const { links, sent } = await follow([answer('/', all), answer('/v/', show(`${BASE}v/`))]);
    expect(links).toHaveLength(16);
    expect(sent).toEqual([`GET ${BASE}v/`]);
  });

  test.each([
    ['cannot be had', failure('/v/'), 'refused'],
    ['wants a token', answer('/v/', {}, 401), '401'],
  ])('that %s, the first is told alone', async (_, recorded, outcome) => {
    expect(await follow([answer('/', all), recorded])).toEqual({
      links: [`${HREF} v1.0 -> ${BASE}v/ -> ${outcome}`],
      sent: [`GET ${BASE}v/`],
    });
  });
});

test.each<readonly [title: string, body: unknown]>([
  ['`choices`, which repeat a path that is not there', { choices: [entry('v1.0', `${BASE}v1/v3`)] }],
  ['what is no versions document', { server: { id: '1', links: [{ rel: 'self', href: `${BASE}v1/` }] } }],
  [
    'an entry with two self links',
    { versions: [entry('v1.0', '', { links: ['v1/', 'v2/'].map((href) => ({ rel: 'self', href })) })] },
  ],
  ['nothing but text', 'no versions'],
])('no link is followed of %s', async (_, body) => {
  expect(await follow([answer('/', body)])).toEqual({ links: [], sent: [] });
});

test('no link is followed of an answer with another status', async () => {
  expect(await follow([answer('/', index(`${BASE}v1/`), 404)])).toEqual({ links: [], sent: [] });
});

test('an answer that was got with credentials is not what everybody gets, so it is asked for again without', async () => {
  const service = madeService([answer('/v1/', show(`${BASE}v1/`))]);
  const exchange = await asked(service, 'v1/', [['X-Auth-Token', '***']]);
  await followLinks([exchange], { ...service.live, service: undefined });
  expect(lines(service.sent)).toEqual([`GET ${BASE}v1/ X-Auth-Token: ***`, `GET ${BASE}v1/`]);
});

test.each([
  [undefined, 'application/vnd.openstack.compute+json', true],
  [undefined, 'application/vnd.openstack.volume+json', false],
  ['compute', '', true],
  ['volume', 'application/vnd.openstack.compute+json', false],
])(
  'of the service %s with the media type `%s`, the laws of Compute apply: %s',
  async (said, type, expected) => {
    const body = { versions: [entry('v1.0', '', { 'media-types': [{ base: 'application/json', type }] })] };
    const service = madeService([answer('/', body)]);
    const { links } = await followLinks([await asked(service, '')], { ...service.live, service: said });
    expect(links.map(({ compute }) => compute)).toEqual([expected]);
  },
);
