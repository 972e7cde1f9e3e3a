import { describe, expect, test } from '@jest/globals';

import { comparisonsOf } from '../../../src/engine/subjects/comparisons';
import { fetchProject } from '../../../src/engine/fetch/fetch-project';
import { openProject } from '../../../src/engine/open/open-project';
import type { CompareMode } from '../../../src/model/contracts/compare-mode';
import type { Comparison } from '../../../src/model/live/live';
import { recordedClient, type Recording } from '../recorded-client';
import { tempProject } from '../temp-project';
import { entry } from '../versions-subject';

const BASE = 'http://cloud/compute/';

type Exchanges = Recording['exchanges'];

/** A manifest with these contracts and samples, and the answers of a service. */
interface Made {
  readonly contracts: Readonly<Record<string, object>>;
  readonly manifest?: object;
  readonly samples: Readonly<Record<string, unknown>>;
  readonly exchanges: Exchanges;
}

async function compare(
  { contracts, manifest, samples, exchanges }: Made,
  mode?: CompareMode,
): Promise<readonly Comparison[]> {
  const files = Object.entries(samples).map(([path, content]) => [`api_samples/${path}`, content] as const);
  const project = openProject({
    cwd: tempProject({
      'contracts.json': { ...manifest, contracts },
      'schemas/any.json': { type: 'object' },
      ...Object.fromEntries(files),
    }),
  });
  const client = recordedClient({ base: BASE, exchanges });
  const target = { name: 'cloud', url: BASE };
  return comparisonsOf(project, await fetchProject(project, { target, address: BASE, client }), mode);
}

function answer(path: string, body: unknown, status = 200): Exchanges[number] {
  const headers = [['Content-Type', 'application/json']] as const;
  return { request: { method: 'GET', path }, answer: { status, headers, body } };
}

function pairs(comparisons: readonly Comparison[]): readonly string[] {
  return comparisons.map(
    ({ sample, response, mode }) => `${sample.source.name} = ${response.source.name} ${mode}`,
  );
}

const schema = 'any.json';
const live = { request: 'GET /a' };

describe('a response is compared with', () => {
  const samples = { 'a.json': { a: 1 }, 'b.json': { a: 2 }, 'v2.3/a.json': { a: 3 } };

  test.each<readonly [title: string, contracts: Made['contracts'], expected: readonly string[]]>([
    [
      'the sample that its request names, even if another contract claims it',
      { a: { schema, live: { ...live, sample: 'b.json' } }, b: { schema, samples: 'b.json' } },
      ['api_samples/b.json = http://cloud/compute/a exact'],
    ],
    [
      'the only sample of its contract',
      { a: { schema, samples: 'a.json', live } },
      ['api_samples/a.json = http://cloud/compute/a exact'],
    ],
    [
      'nothing if its contract has several samples',
      { a: { schema, samples: ['a.json', 'b.json'], live } },
      [],
    ],
    ['nothing if its contract has no sample', { a: { schema, live } }, []],
    [
      'no sample marked `expect: invalid`',
      { a: { schema, samples: { path: 'a.json', expect: 'invalid' }, live } },
      [],
    ],
    ['nothing if the sample does not exist', { a: { schema, live: { ...live, sample: 'c.json' } } }, []],
    [
      'the only sample at the requested microversion',
      { a: { schema, samples: '{microversion}/a.json', live: { ...live, microversion: '2.3' } } },
      ['api_samples/v2.3/a.json = http://cloud/compute/a at 2.3 exact'],
    ],
    [
      'the only sample at the base microversion',
      { a: { schema, samples: '{microversion}/a.json', live } },
      ['api_samples/a.json = http://cloud/compute/a exact'],
    ],
    [
      'nothing if no sample has the microversion',
      { a: { schema, samples: '{microversion}/a.json', live: { ...live, microversion: '2.9' } } },
      [],
    ],
    [
      'each sample that a request of its path names',
      {
        a: {
          schema,
          live: [
            { ...live, sample: 'a.json' },
            { ...live, sample: 'b.json', compare: 'shape' },
          ],
        },
      },
      [
        'api_samples/a.json = http://cloud/compute/a exact',
        'api_samples/b.json = http://cloud/compute/a shape',
      ],
    ],
    [
      'one sample once, even if two contracts name it',
      { a: { schema, samples: 'a.json', live }, b: { schema, samples: 'a.json', live } },
      ['api_samples/a.json = http://cloud/compute/a exact'],
    ],
  ])('%s', async (_, contracts, expected) => {
    const manifest = { service: 'compute', base_microversion: '2.1' };
    const comparisons = await compare({ contracts, manifest, samples, exchanges: [answer('/a', { a: 1 })] });
    expect(pairs(comparisons)).toEqual(expected);
  });

  test.each<readonly [title: string, Exchanges[number]]>([
    ['has another status', answer('/a', { a: 1 }, 404)],
    [
      'is not JSON',
      { request: { method: 'GET', path: '/a' }, answer: { status: 200, headers: [], text: '<html>' } },
    ],
    [
      'is missing',
      {
        request: { method: 'GET', path: '/a' },
        failure: { kind: 'refused', reason: 'refused the connection' },
      },
    ],
  ])('nothing if the response %s', async (_, exchange) => {
    const contracts = { a: { schema, samples: 'a.json', live } };
    expect(await compare({ contracts, samples, exchanges: [exchange] })).toEqual([]);
  });

  test('nothing if the sample is not JSON', async () => {
    const contracts = { a: { schema, samples: 'a.json', live } };
    const exchanges = [answer('/a', { a: 1 })];
    expect(await compare({ contracts, samples: { 'a.json': '{"a":' }, exchanges })).toEqual([]);
  });
});

test.each<
  readonly [inRequest: CompareMode | undefined, override: CompareMode | undefined, expected: CompareMode]
>([
  [undefined, undefined, 'exact'],
  ['shape', undefined, 'shape'],
  ['shape', 'at-least', 'at-least'],
  [undefined, 'shape', 'shape'],
])(
  'with mode %s in the request and %s for the run, the mode is %s',
  async (inRequest, override, expected) => {
    const contracts = {
      a: {
        schema,
        samples: 'a.json',
        live: inRequest === undefined ? live : { ...live, compare: inRequest },
      },
    };
    const made = { contracts, samples: { 'a.json': {} }, exchanges: [answer('/a', {})] };
    expect((await compare(made, override)).map(({ mode }) => mode)).toEqual([expected]);
  },
);

async function ignored(ignore: string | readonly string[], manifest: object = {}) {
  const [comparison] = await compare({
    contracts: { a: { schema, samples: 'a.json', live: { ...live, ignore } } },
    manifest,
    samples: { 'a.json': { at: '1', list: [{ id: 'x'.repeat(30) }] } },
    exchanges: [answer('/a', { list: [{ id: 1, 'b/c': 2 }, { id: 2 }] })],
  });
  return comparison?.ignored;
}

describe('ignored places', () => {
  test('are those that the queries select in the sample and in the response', async () => {
    expect(await ignored(['$.at', '$.list[*].id', "$..['b/c']", '$.list[1]'])).toEqual({
      sample: new Set(['/at', '/list/0/id']),
      response: new Set(['/list/0/id', '/list/0/b~1c', '/list/1/id', '/list/1']),
    });
  });

  test('are those of the other queries if one takes too long', async () => {
    const slow = "$.list[?match(@.id, '(x+x+)+y')]";
    expect(await ignored(['$.at', slow], { limits: { validation_time: 20 } })).toEqual({
      sample: new Set(['/at']),
      response: new Set(),
    });
  });
});

function versions(...hrefs: readonly string[]) {
  return { versions: hrefs.map((href, index) => entry(`v${index + 1}.0`, href)) };
}

describe('the links of samples that lead to the service itself are those', () => {
  test.each<
    readonly [title: string, samples: Made['samples'], manifest: object, expected: readonly string[]]
  >([
    ['below openstack.example.com by default', { 'a.json': {} }, {}, ['http://openstack.example.com/']],
    [
      'below the URLs in the self links of versions samples',
      {
        'a.json': versions('http://a.example.com/v2/', 'http://a.example.com/v2.1/'),
        'b.json': versions('https://b:1/compute/v3'),
      },
      {},
      ['http://a.example.com/', 'https://b:1/compute/'],
    ],
    [
      'not below self links that contain no version, or are relative',
      { 'a.json': versions('http://a.example.com/latest/', '/v2/') },
      {},
      ['http://openstack.example.com/'],
    ],
    [
      'below the `base_url` of the manifest, regardless of the samples',
      { 'a.json': versions('http://a.example.com/v2/') },
      { base_url: 'http://c.example.com/compute' },
      ['http://c.example.com/compute/'],
    ],
  ])('%s', async (_, samples, manifest, expected) => {
    const contracts = { a: { schema, samples: '*.json', live: { ...live, sample: 'a.json' } } };
    const [comparison] = await compare({ contracts, manifest, samples, exchanges: [answer('/a', {})] });
    expect(comparison?.homes).toEqual({ sample: expected, response: BASE });
  });
});

describe('requests that are compared with one sample are named', () => {
  const exchanges = [answer('/a', { a: 1 }), answer('/b', { a: 1 })];
  const requestsOf = async (contracts: Made['contracts']) => {
    const comparisons = await compare({
      contracts,
      manifest: { service: 'compute' },
      samples: { 'a.json': { a: 1 }, 'b.json': { a: 1 } },
      exchanges,
    });
    return comparisons.map(({ request }) => request);
  };
  const sample = 'a.json';

  test.each<readonly [title: string, contracts: Made['contracts'], expected: readonly unknown[]]>([
    [
      'in one contract',
      { c: { schema, samples: sample, live: [live, { request: 'GET /b' }] } },
      ['`GET /a`', '`GET /b`'],
    ],
    [
      'in two contracts',
      { c: { schema, live: { ...live, sample } }, d: { schema, live: { request: 'GET /b', sample } } },
      ['`GET /a`', '`GET /b`'],
    ],
    [
      'with their microversion',
      {
        c: {
          schema,
          live: [
            { ...live, sample, microversion: '2.3' },
            { ...live, sample, microversion: 'latest' },
            { ...live, sample },
          ],
        },
      },
      ['`GET /a` at 2.3', '`GET /a` at latest', '`GET /a`'],
    ],
    [
      'with the token',
      {
        c: {
          schema,
          live: [
            { ...live, sample },
            { request: 'GET /b', sample, token: true },
          ],
        },
      },
      ['`GET /a`', '`GET /b` with a token'],
    ],
    [
      'but not those that have a sample of their own',
      {
        c: {
          schema,
          live: [
            { ...live, sample },
            { request: 'GET /b', sample: 'b.json' },
          ],
        },
      },
      [undefined, undefined],
    ],
  ])('%s', async (_, contracts, expected) => {
    expect(await requestsOf(contracts)).toEqual(expected);
  });
});
