import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('sample-fails-as-expected', () => {
  test('accepts a sample that is wrong on purpose and fails', async () => {
    expect(await findingsOf('sample-fails-as-expected/right')).toEqual([]);
  });

  test('rejects one that the schema accepts, and points at its `expect: invalid`', async () => {
    expect(await findingsOf('sample-fails-as-expected/wrong')).toEqual([
      {
        ruleId: 'sample-fails-as-expected',
        severity: 'error',
        message:
          'expected an invalid sample, but server.json accepts it: make the schema reject it, or remove `expect: invalid`',
        file: 'api_samples/bad.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        related: [
          {
            message: 'servers.show expects it to be invalid',
            file: 'contracts.yaml',
            pointer: '/contracts/servers.show/samples/1/path',
            start: { line: 6, column: 17 },
            end: { line: 6, column: 25 },
          },
        ],
      },
    ]);
  });
});
