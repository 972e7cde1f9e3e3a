import { describe, expect, test } from '@jest/globals';

import { changeLines, findingsOf } from '../rule-fixtures';
import { entry, madeProject } from './made-projects';

const facts = (...places: readonly object[]) => ({
  facts: {
    newest: [
      { file: 'api_samples/code.txt', match: 'MAX = (.+)' },
      { file: 'api_samples/code.txt', match: 'X = (.+)' },
      ...places,
    ],
  },
});

const state = (code: string, newest: string, ...places: readonly object[]) =>
  madeProject(
    {
      'code.txt': `MAX = ${code}\n`,
      'versions.json': { versions: [entry('v3.0', { version: newest, min_version: '3.0' })] },
    },
    facts(...places),
  );

const services = ([code, a, b]: readonly [string, string, string]) =>
  madeProject(
    {
      'code.txt': `MAX = ${code}\n`,
      ...Object.fromEntries(
        Object.entries({ a, b }).map(([name, newest]) => [
          `${name}/${name}.json`,
          { versions: [entry('v3.0', { version: newest, min_version: '3.0' })] },
        ]),
      ),
    },
    { ...facts(), service: undefined },
  );

describe('bump-in-samples', () => {
  test('accepts a bump in code and samples', async () => {
    expect(await findingsOf('bump-in-samples/right')).toEqual([]);
  });

  test('reports a sample that a bump forgot', async () => {
    expect(await findingsOf('bump-in-samples/wrong')).toEqual([
      {
        ruleId: 'bump-in-samples',
        severity: 'error',
        message:
          'the fact "newest microversion" rose to "2.61" in the code, but the newest microversion of v2.1 is "2.60" here: raise it in the same change',
        file: 'api_samples/versions.json',
        pointer: '/versions/1/version',
        start: { line: 19, column: 18 },
        end: { line: 19, column: 24 },
        related: [
          {
            message: '"2.61"',
            file: 'api_version.py',
            start: { line: 2, column: 9 },
            end: { line: 2, column: 13 },
          },
          {
            message: '"2.60" in the base',
            file: 'ba5eba5eba:api_version.py',
            start: { line: 2, column: 9 },
            end: { line: 2, column: 13 },
          },
        ],
      },
    ]);
  });

  test('is silent where the sample is newer, where the code did not rise, and about other major versions', async () => {
    for (const [before, after] of [
      [state('3.70', '3.70'), state('3.71', '3.72')],
      [state('3.71', '3.70'), state('3.71', '3.70')],
      [state('2.70', '3.70'), state('2.71', '3.70')],
      [state('Queens', '3.70'), state('Rocky', '3.70')],
    ] as const)
      expect(await changeLines('bump-in-samples', [before, after])).toEqual([]);
  });

  test.each([
    ['the other one has an older number', ['3.70', '3.70', '3.27'], ['3.71', '3.71', '3.27'], []],
    ['the bump forgot the samples', ['3.70', '3.70', '3.27'], ['3.71', '3.70', '3.27'], ['a']],
    ['the second one is meant', ['3.70', '3.27', '3.70'], ['3.71', '3.27', '3.70'], ['b']],
    ['both had the number, and one was raised', ['3.70', '3.70', '3.70'], ['3.71', '3.70', '3.71'], []],
    ['both had the number, and none was raised', ['3.70', '3.70', '3.70'], ['3.71', '3.70', '3.70'], ['a']],
  ] as const)(
    'of two services, reports the one that is meant: %s',
    async (_what, before, after, expected) => {
      const found = await changeLines('bump-in-samples', [services(before), services(after)]);
      expect(found.map((line) => line.replace(/\.json.*/, ''))).toEqual(expected);
    },
  );

  test('is silent where a fact compares the same value', async () => {
    const place = { sample: 'versions.json', at: '$.versions[0].version' };
    const states = [state('3.70', '3.70', place), state('3.71', '3.70', place)] as const;
    expect(await changeLines('bump-in-samples', states)).toEqual([]);
    const other = { sample: 'versions.json', at: '$.versions[0].min_version' };
    expect(
      await changeLines('bump-in-samples', [state('3.70', '3.70', other), state('3.71', '3.70', other)]),
    ).toHaveLength(1);
  });
});
