import { describe, expect, test } from '@jest/globals';

import { changeLines, findingsOf } from '../rule-fixtures';
import { entry, madeVersions } from './made-projects';

const state = (updated: string) => madeVersions(entry('v2', { updated }));

const lines = (before: string, after: string) =>
  changeLines('updated-forward', [state(before), state(after)]);

describe('updated-forward', () => {
  test('accepts a later time', async () => {
    expect(await findingsOf('updated-forward/right')).toEqual([]);
  });

  test('reports an earlier time', async () => {
    expect(await findingsOf('updated-forward/wrong')).toEqual([
      {
        ruleId: 'updated-forward',
        severity: 'warning',
        message:
          '`updated` of v2.1 went back from "2013-07-23T11:33:21Z" to "2013-07-23T10:33:21Z": use the time of this change',
        file: 'api_samples/versions.json',
        pointer: '/versions/1/updated',
        start: { line: 21, column: 18 },
        end: { line: 21, column: 40 },
        related: [
          {
            message: '"2013-07-23T11:33:21Z" in the base',
            file: 'ba5eba5eba:api_samples/versions.json',
            pointer: '/versions/1/updated',
            start: { line: 21, column: 18 },
            end: { line: 21, column: 40 },
          },
        ],
      },
    ]);
  });

  test('compares times, not texts, and is silent about what is no time', async () => {
    expect(await lines('2013-07-23T11:33:21Z', '2013-07-23T09:33:21-02:00')).toEqual([]);
    expect(await lines('2013-07-23T11:33:21Z', '2013-07-23T12:33:21+02:00')).toHaveLength(1);
    expect(await lines('2013-07-23T11:33:21Z', 'today')).toEqual([]);
    expect(await lines('', '2013-07-23T11:33:21Z')).toEqual([]);
  });
});
