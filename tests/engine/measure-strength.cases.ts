import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { measureStrength } from '../../src/engine/measure-strength';
import { UsageError } from '../../src/model/usage-error';

const WEAK = join(__dirname, '../fixtures/projects/weak');

describe('measureStrength()', () => {
  test('opens a project and measures all its schemas, with the same result each time', () => {
    const strength = measureStrength({ cwd: WEAK });
    expect(strength.schemas.map(({ schema }) => schema)).toEqual([
      'schemas/network.json',
      'schemas/servers.json',
      'schemas/flavor.json',
    ]);
    expect(strength).toEqual(measureStrength({ cwd: WEAK, seed: 1, only: [], timeLimit: 86_400_000 }));
    expect(measureStrength({ cwd: WEAK, only: ['servers.index'] }).schemas).toEqual(
      strength.schemas.filter(({ schema }) => schema === 'schemas/servers.json'),
    );
  });

  test('lists what it had no time for', () => {
    const { schemas, tried, isCutShort, notTried } = measureStrength({
      cwd: WEAK,
      only: ['servers.index'],
      timeLimit: 0,
    });
    expect({ schemas, tried, isCutShort }).toEqual({ schemas: [], tried: 0, isCutShort: true });
    expect(notTried).toEqual([
      {
        what: 'schemas not tried for lack of time',
        one: 'schema not tried for lack of time',
        items: ['schemas/servers.json'],
      },
    ]);
  });

  test('reports its progress', () => {
    const progress: (readonly [number, number])[] = [];
    measureStrength({ cwd: WEAK, onProgress: (done, total) => progress.push([done, total]) });
    expect(progress).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  test('rejects an unknown name', () => {
    expect(() => measureStrength({ cwd: WEAK, only: ['gone'] })).toThrow(UsageError);
  });
});
