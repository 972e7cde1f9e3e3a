import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('validation-ends', () => {
  test('accepts a pattern that repeats without choice', async () => {
    expect(await findingsOf('validation-ends/right')).toEqual([]);
  });

  test('stops a pattern that would run for ever, and says so', async () => {
    expect(await findingsOf('validation-ends/wrong')).toEqual([
      {
        ruleId: 'validation-ends',
        severity: 'error',
        message:
          'not checked: server.json took longer than 100 ms: simplify its patterns (nested repeats such as (a+)+ take forever), or raise `limits.validation_time`',
        file: 'api_samples/server.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });
});
