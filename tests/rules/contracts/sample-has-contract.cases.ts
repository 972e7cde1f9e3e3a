import { describe, expect, test } from '@jest/globals';

import { REPORTERS } from '../../../src/reporters/reporter-registry';
import { sampleHasContract } from '../../../src/rules/contracts/sample-has-contract';
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
          'no contract claims this sample, so it is not checked: add `servers/empty.json` to the `samples:` of a contract, or delete the file',
        file: 'api_samples/servers/empty.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'sample-has-contract',
        severity: 'error',
        message:
          'no contract claims this sample, so it is not checked: add `servers/server-get-resp.json` to the `samples:` of a contract, or delete the file',
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
      '       no contract claims these samples in `api_samples/a`, so they are not checked: add them to the `samples:` of a contract, or delete them',
      '       also in api_samples/a/2.json',
      '       also in api_samples/a/3.json',
      '',
    ]);
    for (const path of ['b/1.json', 'top.json']) expect(text).toContain(`add \`${path}\` to the`);
    for (const format of ['json', 'ndjson', 'junit', 'github'] as const)
      for (const file of files) expect(REPORTERS[format].report(result, options)).toContain(file);
  });
});
