import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

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
});
