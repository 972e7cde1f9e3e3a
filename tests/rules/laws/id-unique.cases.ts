import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('id-unique', () => {
  test('accepts a default version that repeats one of the list', async () => {
    expect(await findingsOf('id-unique/right')).toEqual([]);
  });

  test('rejects the second of two equal ids, and warns if they are equal only when normalised', async () => {
    expect(await findingsOf('id-unique/wrong')).toEqual([
      {
        ruleId: 'id-unique',
        severity: 'warning',
        message: '"v2.0" and "v2" are the same version: keep one entry per version',
        file: 'normalised.json',
        pointer: '/versions/1/id',
        start: { line: 18, column: 19 },
        end: { line: 18, column: 25 },
        related: [
          {
            message: 'the first one',
            file: 'normalised.json',
            pointer: '/versions/0/id',
            start: { line: 4, column: 19 },
            end: { line: 4, column: 23 },
          },
        ],
      },
      {
        ruleId: 'id-unique',
        severity: 'error',
        message: 'the id "v2.1" appears twice: keep one entry per version',
        file: 'twice.json',
        pointer: '/versions/2/id',
        start: { line: 38, column: 19 },
        end: { line: 38, column: 25 },
        clients: 'gophercloud fails with "multiple alternatives"; rust-osauth uses any of them',
        related: [
          {
            message: 'the first one',
            file: 'twice.json',
            pointer: '/versions/1/id',
            start: { line: 21, column: 19 },
            end: { line: 21, column: 25 },
          },
        ],
      },
    ]);
  });
});
