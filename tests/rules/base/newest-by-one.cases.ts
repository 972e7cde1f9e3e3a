import { describe, expect, test } from '@jest/globals';

import { changeLines, findingsOf } from '../rule-fixtures';
import { entry, madeProject, madeVersions } from './made-projects';

const version = (newest: string) => madeVersions(entry('v2.1', { version: newest, min_version: '2.1' }));

const services = (a: string, b: string) =>
  madeProject(
    Object.fromEntries(
      Object.entries({ a, b }).map(([name, newest]) => [
        `${name}/${name}.json`,
        { versions: [entry('v2.1', { version: newest, min_version: '2.1' })] },
      ]),
    ),
    { service: undefined },
  );

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

  test('takes the newest microversion of the target branch from the documents of the same service', async () => {
    const states = [services('2.60', '2.60'), services('2.60', '2.62')] as const;
    expect(await changeLines('newest-by-one', states, { tip: services('2.60', '2.61') })).toEqual([]);
    expect(await changeLines('newest-by-one', states, { tip: services('2.61', '2.60') })).toEqual([
      expect.stringMatching(/^b\.json:.* rose from "2\.60" to "2\.62": expected "2\.61"/),
    ]);
  });

  test('is silent where the base is a release, and at another major version', async () => {
    const states = [version('2.60'), version('2.70')] as const;
    expect(await changeLines('newest-by-one', states)).toHaveLength(1);
    expect(await changeLines('newest-by-one', states, { isRelease: true })).toEqual([]);
    expect(await changeLines('newest-by-one', [version('2.60'), version('3.5')])).toEqual([]);
  });
});
