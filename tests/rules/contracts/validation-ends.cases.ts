import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('validation-ends', () => {
  test('accepts an unambiguous nested repeat', async () => {
    expect(await findingsOf('validation-ends/right')).toEqual([]);
  });

  test('stops a pattern that would run forever, and reports it', async () => {
    expect(await findingsOf('validation-ends/wrong')).toEqual([
      {
        ruleId: 'validation-ends',
        severity: 'error',
        message:
          'not checked, because server.json took longer than 500 ms: simplify its patterns (nested repeats such as (a+)+ take exponential time), or raise `limits.validation_time`',
        file: 'api_samples/server.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });
});
