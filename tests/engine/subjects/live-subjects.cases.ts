import { describe, expect, test } from '@jest/globals';

import { judgeProject } from '../check-made';
import { fetchProject } from '../../../src/engine/fetch/fetch-project';
import { liveContextOf, withLive } from '../../../src/engine/subjects/live-subjects';
import { openProject } from '../../../src/engine/open/open-project';
import { NO_SUBJECTS } from '../../../src/engine/subjects/subjects';
import { brief } from '../brief';
import { answer, BASE, failure, madeService } from '../made-service';
import { tempProject } from '../temp-project';
import { entry } from '../versions-subject';

interface Manifest {
  readonly contracts: object;
  readonly facts?: object;
}

type Exchanges = Parameters<typeof madeService>[0];

function version(newest: string, self: string, rest: object = {}) {
  return entry('v2.1', self, { version: newest, min_version: '2.1', ...rest });
}

async function live(manifest: Manifest, exchanges: Exchanges, samples: object = {}) {
  const files = Object.entries(samples).map(([path, value]) => [`api_samples/${path}`, value] as const);
  const cwd = tempProject({
    'contracts.json': { service: 'a', ...manifest },
    'schemas/any.json': { type: 'object' },
    'api_samples/README': '',
    ...Object.fromEntries(files),
  });
  const project = openProject({ cwd });
  const { live: service } = madeService(exchanges);
  return { project, fetched: await fetchProject(project, service) };
}

async function subjectsOf(manifest: Manifest, exchanges: Exchanges) {
  const { project, fetched } = await live(manifest, exchanges);
  return withLive(NO_SUBJECTS, fetched, liveContextOf(project, fetched, undefined));
}

const schema = 'any.json';

test('fetched answers add subjects of every kind', async () => {
  const contracts = { a: { schema, live: [{ request: 'GET /' }, { request: 'GET /down' }] } };
  const index = { versions: [version('2.3', `${BASE}v2.1/`)] };
  const show = { version: version('2.3', `${BASE}v2.1/`) };
  const subjects = await subjectsOf({ contracts }, [
    answer('/', index),
    answer('/v2.1/', show),
    failure('/down'),
  ]);
  const names = [BASE, `${BASE}v2.1/`];
  expect(subjects.document.map(({ source }) => source.name)).toEqual(names);
  expect(subjects.sample.map(({ path, document }) => `${path} ${document.source.name}`)).toEqual([
    `GET / ${BASE}`,
  ]);
  expect(subjects.versions.map(({ document }) => document.source.name)).toEqual(names);
  expect(subjects['versions-set'].map(({ members }) => members.length)).toEqual([2]);
  expect(subjects.exchange.map(({ name }) => name)).toEqual(['GET /', 'GET /down']);
  expect(subjects['followed-link'].map(({ document }) => document.source.name)).toEqual(names);
});

test('existing subjects are kept, and no document is added twice', async () => {
  const contracts = { a: { schema, live: { request: 'GET /' } } };
  const { project, fetched } = await live({ contracts }, [answer('/', { version: version('2.3', '') })]);
  const context = liveContextOf(project, fetched, undefined);
  const once = withLive(NO_SUBJECTS, fetched, context);
  const twice = withLive(once, fetched, context);
  expect([once, twice].map(({ document, versions }) => [document.length, versions.length])).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test('a response of two requests is one subject with the contracts of both', async () => {
  const contracts = {
    a: { schema, live: { request: 'GET /a' } },
    b: { schema, live: { request: 'GET /a', token: true } },
  };
  const { project, fetched } = await live({ contracts }, [answer('/a', {})]);
  const { verdicts, summary } = judgeProject(project, { fetched });
  expect(summary.documents).toBe(1);
  expect(
    verdicts.filter(({ group }) => group === 'response').map(({ name, contract }) => [name, contract]),
  ).toEqual([
    ['GET /a', 'a'],
    ['GET /a', 'b'],
  ]);
});

describe('the laws of versions documents apply to a response', () => {
  const wrong = { version: version('2.3', '', { status: 'SUPORTED' }) };

  test.each<readonly [title: string, laws: boolean | undefined, body: unknown, expected: readonly string[]]>([
    ['that looks like one', undefined, wrong, ['status-known']],
    ['that the manifest declares as one', true, { other: 1 }, ['versions-envelope']],
    ['unless the manifest says that it is not one', false, wrong, []],
    ['but not if it is something else', undefined, { server: { id: '1', status: 'SUPORTED' } }, []],
  ])('%s', async (_, laws, body, expected) => {
    const contracts = { a: { schema, live: { request: 'GET /a' }, ...(laws === undefined ? {} : { laws }) } };
    const { project, fetched } = await live({ contracts }, [answer('/a', body)]);
    const { findings } = judgeProject(project, { fetched });
    expect(findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId)).toEqual(
      expected,
    );
  });
});

describe('a target', () => {
  const contracts = {
    index: { schema, samples: 'index.json', live: { request: 'GET /' } },
    show: { schema, samples: 'show.json', live: { request: 'GET /v2.1/' } },
  };
  const facts = {
    newest: [
      { sample: 'index.json', at: '$.versions[0].version' },
      { sample: 'show.json', at: '$.version.version' },
    ],
  };
  const home = 'http://openstack.example.com/v2.1/';
  const samples = {
    'index.json': { versions: [version('2.60', home)] },
    'show.json': { version: version('2.60', home) },
  };

  async function errors(index: string, show: string) {
    const exchanges = [
      answer('/', { versions: [version(index, `${BASE}v2.1/`)] }),
      answer('/v2.1/', { version: version(show, `${BASE}v2.1/`) }),
    ];
    const { project, fetched } = await live({ contracts, facts }, exchanges, samples);
    const { findings } = judgeProject(project, { fetched });
    return findings.filter(({ severity }) => severity === 'error').map(brief);
  }

  test('that agrees with the samples is right', async () => {
    expect(await errors('2.60', '2.60')).toEqual([]);
  });

  test('that differs from the samples is reported by the comparison only, at each place', async () => {
    expect(
      (await errors('2.61', '2.61')).map((line) => line.replace(/ error (\S+) (\S+) .*$/, ' $1 $2')),
    ).toEqual([
      'api_samples/index.json 1:125-1:131 sample-matches-response /versions/0/version',
      'api_samples/show.json 1:123-1:129 sample-matches-response /version/version',
    ]);
  });

  test('that contradicts itself, and the samples in one place, is reported once, by the law', async () => {
    expect(await errors('2.60', '2.61')).toEqual([
      `api_samples/show.json 1:123-1:129 error sample-matches-response /version/version the service offers 2.61, but the sample documents 2.60: the sample is out of date (${BASE}v2.1/ 1:115 the service's value)`,
      `${BASE} 1:117-1:123 error documents-agree /versions/0/version the newest microversion of v2.1 is "2.60" here, but ${BASE}v2.1/ has "2.61": 2.61 is newer, so the other is probably stale {facts-agree} (${BASE}v2.1/ 1:115 the newest microversion of v2.1)`,
    ]);
  });

  test('that contradicts itself and the samples in two places is reported once for each', async () => {
    expect(await errors('2.61', '2.62')).toEqual([
      `api_samples/show.json 1:123-1:129 error sample-matches-response /version/version the service offers 2.62, but the sample documents 2.60: the sample is out of date (${BASE}v2.1/ 1:115 the service's value)`,
      `${BASE} 1:117-1:123 error documents-agree /versions/0/version the newest microversion of v2.1 is "2.61" here, but ${BASE}v2.1/ has "2.62": 2.62 is newer, so the other is probably stale {facts-agree, sample-matches-response} (${BASE}v2.1/ 1:115 the newest microversion of v2.1) (api_samples/index.json 1:125 the same place in the sample)`,
    ]);
  });
});
