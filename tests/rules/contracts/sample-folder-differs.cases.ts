import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('sample-folder-differs', () => {
  test('accepts a folder with a change, and one with a sample of a new name', async () => {
    expect(await findingsOf('sample-folder-differs/right')).toEqual([]);
  });

  test('reports a folder whose samples all equal the previous ones, but no folder with a change', async () => {
    expect(await findingsOf('sample-folder-differs/wrong')).toEqual([
      {
        ruleId: 'sample-folder-differs',
        severity: 'info',
        message:
          'nothing changed in flavors/v2.75 (its 2 samples equal the previous ones): record what changed, or delete the folder',
        file: 'api_samples/flavors/v2.75/flavor-get-resp.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        related: [
          {
            message: 'the previous sample',
            file: 'api_samples/flavors/v2.61/flavor-get-resp.json',
            start: { line: 1, column: 1 },
            end: { line: 1, column: 1 },
          },
        ],
      },
    ]);
  });
});
