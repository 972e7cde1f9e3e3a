import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('oldest-monotonic', () => {
  test('accepts the same oldest microversion', async () => {
    expect(await findingsOf('oldest-monotonic/right')).toEqual([]);
  });

  test('reports a newer oldest microversion', async () => {
    expect(await findingsOf('oldest-monotonic/wrong')).toEqual([
      {
        ruleId: 'oldest-monotonic',
        severity: 'error',
        message:
          'the oldest microversion of v2.1 rose from "2.1" to "2.53": clients that request an older one stop working',
        file: 'api_samples/versions.json',
        pointer: '/versions/1/min_version',
        start: { line: 20, column: 22 },
        end: { line: 20, column: 28 },
        related: [
          {
            message: '"2.1" in the base',
            file: 'ba5eba5eba:api_samples/versions.json',
            pointer: '/versions/1/min_version',
            start: { line: 20, column: 22 },
            end: { line: 20, column: 27 },
          },
        ],
      },
    ]);
  });
});
