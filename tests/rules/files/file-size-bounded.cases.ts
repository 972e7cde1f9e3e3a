import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('file-size-bounded', () => {
  test('accepts a file of exactly the limit', async () => {
    expect(await findingsOf('file-size-bounded/right')).toEqual([]);
  });

  test('rejects a file one byte over the limit', async () => {
    expect(await findingsOf('file-size-bounded/wrong')).toEqual([
      {
        ruleId: 'file-size-bounded',
        severity: 'error',
        message: 'is 101 bytes, over the limit of 100: split it, or raise `limits.file_size`',
        file: 'api_samples/flavors/flavor-get-resp.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });
});
