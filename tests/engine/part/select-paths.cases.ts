import { describe, expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { check } from '../../../src/engine/check';
import { tempProject } from '../temp-project';

const WRONG = join(__dirname, '../../fixtures/projects/servers-wrong');
const SAMPLES = 'api_samples/servers';

/** The findings of a run over these paths, as `file rule`, and the counts of the summary. */
async function select(cwd: string, ...paths: readonly string[]) {
  const { findings, verdicts, summary } = await check({ cwd, paths });
  return {
    findings: findings.map(({ file, ruleId }) => `${file} ${ruleId}`),
    samples: verdicts.filter(({ group }) => group === 'sample').map(({ name }) => name),
    counted: [summary.samples, summary.documents, summary.findings.error],
  };
}

test('no path selects everything', async () => {
  const all = await select(WRONG);
  expect(all.counted).toEqual([5, 5, 8]);
  expect(await select(WRONG, '.')).toEqual(all);
  expect(await select(WRONG, WRONG)).toEqual(all);
});

test.each([
  ['a file', [`${SAMPLES}/server-get-resp.json`]],
  ['a file in another spelling', [`./api_samples/../${SAMPLES}//server-get-resp.json`]],
  ['an absolute path', [join(WRONG, SAMPLES, 'server-get-resp.json')]],
])('%s selects its findings', async (_, paths) => {
  expect(await select(WRONG, ...paths)).toEqual({
    findings: [`${SAMPLES}/server-get-resp.json sample-matches-schema`],
    samples: ['servers/server-get-resp.json'],
    counted: [1, 1, 1],
  });
});

test('a folder selects everything in it, but not another folder whose name starts the same', async () => {
  expect(await select(WRONG, `${SAMPLES}/v2.9/`)).toEqual({
    findings: [`${SAMPLES}/v2.9/server-get-resp.json sample-has-schema`],
    samples: ['servers/v2.9/server-get-resp.json'],
    counted: [1, 1, 1],
  });
  await expect(select(WRONG, `${SAMPLES}/v2`)).rejects.toThrow(
    'the manifest has no sample, schema or other file at `api_samples/servers/v2`: pass the path of a sample, a schema or a folder',
  );
});

test('several paths select all of them, including files that are not samples', async () => {
  expect(await select(WRONG, 'doc', 'contracts.yaml', `${SAMPLES}/bad.json`)).toEqual({
    findings: [
      `${SAMPLES}/bad.json sample-fails-as-expected`,
      'contracts.yaml pattern-has-sample',
      'doc/servers.rst facts-agree',
    ],
    samples: ['servers/bad.json'],
    counted: [1, 1, 3],
  });
});

describe('a schema', () => {
  const files = {
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
    'schemas/a.json': { $ref: 'defs.json' },
    'schemas/defs.json': { type: 'string', pattern: '(' },
    'schemas/README': '',
    'api_samples/a.json': [],
  };

  test.each(['schemas', 'schemas/defs.json'])('%s selects the findings there', async (path) => {
    expect(await select(tempProject(files), path)).toEqual({
      findings: ['schemas/defs.json schema-patterns-compile'],
      samples: [],
      counted: [0, 0, 1],
    });
  });

  test('without a finding can be selected, as it was checked', async () => {
    expect((await select(tempProject(files), 'schemas/a.json')).findings).toEqual([]);
  });

  test('folder may contain other files, which cannot be selected', async () => {
    await expect(select(tempProject(files), 'schemas/README')).rejects.toThrow('`schemas/README`');
  });
});

test('one path without any file of the project stops the run', async () => {
  await expect(select(WRONG, SAMPLES, 'api_samples/flavors')).rejects.toThrow('`api_samples/flavors`');
});

test('the working folder does not include the folders above it', async () => {
  const cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
    'schemas/a.json': { type: 'object' },
    'api_samples/a.json': [],
  });
  mkdirSync(join(cwd, 'sub'));
  const options = { cwd: join(cwd, 'sub'), manifest: '../contracts.json' };
  await expect(check({ ...options, paths: ['.'] })).rejects.toThrow('or other file at `.`');
  const { findings } = await check({ ...options, paths: ['..'] });
  expect(findings.map(({ file }) => file)).toEqual(['../api_samples/a.json']);
});

test.each([
  ['a broken schema', { 'schemas/a.json': { type: 'objet' } }, ['schemas/a.json schema-is-valid']],
  ['a missing schema', { 'schemas/b.json': true }, ['contracts.json schema-readable']],
])('%s is reported with the sample, although it is in another file', async (_, schemas, findings) => {
  const cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
    ...schemas,
    'api_samples/a.json': {},
  });
  expect(await select(cwd, 'api_samples/a.json')).toEqual({
    findings,
    samples: ['a.json'],
    counted: [1, 1, 1],
  });
});

test('a sample that was not judged is reported with the cause elsewhere, which names no other sample', async () => {
  const cwd = tempProject({
    'contracts.json': {
      contracts: { a: { schema: 'a.json', samples: '*.json' }, b: { schema: 'b.json' } },
      rules: { 'schema-readable': 'off', 'contract-has-document': 'off' },
    },
    'schemas/a.json': '{',
    'schemas/b.json': '[',
    'api_samples/a.json': {},
    'api_samples/b.json': {},
  });
  const { findings, verdicts } = await check({ cwd, paths: ['api_samples/b.json'] });
  expect(findings.map(({ file, ruleId }) => `${file} ${ruleId}`)).toEqual(['schemas/a.json sample-judged']);
  expect(findings.flatMap(({ related }) => related.map(({ file }) => file))).toEqual(['api_samples/b.json']);
  expect(verdicts.filter(({ group }) => group === 'sample').map((verdict) => verdict.findings)).toEqual([
    findings,
  ]);
});
