import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';

import { check } from '../../src/engine/check';
import { checkMade } from './check-made';
import { selectSeverities } from '../../src/engine/judge/select-severities';
import { openProject } from '../../src/engine/open/open-project';
import { UsageError } from '../../src/model/usage-error';
import { brief } from './brief';
import { answer, failure, madeService } from './made-service';
import { tempProject } from './temp-project';
import { entry } from './versions-subject';

const PROJECTS = join(__dirname, '../fixtures/projects');

test('a project without mistakes has no findings, and the summary counts what was checked', async () => {
  const { findings, summary } = await check({ cwd: join(PROJECTS, 'servers-right') });
  expect(findings).toEqual([]);
  expect(summary).toMatchObject({
    contracts: 2,
    samples: 5,
    documents: 5,
    findings: { error: 0, warning: 0, info: 0 },
    notChecked: [],
  });
});

test('a project with many mistakes has every finding, in order', async () => {
  const { findings, summary } = await check({ cwd: join(PROJECTS, 'servers-wrong') });
  expect(findings.map(brief)).toEqual([
    'api_samples/servers/bad.json 1:1-1:1 error sample-fails-as-expected expected an invalid sample, but servers/show-v21.json accepts it: make the schema reject it, or remove `expect: invalid` (contracts.yaml 10:17 servers.show expects it to be invalid)',
    'api_samples/servers/server-get-resp.json 5:19-5:26 error sample-matches-schema /server/status expected one of "ACTIVE", "BUILD", "ERROR", got "ACTVE": did you mean "ACTIVE"?',
    'api_samples/servers/server-post-resp.json 1:1-1:1 error sample-has-contract no contract claims this sample, so it is not checked: add `servers/server-post-resp.json` to the `samples:` of a contract, or to `ignore:`',
    'api_samples/servers/v2.3/server-get-resp.json 2:15-2:16 error sample-matches-schema /server required property "id" is missing',
    'api_samples/servers/v2.3/server-get-resp.json 5:9-5:16 error sample-matches-schema /server/lockd unknown property "lockd", and required property "locked" is missing: rename it {required}',
    'api_samples/servers/v2.9/server-get-resp.json 1:1-1:1 error sample-has-schema the sample is from 2.9, but servers.show has schemas only for up to 2.2, 2.3 to 2.8: widen a range, or add one {sample-judged} (contracts.yaml 4:3 the contract servers.show)',
    'contracts.yaml 11:9-11:36 error pattern-has-sample /contracts/servers.show/samples/2 the pattern `servers/server-get-rsp.json` of servers.show matches no sample: did you mean `servers/server-get-resp.json`?',
    'doc/servers.rst 1:41-1:44 error facts-agree the fact "base microversion" is "2.0" here, but contracts.yaml has "2.1": 2.1 is newer, so the other is probably stale (contracts.yaml 1:21 "2.1")',
  ]);
  expect(summary).toMatchObject({
    contracts: 2,
    samples: 5,
    documents: 5,
    findings: { error: 8, warning: 0, info: 0 },
    notChecked: [
      {
        what: 'samples without a schema for their microversion',
        items: ['api_samples/servers/v2.9/server-get-resp.json'],
      },
      { what: 'live requests', items: ['servers.any: GET /servers/1'] },
    ],
  });
});

describe('a manifest', () => {
  const contracts = { a: { schema: 'a.json', samples: 'a.json' } };
  const files = { 'schemas/a.json': { type: 'object' }, 'api_samples/a.json': '{}' };

  test('turns a rule on', async () => {
    const cwd = tempProject({
      ...files,
      'contracts.json': { contracts, rules: { 'final-newline': 'error' } },
    });
    expect((await check({ cwd })).findings.map(brief)).toEqual([
      'api_samples/a.json 1:3-1:3 error final-newline the file does not end with a newline: add one',
    ]);
  });

  test('turns a rule off, and the rule is not counted', async () => {
    const on = await check({ cwd: tempProject({ ...files, 'contracts.json': { contracts } }) });
    const manifest = { contracts, rules: { 'final-newline': 'off' } };
    const off = await check({ cwd: tempProject({ ...files, 'contracts.json': manifest }) });
    expect(on.findings.map(({ ruleId }) => ruleId)).toEqual(['final-newline']);
    expect(off.findings).toEqual([]);
    expect(off.summary.rules).toBe(on.summary.rules - 1);
    expect(off.verdicts.flatMap(({ rules }) => rules)).not.toContain('final-newline');
  });
});

function version(newest: string) {
  return entry('v2.1', 'http://a.example.com/v2.1/', { version: newest, min_version: '2.1' });
}

test('a fact, a law and the schema that report the same place give one finding', async () => {
  const cwd = tempProject({
    'contracts.json': {
      service: 'a',
      contracts: {
        index: { schema: 'index.json', samples: 'index.json' },
        show: { schema: 'show.json', samples: 'show.json' },
      },
      facts: {
        newest: [
          { sample: 'index.json', at: '$.versions[0].version' },
          { sample: 'show.json', at: '$.version.version' },
        ],
      },
    },
    'schemas/index.json': {
      type: 'object',
      properties: { versions: { items: { properties: { version: { const: '2.61' } } } } },
    },
    'schemas/show.json': { type: 'object' },
    'api_samples/index.json': { versions: [version('2.60')] },
    'api_samples/show.json': { version: version('2.61') },
  });
  const { findings } = await check({ cwd });
  // With only two places, the fact takes the first as right; the law knows which of two microversions is stale.
  expect(findings.filter(({ severity }) => severity === 'error').map(brief)).toEqual([
    'api_samples/index.json 1:117-1:123 error documents-agree /versions/0/version the newest microversion of v2.1 is "2.60" here, but api_samples/show.json has "2.61": 2.61 is newer, so the other is probably stale {const, facts-agree} (api_samples/show.json 1:115 the newest microversion of v2.1)',
  ]);
});

describe('a live run', () => {
  test.each([
    [{}, 'is not set'],
    [{ OS_PROJECT_ID: ' ' }, 'is empty'],
    [{ OS_PROJECT_ID: '..' }, 'is `..`, which changes the path'],
  ])('stops before the first request where a path needs a variable, with %j', async (env, state) => {
    const cwd = tempProject({
      'contracts.json': {
        contracts: {
          a: {
            schema: 'a.json',
            live: [
              { request: 'POST /${SAMPLEGATE_UNSENT}' },
              { request: 'GET /${OS_PROJECT_ID}/a' },
              { request: 'GET /${OS_PROJECT_ID}/b?c=${SAMPLEGATE_C}' },
            ],
          },
        },
      },
      'schemas/a.json': {},
      'api_samples/README': '',
    });
    const message = [
      `the request \`GET /\${OS_PROJECT_ID}/a\` needs the environment variable \`OS_PROJECT_ID\`, which ${state}: \`export OS_PROJECT_ID=…\` first`,
      'the request `GET /${OS_PROJECT_ID}/b?c=${SAMPLEGATE_C}` needs the environment variable `SAMPLEGATE_C`, which is not set: `export SAMPLEGATE_C=…` first',
    ].join('\n');
    const live = { url: 'http://127.0.0.1:9/', env };
    await expect(check({ cwd, live })).rejects.toThrow(new UsageError(message));
    await expect(check({ cwd })).resolves.toBeDefined();
  });

  const files = { 'schemas/a.json': { type: 'object', required: ['a'] }, 'api_samples/README': '' };
  const contracts = { a: { schema: 'a.json', live: { request: 'GET /a' } } };

  test('stops for a manifest without a live request: it would pass although nothing was checked', async () => {
    const cwd = tempProject({
      ...files,
      'api_samples/a.json': { a: 1 },
      'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
    });
    const message =
      'no contract in `contracts.json` has a `live:` request, so there is nothing to send to a service: add one, such as `live: { request: GET / }`';
    await expect(check({ cwd, live: { url: 'http://127.0.0.1:9/' } })).rejects.toThrow(
      new UsageError(message),
    );
    await expect(check({ cwd, live: { url: 'http://127.0.0.1:9' } })).rejects.toThrow(message);
  });

  test('stops with PATHs: no response belongs to any of them', async () => {
    const cwd = tempProject({ ...files, 'contracts.json': { contracts } });
    const options = { cwd, paths: ['api_samples', 'schemas'], live: { url: 'http://127.0.0.1:9/' } };
    await expect(check(options)).rejects.toThrow(
      new UsageError(
        'a live service is always checked as a whole, not at PATHs: omit `api_samples schemas`, or the service',
      ),
    );
  });

  test('needs no sample if there are responses', async () => {
    const project = openProject({ cwd: tempProject({ ...files, 'contracts.json': { contracts } }) });
    const { findings, summary, live } = await checkMade(project, madeService([answer('/a', { a: 1 })]).live);
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ contracts: 1, samples: 0, documents: 1, notChecked: [] });
    expect(live).toEqual({ requests: 1, answered: 1 });
  });

  test('fails if every request fails', async () => {
    const project = openProject({ cwd: tempProject({ ...files, 'contracts.json': { contracts } }) });
    const { findings, summary, live } = await checkMade(project, madeService([failure('/a')]).live);
    expect(findings.map(brief)).toEqual([
      'contracts.json 1:1-1:1 error project-has-documents nothing was checked, because the `samples:` folders contain no samples: add one, or fix the folder paths',
      'http://cloud/compute/a 1:1-1:1 error live-answers refused the connection {sample-judged}',
    ]);
    expect(summary.notChecked.map(({ items }) => items)).toEqual([['a: GET /a']]);
    expect(live).toEqual({ requests: 1, answered: 0 });
  });
});

describe.each(['projects/remarks', 'projects/servers-wrong', 'projects/service', 'openapi/parameter-styles'])(
  'the lowest severity in the result of %s',
  (folder) => {
    const cwd = join(PROJECTS, '..', folder);

    test.each(['warning', 'error'] as const)(
      '%s leaves out what is below it, and nothing else',
      async (least) => {
        const { ok, ...whole } = await check({ cwd });
        const shown = await check({ cwd, least });
        expect(shown).toEqual({ ok, ...selectSeverities(whole, least) });
      },
    );

    test('a severity that fails the check is never left out', async () => {
      const options = { cwd, failOn: 'info' } as const;
      expect(await check({ ...options, least: 'error' })).toEqual(await check(options));
    });
  },
);

test('a project whose only findings are remarks has remarks', async () => {
  const { summary } = await check({ cwd: join(PROJECTS, 'remarks') });
  expect(summary.findings.info).toBeGreaterThan(0);
});
