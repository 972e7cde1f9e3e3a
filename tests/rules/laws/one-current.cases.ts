import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('one-current', () => {
  test('compares ids as numbers, and accepts a single version that is not CURRENT', async () => {
    expect(await findingsOf('one-current/right')).toEqual([]);
  });

  test('points at an extra or a too low CURRENT, and at a list without one', async () => {
    expect(await findingsOf('one-current/wrong')).toEqual([
      {
        ruleId: 'one-current',
        severity: 'error',
        message: 'none of these 2 versions is CURRENT: set the status of the highest, "v3.0", to CURRENT',
        file: 'none.json',
        pointer: '/versions',
        start: { line: 2, column: 17 },
        end: { line: 2, column: 18 },
      },
      {
        ruleId: 'one-current',
        severity: 'error',
        message: '"v3.9" is CURRENT, but "v3.10" is higher: mark only the highest version as CURRENT',
        file: 'not-the-highest.json',
        pointer: '/versions/0/status',
        start: { line: 15, column: 23 },
        end: { line: 15, column: 32 },
        related: [
          {
            message: 'the highest version',
            file: 'not-the-highest.json',
            pointer: '/versions/1/id',
            start: { line: 18, column: 19 },
            end: { line: 18, column: 26 },
          },
        ],
      },
      {
        ruleId: 'one-current',
        severity: 'error',
        message: 'both "v2.0" and "v2.1" are CURRENT: mark only the highest version as CURRENT',
        file: 'two.json',
        pointer: '/versions/0/status',
        start: { line: 15, column: 23 },
        end: { line: 15, column: 32 },
        related: [
          {
            message: 'the highest version',
            file: 'two.json',
            pointer: '/versions/1/id',
            start: { line: 21, column: 19 },
            end: { line: 21, column: 25 },
          },
        ],
      },
    ]);
  });
});
