import { describe, expect, test } from '@jest/globals';

import { comparisonsOf } from '../../../src/engine/subjects/comparisons';
import { fetchProject } from '../../../src/engine/fetch/fetch-project';
import { openProject } from '../../../src/engine/open/open-project';
import type { CompareMode } from '../../../src/model/compare-mode';
import type { Comparison } from '../../../src/model/live';
import { recordedClient, type Recording } from '../recorded-client';
import { tempProject } from '../temp-project';
import { entry } from '../versions-subject';

const BASE = 'http://cloud/compute/';

type Exchanges = Recording['exchanges'];

/** A manifest with these contracts beside these samples, and what a service answers. */
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
      'the sample that its request names, whoever claims it',
      { a: { schema, live: { ...live, sample: 'b.json' } }, b: { schema, samples: 'b.json' } },
      ['api_samples/b.json = http://cloud/compute/a exact'],
    ],
    [
      'the only sample of its contract',
      { a: { schema, samples: 'a.json', live } },
      ['api_samples/a.json = http://cloud/compute/a exact'],
    ],
    [
      'nothing where its contract has several samples',
      { a: { schema, samples: ['a.json', 'b.json'], live } },
      [],
    ],
    ['nothing where its contract has none', { a: { schema, live } }, []],
    [
      'nothing that is wrong on purpose',
      { a: { schema, samples: { path: 'a.json', expect: 'invalid' }, live } },
      [],
    ],
    ['nothing where the sample is not there', { a: { schema, live: { ...live, sample: 'c.json' } } }, []],
    [
      'the only sample at the microversion that was asked for',
      { a: { schema, samples: '{microversion}/a.json', live: { ...live, microversion: '2.3' } } },
      ['api_samples/v2.3/a.json = http://cloud/compute/a at 2.3 exact'],
    ],
    [
      'the only sample at the base microversion',
      { a: { schema, samples: '{microversion}/a.json', live } },
      ['api_samples/a.json = http://cloud/compute/a exact'],
    ],
    [
      'nothing at a microversion that no sample has',
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
      'one sample once, though two contracts name it',
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
      'is no JSON',
      { request: { method: 'GET', path: '/a' }, answer: { status: 200, headers: [], text: '<html>' } },
    ],
    [
      'never came',
      {
        request: { method: 'GET', path: '/a' },
        failure: { kind: 'refused', reason: 'refused the connection' },
      },
    ],
  ])('nothing when it %s', async (_, exchange) => {
    const contracts = { a: { schema, samples: 'a.json', live } };
    expect(await compare({ contracts, samples, exchanges: [exchange] })).toEqual([]);
  });

  test('nothing when the sample is not JSON', async () => {
    const contracts = { a: { schema, samples: 'a.json', live } };
    const exchanges = [answer('/a', { a: 1 })];
    expect(await compare({ contracts, samples: { 'a.json': '{"a":' }, exchanges })).toEqual([]);
  });
});

test.each<readonly [said: CompareMode | undefined, override: CompareMode | undefined, expected: CompareMode]>(
  [
    [undefined, undefined, 'exact'],
    ['shape', undefined, 'shape'],
    ['shape', 'at-least', 'at-least'],
    [undefined, 'shape', 'shape'],
  ],
)('a request that says %s is compared in a run that says %s as %s', async (said, override, expected) => {
  const contracts = {
    a: { schema, samples: 'a.json', live: said === undefined ? live : { ...live, compare: said } },
  };
  const made = { contracts, samples: { 'a.json': {} }, exchanges: [answer('/a', {})] };
  expect((await compare(made, override)).map(({ mode }) => mode)).toEqual([expected]);
});

async function ignored(ignore: string | readonly string[], manifest: object = {}) {
  const [comparison] = await compare({
    contracts: { a: { schema, samples: 'a.json', live: { ...live, ignore } } },
    manifest,
    samples: { 'a.json': { at: '1', list: [{ id: 'x'.repeat(30) }] } },
    exchanges: [answer('/a', { list: [{ id: 1, 'b/c': 2 }, { id: 2 }] })],
  });
  return comparison?.ignored;
}

describe('what is ignored', () => {
  test('is what the queries select in each of the two', async () => {
    expect(await ignored(['$.at', '$.list[*].id', "$..['b/c']", '$.list[1]'])).toEqual({
      sample: new Set(['/at', '/list/0/id']),
      response: new Set(['/list/0/id', '/list/0/b~1c', '/list/1/id', '/list/1']),
    });
  });

  test('is nothing where a query takes too long', async () => {
    const slow = "$.list[?match(@.id, '(x+x+)+y')]";
    expect(await ignored(['$.at', slow], { limits: { validation_time: 20 } })).toEqual({
      sample: new Set(),
      response: new Set(),
    });
  });
});

function versions(...hrefs: readonly string[]) {
  return { versions: hrefs.map((href, index) => entry(`v${index + 1}.0`, href)) };
}

describe('links of samples are the service’s own', () => {
  test.each<
    readonly [title: string, samples: Made['samples'], manifest: object, expected: readonly string[]]
  >([
    ['below openstack.example.com by default', { 'a.json': {} }, {}, ['http://openstack.example.com/']],
    [
      'below where versions samples have their versions',
      {
        'a.json': versions('http://a.example.com/v2/', 'http://a.example.com/v2.1/'),
        'b.json': versions('https://b:1/compute/v3'),
      },
      {},
      ['http://a.example.com/', 'https://b:1/compute/'],
    ],
    [
      'not below links that name no version, or are relative',
      { 'a.json': versions('http://a.example.com/latest/', '/v2/') },
      {},
      ['http://openstack.example.com/'],
    ],
    [
      'below what the manifest says, whatever the samples have',
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
