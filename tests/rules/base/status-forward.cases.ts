import { describe, expect, test } from '@jest/globals';

import { changeLines, findingsOf } from '../rule-fixtures';
import { entry, madeVersions } from './made-projects';

describe('status-forward', () => {
  test('accepts a version that becomes deprecated', async () => {
    expect(await findingsOf('status-forward/right')).toEqual([]);
  });

  test('reports a status that goes back', async () => {
    expect(await findingsOf('status-forward/wrong')).toEqual([
      {
        ruleId: 'status-forward',
        severity: 'error',
        message:
          'the status of v2.0 went back from "SUPPORTED" to "CURRENT": it only moves from CURRENT to SUPPORTED to DEPRECATED',
        file: 'api_samples/versions.json',
        pointer: '/versions/0/status',
        start: { line: 5, column: 17 },
        end: { line: 5, column: 26 },
        related: [
          {
            message: '"SUPPORTED" in the base',
            file: 'ba5eba5eba:api_samples/versions.json',
            pointer: '/versions/0/status',
            start: { line: 5, column: 17 },
            end: { line: 5, column: 28 },
          },
        ],
      },
    ]);
  });

  test.each([
    ['EXPERIMENTAL', 'CURRENT', 0],
    ['EXPERIMENTAL', 'DEPRECATED', 0],
    ['stable', 'CURRENT', 0],
    ['CURRENT', 'stable', 0],
    ['stable', 'SUPPORTED', 0],
    ['CURRENT', 'DEPRECATED', 0],
    ['OWN', 'CURRENT', 0],
    ['CURRENT', 'OWN', 0],
    ['DEPRECATED', 'supported', 1],
    ['SUPPORTED', 'stable', 1],
    ['CURRENT', 'EXPERIMENTAL', 1],
  ])('from %s to %s: %d findings', async (before, after, count) => {
    const [base, now] = [entry('v2', { status: before }), entry('v2', { status: after })];
    expect(await changeLines('status-forward', [madeVersions(base), madeVersions(now)])).toHaveLength(count);
  });
});
