import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('version-listed', () => {
  test('accepts a list that has every version with a document of its own', async () => {
    expect(await findingsOf('version-listed/right')).toEqual([]);
  });

  test('points at the list, and names the document of the version that is not in it', async () => {
    expect(await findingsOf('version-listed/wrong')).toEqual([
      {
        ruleId: 'version-listed',
        severity: 'error',
        message:
          'v2.1 is not in this list, but v21.json is its document: list it here, or delete that document',
        clients: 'every client takes its versions from the list, so none finds this one',
        file: 'versions.json',
        pointer: '/versions',
        start: { line: 2, column: 17 },
        end: { line: 2, column: 18 },
        related: [
          {
            message: 'the version that is not listed',
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
