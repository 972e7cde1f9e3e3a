import { describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { tempProject } from '../../engine/temp-project';
import { git, gitProject } from '../../project/git/git-project';
import { runCli } from '../run-cli';

const FILES = {
  'contracts.json': {
    contracts: Object.fromEntries(
      ['a', 'b'].map((name) => [name, { schema: 'id.json', samples: `${name}/*.json` }]),
    ),
  },
  'schemas/id.json': { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] },
  'api_samples/a/1.json': { id: 1 },
  'api_samples/b/1.json': { id: 'x' },
  'api_samples/b/2.json': { id: 2 },
};

const check = (cwd: string, ...args: readonly string[]) => runCli(['check', '--quiet', ...args], { cwd });
const line = async (cwd: string, ...args: readonly string[]) => {
  const { code, out } = await runCli(['check', ...args], { cwd });
  return [code, out.trim().split('\n').at(-1)];
};

describe('--changed', () => {
  test('says that nothing has changed, and is green', async () => {
    expect(await line(gitProject(FILES), '--changed')).toEqual([
      0,
      'samplegate: nothing to check: no sample or contract here is affected by what changed since HEAD',
    ]);
  });

  test('is since HEAD alone and before another option, and since a commit that is named', async () => {
    const cwd = gitProject(FILES);
    writeFileSync(join(cwd, 'api_samples/b/2.json'), '{ "id": "y" }\n');
    const found = {
      code: 1,
      out: 'api_samples/b/2.json:1:9: error sample-matches-schema expected an integer, got "y"\n',
      err: '',
    };
    expect(await check(cwd, '--changed')).toEqual(found);
    expect(await check(cwd, '--changed', '--pedantic')).toEqual(found);
    expect(await check(cwd, '--changed=HEAD', 'api_samples')).toEqual(found);
    git(cwd, 'tag', 'v1');
    expect(await check(cwd, '--changed', 'v1')).toEqual(found);
    expect((await runCli(['check', '--changed', 'v1'], { cwd })).out).toContain(
      '; changed since v1: 1 contract\n',
    );
  });

  test('takes what follows for a commit, and says how to name a path', async () => {
    expect(await check(gitProject(FILES), '--changed', 'api_samples')).toEqual({
      code: 2,
      out: '',
      err: 'samplegate: git has no commit `api_samples`: name a branch, tag or commit; to check a path, write it after `--changed=HEAD`\n',
    });
  });
});

const warning = (words: string) => `samplegate: warning: ${words}\n`;

describe('PATHs', () => {
  const green = { 'api_samples/b/1.json': { id: 1 }, 'README.md': 'A service.\n', 'package.json': {} };

  test('one that brings no sample stops the run', async () => {
    expect(await check(gitProject({ ...FILES, ...green }), 'README.md')).toEqual({
      code: 2,
      out: '',
      err: 'samplegate: the manifest has no sample, schema or other file at `README.md`: pass the path of a sample, a schema or a folder\n',
    });
  });

  test('several, as a hook passes them, may include files without a contract', async () => {
    const cwd = gitProject({ ...FILES, ...green });
    expect(await runCli(['check', 'README.md', 'api_samples/a/1.json'], { cwd })).toEqual({
      code: 0,
      out: 'samplegate: 2 contracts, 1 sample: no findings\n',
      err: warning('skipped 1 PATH that brings no sample: `README.md`'),
    });
    expect(await runCli(['check', 'README.md', 'package.json'], { cwd })).toEqual({
      code: 0,
      out: 'samplegate: nothing to check: no sample was selected\n',
      err: warning('skipped 2 PATHs that bring no sample: `README.md`, `package.json`'),
    });
    expect(await runCli(['check', '--changed=HEAD', 'README.md'], { cwd })).toEqual({
      code: 0,
      out: 'samplegate: nothing to check: no sample or contract here is affected by what changed since HEAD\n',
      err: warning('skipped 1 PATH that brings no sample: `README.md`'),
    });
  });

  test('a schema brings the samples that are checked against it', async () => {
    const cwd = gitProject(FILES);
    expect(await check(cwd, 'schemas/id.json')).toEqual(await check(cwd));
    expect((await check(cwd, 'schemas/id.json')).code).toBe(1);
  });
});

describe('--shard', () => {
  test('checks one of so many parts', async () => {
    const cwd = tempProject(FILES);
    expect(await line(cwd, '--shard', '1/3')).toEqual([
      0,
      expect.stringMatching(/^samplegate: part 1 of 3: 1 contract, 1 sample: no findings$/),
    ]);
    const outputs = [];
    for (const part of ['1/3', '2/3', '3/3']) outputs.push((await check(cwd, `--shard=${part}`)).out);
    expect(outputs).toEqual(['', (await check(cwd)).out, '']);
  });

  test.each([
    ['2', '`--shard` expects I/N, got `2`: the first of three parts is `--shard 1/3`'],
    ['a/b', '`--shard` expects I/N, got `a/b`: the first of three parts is `--shard 1/3`'],
    ['0/2', 'there is no part 0 of 2: the parts of 2 are 1/2 to 2/2'],
    ['3/2', 'there is no part 3 of 2: the parts of 2 are 1/2 to 2/2'],
    ['1/0', 'there is no part 1 of 0: write the first of three as 1/3'],
  ])('%s is none', async (part, message) => {
    expect(await check(tempProject(FILES), '--shard', part)).toEqual({
      code: 2,
      out: '',
      err: `samplegate: ${message}\n`,
    });
  });
});

test.each([
  [['--changed', '--shard=1/2'], '`changed` and `shard` cannot be combined: omit one of them'],
  [
    ['--changed', '--live=http://127.0.0.1:1'],
    '`--changed` and `--shard` select samples, and a live service is always checked as a whole: omit one of them',
  ],
  [
    ['--shard=1/2', '--targets=targets.yaml'],
    '`--changed` and `--shard` select samples, and a live service is always checked as a whole: omit one of them',
  ],
])('%j cannot be', async (args, message) => {
  expect(await check(tempProject(FILES), ...args)).toEqual({
    code: 2,
    out: '',
    err: `samplegate: ${message}\n`,
  });
});

test('reports for programs tell the part', async () => {
  const cwd = gitProject(FILES);
  const summaryOf = async (...args: readonly string[]): Promise<unknown> =>
    JSON.parse((await runCli(['check', '--format=json', ...args], { cwd })).out).summary.part;
  expect(await summaryOf('--shard=1/2')).toEqual({ shard: 1, of: 2 });
  expect(await summaryOf('--changed')).toEqual({ changedSince: 'HEAD' });
  expect(await summaryOf()).toBe(undefined);
});
