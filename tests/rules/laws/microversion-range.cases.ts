import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('microversion-range', () => {
  test('compares minors as numbers and accepts a single microversion', async () => {
    expect(await findingsOf('microversion-range/right')).toEqual([]);
  });

  test('rejects an oldest that is newer than the newest, and a major version that differs from the id', async () => {
    expect(await findingsOf('microversion-range/wrong')).toEqual([
      {
        ruleId: 'microversion-range',
        severity: 'error',
        message: 'the oldest microversion, "1.10", is newer than the newest, "1.9": fix one of them',
        file: 'versions.json',
        pointer: '/versions/0/min_version',
        start: { line: 17, column: 28 },
        end: { line: 17, column: 34 },
        clients: 'novaclient rejects every request; the other clients accept it',
        related: [
          {
            message: 'the newest',
            file: 'versions.json',
            pointer: '/versions/0/version',
            start: { line: 16, column: 24 },
            end: { line: 16, column: 29 },
          },
        ],
      },
      {
        ruleId: 'microversion-range',
        severity: 'error',
        message: 'the microversion "1.60" has major version 1, but the id is "v2.0": fix one of them',
        file: 'versions.json',
        pointer: '/versions/1/version',
        start: { line: 32, column: 24 },
        end: { line: 32, column: 30 },
      },
      {
        ruleId: 'microversion-range',
        severity: 'error',
        message: 'the microversion "4.9" has major version 4, but the id is "v3.0": fix one of them',
        file: 'versions.json',
        pointer: '/versions/2/version',
        start: { line: 48, column: 24 },
        end: { line: 48, column: 29 },
      },
      {
        ruleId: 'microversion-range',
        severity: 'error',
        message: 'the microversion "3.1" has major version 3, but the id is "v4.0": fix one of them',
        file: 'versions.json',
        pointer: '/versions/3/min_version',
        start: { line: 65, column: 28 },
        end: { line: 65, column: 33 },
      },
    ]);
  });
});
