import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('sample-folder-differs', () => {
  test('accepts a folder with a change, and one with a sample of a new name', async () => {
    expect(await findingsOf('sample-folder-differs/right')).toEqual([]);
  });

  test('remarks on a folder in which all equals what was before, and on no folder with a change', async () => {
    expect(await findingsOf('sample-folder-differs/wrong')).toEqual([
      {
        ruleId: 'sample-folder-differs',
        severity: 'info',
        message:
          'nothing changed at flavors/v2.75: each of its 2 samples equals the one before: record what changed, or delete the folder',
        file: 'api_samples/flavors/v2.75/flavor-get-resp.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        related: [
          {
            message: 'the one before',
            file: 'api_samples/flavors/v2.61/flavor-get-resp.json',
            start: { line: 1, column: 1 },
            end: { line: 1, column: 1 },
          },
        ],
      },
    ]);
  });
});
