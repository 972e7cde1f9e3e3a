import { describe, expect, test } from '@jest/globals';

import { changeLines, findingsOf } from '../rule-fixtures';
import { entry, madeProject, madeVersions } from './made-projects';

const version = (newest: string) => entry('v2.1', { version: newest, min_version: '2.1' });

const files = (newest: string) =>
  madeProject({
    'a.json': { versions: [version(newest)] },
    'b.json': { version: version(newest) },
  });

const state = (newest: string) =>
  madeVersions(entry('v1', { max_version: newest, version: '2.60', min_version: '2.1' }));

describe('newest-monotonic', () => {
  test('accepts a newer microversion', async () => {
    expect(await findingsOf('newest-monotonic/right')).toEqual([]);
  });

  test('reports an older microversion, compared as numbers', async () => {
    expect(await findingsOf('newest-monotonic/wrong')).toEqual([
      {
        ruleId: 'newest-monotonic',
        severity: 'error',
        message:
          'the newest microversion of v2.1 fell from "2.60" to "2.9": a service never takes a microversion back',
        file: 'api_samples/versions.json',
        pointer: '/versions/1/version',
        start: { line: 19, column: 18 },
        end: { line: 19, column: 23 },
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

  test('compares an entry of a new document with the same version in the others', async () => {
    const base = madeProject({ 'versions.json': { versions: [version('2.60')] } });
    const now = madeProject({ 'moved.json': { versions: [version('2.59')] } });
    expect(await changeLines('newest-monotonic', [base, now])).toEqual([
      'moved.json:1:158-1:164 error /versions/0/version: the newest microversion of v2.1 fell from "2.60" to "2.59": a service never takes a microversion back',
    ]);
  });

  test('reports the same change in several documents once', async () => {
    expect(await changeLines('newest-monotonic', [files('2.60'), files('2.59')])).toHaveLength(1);
  });

  test('is silent about microversions that appear, vanish or cannot be read', async () => {
    const states = ['2.60', '', '2.6x'].map((newest) => madeVersions(version(newest)));
    for (const base of states.slice(1))
      for (const now of states) expect(await changeLines('newest-monotonic', [base, now])).toEqual([]);
  });

  test('reads max_version before version', async () => {
    const [base, now] = [state('2.60'), state('2.59')] as const;
    expect(await changeLines('newest-monotonic', [base, now])).toHaveLength(1);
  });
});
