import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('one-current', () => {
  test('compares ids as numbers, and asks nothing of a single version', async () => {
    expect(await findingsOf('one-current/right')).toEqual([]);
  });

  test('points at the CURRENT that is too much or too low, and at a list without one', async () => {
    expect(await findingsOf('one-current/wrong')).toEqual([
      {
        ruleId: 'one-current',
        severity: 'error',
        message: 'none of these 2 versions is CURRENT: the highest, "v3.0", should be',
        file: 'none.json',
        pointer: '/versions',
        start: { line: 2, column: 17 },
        end: { line: 2, column: 18 },
      },
      {
        ruleId: 'one-current',
        severity: 'error',
        message: '"v3.9" is CURRENT, but "v3.10" is the highest version: only that one may be',
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
        message: '"v2.0" is CURRENT, and so is the higher "v2.1": only that one may be',
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
