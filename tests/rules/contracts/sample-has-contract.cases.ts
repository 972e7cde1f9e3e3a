import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { REPORTERS } from '../../../src/reporters/reporter-registry';
import { sampleHasContract } from '../../../src/rules/contracts/sample-has-contract';
import { runCli } from '../../cli/run-cli';
import { tempProject } from '../../engine/temp-project';
import { checkFixture, findingsOf } from '../rule-fixtures';

describe('sample-has-contract', () => {
  test('accepts claimed samples, and files that are not samples', async () => {
    expect(await findingsOf('sample-has-contract/right')).toEqual([]);
  });

  test('rejects a sample that no contract claims, even if it is not JSON', async () => {
    expect(await findingsOf('sample-has-contract/wrong')).toEqual([
      {
        ruleId: 'sample-has-contract',
        severity: 'error',
        message:
          'no contract claims this sample, so it is not checked: add `servers/empty.json` to the `samples:` of a contract, or to `ignore:`',
        file: 'api_samples/servers/empty.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'sample-has-contract',
        severity: 'error',
        message:
          'no contract claims this sample, so it is not checked: add `servers/server-get-resp.json` to the `samples:` of a contract, or to `ignore:`',
        file: 'api_samples/servers/server-get-resp.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });

  test('is shown once per folder to people, with the path of every sample', async () => {
    const result = await checkFixture('sample-has-contract/folders', [sampleHasContract]);
    const files = ['a/1', 'a/2', 'a/3', 'b/1', 'top'].map((name) => `api_samples/${name}.json`);
    expect(result.findings.map(({ file }) => file)).toEqual(files);
    const options = { color: false, verbose: false, quiet: false, version: '' };
    const text = REPORTERS.pretty.report(result, options);
    expect(text.split('\n').slice(0, 7)).toEqual([
      'api_samples/a/1.json',
      '',
      '  1:1  error  sample-has-contract',
      '       3 samples in `api_samples/a` have no contract, so they are not checked: add them to the `samples:` of a contract, or to `ignore:`',
      '       also in api_samples/a/2.json',
      '       also in api_samples/a/3.json',
      '',
    ]);
    for (const path of ['b/1.json', 'top.json']) expect(text).toContain(`add \`${path}\` to the`);
    for (const format of ['json', 'ndjson', 'junit', 'github'] as const)
      for (const file of files) expect(REPORTERS[format].report(result, options)).toContain(file);
  });

  const MANY = tempProject({
    'contracts.yaml': 'contracts: { a: { schema: a.json, samples: a.json } }\n',
    'schemas/a.json': { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
    'api_samples/a.json': { a: 1 },
    ...Object.fromEntries(
      ['b/1', 'b/2', 'b/3', 'b/4', 'b/5', 'c/1', 'c/2', 'c/3', 'c/4'].map((name) => [
        `api_samples/${name}.json`,
        { a: 1 },
      ]),
    ),
  });
  const IN_B = [1, 2, 3, 4, 5].map((number) => `api_samples/b/${number}.json`);
  const FIVE =
    '5 samples in `api_samples/b` have no contract, so they are not checked: add them to the `samples:` of a contract, or to `ignore:`';

  test('is one finding per folder from five samples on, in reports for people and in their counts', async () => {
    const { out } = await runCli(['check'], { cwd: MANY });
    expect(out.match(/\d samples in `[^`]+` have no contract/g)).toEqual([
      '5 samples in `api_samples/b` have no contract',
      '4 samples in `api_samples/c` have no contract',
    ]);
    expect(out).toContain('\n5 errors in 9 of 10 samples; 1 contract\n');
    expect((await runCli(['check', '-q'], { cwd: MANY })).out.split('\n')).toEqual([
      `api_samples/b/1.json:1:1: error sample-has-contract ${FIVE}`,
      ...[1, 2, 3, 4].map((number) => expect.stringMatching(`^api_samples/c/${number}\\.json:1:1: error`)),
      '',
    ]);
    const { out: github } = await runCli(['check', '-f', 'github'], { cwd: MANY });
    expect(github.match(/file=[^,]+/g)?.length).toBe(5);
    expect(github).toContain(`title=sample-has-contract::${FIVE}\n`);
  });

  test.each(['json', 'ndjson', 'junit'])('names every sample in %s', async (format) => {
    const { out, code } = await runCli(['check', '-f', format], { cwd: MANY });
    expect(code).toBe(1);
    for (const file of IN_B) expect(out).toContain(file);
    expect(out.split('no contract claims this sample').length - 1).toBeGreaterThanOrEqual(9);
  });

  test('has the severity that the manifest says', async () => {
    const manifest = `rules: { sample-has-contract: warning }\n${readFileSync(join(MANY, 'contracts.yaml'), 'utf8')}`;
    writeFileSync(join(MANY, 'calm.yaml'), manifest);
    const { code, out } = await runCli(['check', '-m', 'calm.yaml'], { cwd: MANY });
    expect(code).toBe(0);
    expect(out).toContain('\n5 warnings in 9 of 10 samples; 1 contract');
  });

  test.each([
    ['the folders', '[b, c/]', []],
    ['a single glob', '"*/*.json"', []],
    ['a glob of one folder', '[b/*.json]', ['c/1', 'c/2', 'c/3', 'c/4']],
    ['a glob for any depth', '["**/[1-4].json"]', ['b/5']],
    ['paths from the manifest', '[./api_samples/b, "./**/c/[1-3].json"]', ['c/4']],
    ['a path from the manifest without ./', '[api_samples/b, c]', ['b/1', 'b/2', 'b/3', 'b/4', 'b/5']],
    ['nothing', '[no/such.json]', ['b/1', 'b/2', 'b/3', 'b/4', 'b/5', 'c/1', 'c/2', 'c/3', 'c/4']],
  ])('leaves out what `ignore:` names: %s', async (_, globs, left) => {
    writeFileSync(
      join(MANY, 'ignore.yaml'),
      `ignore: ${globs}\n${readFileSync(join(MANY, 'contracts.yaml'), 'utf8')}`,
    );
    const { out } = await runCli(['check', '-m', 'ignore.yaml', '-f', 'json'], { cwd: MANY });
    const found: { findings: readonly { ruleId: string; file: string }[] } = JSON.parse(out);
    const files = found.findings.filter(({ ruleId }) => ruleId === 'sample-has-contract');
    expect(files.map(({ file }) => file)).toEqual(left.map((name) => `api_samples/${name}.json`));
  });
});
