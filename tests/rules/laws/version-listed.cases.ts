import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('version-listed', () => {
  test('accepts a list of all versions that have their own document', async () => {
    expect(await findingsOf('version-listed/right')).toEqual([]);
  });

  test('points at the list, and names the document of the missing version', async () => {
    expect(await findingsOf('version-listed/wrong')).toEqual([
      {
        ruleId: 'version-listed',
        severity: 'error',
        message:
          'v2.1 is missing from this list, but v21.json describes it: add it here, or delete that document',
        clients: 'clients read the versions from the list, so none finds this one',
        file: 'versions.json',
        pointer: '/versions',
        start: { line: 2, column: 17 },
        end: { line: 2, column: 18 },
        related: [
          {
            message: 'the missing version',
            file: 'v21.json',
            pointer: '/version/id',
            start: { line: 3, column: 15 },
            end: { line: 3, column: 21 },
          },
        ],
      },
    ]);
  });
});
