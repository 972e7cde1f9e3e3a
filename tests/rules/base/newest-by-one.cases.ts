import { describe, expect, test } from '@jest/globals';

import { changeLines, findingsOf } from '../rule-fixtures';
import { entry, madeVersions } from './made-projects';

const version = (newest: string) => madeVersions(entry('v2.1', { version: newest, min_version: '2.1' }));

describe('newest-by-one', () => {
  test('accepts the next microversion', async () => {
    expect(await findingsOf('newest-by-one/right')).toEqual([]);
  });

  test('reports a microversion that is skipped', async () => {
    expect(await findingsOf('newest-by-one/wrong')).toEqual([
      {
        ruleId: 'newest-by-one',
        severity: 'warning',
        message:
          'the newest microversion of v2.1 rose from "2.60" to "2.62": expected "2.61", because each change of the API gets its own microversion',
        file: 'api_samples/versions.json',
        pointer: '/versions/1/version',
        start: { line: 19, column: 18 },
        end: { line: 19, column: 24 },
        related: [
          {
            message: '"2.60" in the base',
            file: 'ba5eba5eba:api_samples/versions.json',
            pointer: '/versions/1/version',
            start: { line: 19, column: 18 },
            end: { line: 19, column: 24 },
          },
        ],
      },
    ]);
  });

  test('accepts the number after the newest of the target branch', async () => {
    const states = [version('2.60'), version('2.62')] as const;
    expect(await changeLines('newest-by-one', states, { tip: version('2.61') })).toEqual([]);
    expect(await changeLines('newest-by-one', states, { tip: version('2.60') })).toHaveLength(1);
  });

  test('is silent where the base is a release, and at another major version', async () => {
    const states = [version('2.60'), version('2.70')] as const;
    expect(await changeLines('newest-by-one', states)).toHaveLength(1);
    expect(await changeLines('newest-by-one', states, { isRelease: true })).toEqual([]);
    expect(await changeLines('newest-by-one', [version('2.60'), version('3.5')])).toEqual([]);
  });
});
