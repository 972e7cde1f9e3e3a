import { describe, expect, test } from '@jest/globals';

import { changeLines, findingsOf } from '../rule-fixtures';
import { entry, madeProject, madeVersions } from './made-projects';

const version = (newest: string) => madeVersions(entry('v2.1', { version: newest, min_version: '2.1' }));

const coded = (code: string) =>
  madeProject(
    {
      'versions.json': { versions: [entry('v2.1', { version: '2.60', min_version: '2.1' })] },
      'code.txt': `MAX = ${code}\n`,
    },
    {
      facts: {
        newest: [
          { file: 'api_samples/code.txt', match: 'MAX = (.+)' },
          { file: 'api_samples/code.txt', match: 'X = (.+)' },
        ],
      },
    },
  );

function linesOfCode(...codes: readonly string[]) {
  const [base, tip, now] = codes.map(coded);
  if (base === undefined || tip === undefined || now === undefined) throw new Error('three states');
  return changeLines('microversion-taken', [base, now], { tip });
}

describe('microversion-taken', () => {
  test('accepts a number that the other branch has not taken', async () => {
    expect(await findingsOf('microversion-taken/right')).toEqual([]);
  });

  test('reports a number that both branches took', async () => {
    expect(await findingsOf('microversion-taken/wrong')).toEqual([
      {
        ruleId: 'microversion-taken',
        severity: 'error',
        message: 'microversion 2.61 of v2.1 was taken on `main` since you branched: rebase and take 2.62',
        file: 'api_samples/versions.json',
        pointer: '/versions/1/version',
        start: { line: 19, column: 18 },
        end: { line: 19, column: 24 },
        related: [
          {
            message: '"2.61" on `main`',
            file: '71971971971:api_samples/versions.json',
            pointer: '/versions/1/version',
            start: { line: 19, column: 18 },
            end: { line: 19, column: 24 },
          },
          {
            message: '"2.60" where the branches parted',
            file: 'ba5eba5eba:api_samples/versions.json',
            pointer: '/versions/1/version',
            start: { line: 19, column: 18 },
            end: { line: 19, column: 24 },
          },
        ],
      },
    ]);
  });

  test('recommends the number after the newest of the other branch', async () => {
    const states = [version('2.60'), version('2.61')] as const;
    expect(await changeLines('microversion-taken', states, { tip: version('2.63') })).toEqual([
      'versions.json:1:158-1:164 error /versions/0/version: microversion 2.61 of v2.1 was taken on `main` since you branched: rebase and take 2.64',
    ]);
  });

  test('reports a number that only the code has, but not other numbers', async () => {
    expect(await linesOfCode('2.70', '2.71', '2.71')).toEqual([
      'code.txt:1:7-1:11 error : microversion 2.71 of the fact "newest" was taken on `main` since you branched: rebase and take 2.72',
    ]);
    expect(await linesOfCode('2.70', '2.71', '2.72')).toEqual([]);
    expect(await linesOfCode('27.0', '27.1', '27.1')).toEqual([]);
  });

  test('is silent about a branch that raises nothing', async () => {
    const states = [version('2.60'), version('2.60')] as const;
    expect(await changeLines('microversion-taken', states, { tip: version('2.61') })).toEqual([]);
  });
});
