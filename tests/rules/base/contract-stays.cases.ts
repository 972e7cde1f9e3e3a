import { describe, expect, test } from '@jest/globals';

import { openProject } from '../../../src/engine/open/open-project';
import { runPlan } from '../../../src/engine/pipeline';
import { planProject } from '../../../src/engine/plan-project';
import { contractStays } from '../../../src/rules/base/contract-stays';
import { changeBetween } from '../../engine/base/change-between';
import { tempProject } from '../../engine/temp-project';

import { changeLines, findingsOf } from '../rule-fixtures';
import { entry, madeProject } from './made-projects';

const state = (ranges: readonly object[], more: object = {}) =>
  madeProject(
    { 'versions.json': { versions: [entry('v2.1', { version: '2.60', min_version: '2.1' })] } },
    { contracts: { a: { ranges: ranges.map((range) => ({ schema: 'any.json', ...range })), ...more } } },
  );

const range = (min?: string, max?: string) => ({
  ...(min === undefined ? {} : { min_version: min }),
  ...(max === undefined ? {} : { max_version: max }),
});

describe('contract-stays', () => {
  test('accepts ranges that are joined', async () => {
    expect(await findingsOf('contract-stays/right')).toEqual([]);
  });

  test('reports a contract and a part of a range that are gone', async () => {
    expect(await findingsOf('contract-stays/wrong')).toEqual([
      {
        ruleId: 'contract-stays',
        severity: 'error',
        message: 'the contract flavors.show is gone, so its promise is no longer checked: restore it',
        file: 'contracts.yaml',
        pointer: '/contracts',
        start: { line: 2, column: 1 },
        end: { line: 2, column: 10 },
        related: [
          {
            message: 'the contract in the base',
            file: 'ba5eba5eba:contracts.yaml',
            pointer: '/contracts/flavors.show',
            start: { line: 9, column: 3 },
            end: { line: 9, column: 15 },
          },
        ],
      },
      {
        ruleId: 'contract-stays',
        severity: 'error',
        message: 'servers.show no longer has a schema for 2.25, which is released: restore its range',
        file: 'contracts.yaml',
        pointer: '/contracts/servers.show',
        start: { line: 4, column: 3 },
        end: { line: 4, column: 15 },
        related: [
          {
            message: 'the contract in the base',
            file: 'ba5eba5eba:contracts.yaml',
            pointer: '/contracts/servers.show',
            start: { line: 4, column: 3 },
            end: { line: 4, column: 15 },
          },
        ],
      },
    ]);
  });

  test('reports a contract of an OpenAPI document, with its place in the base', async () => {
    const [base, now] = ['/pets', '/cats'].map((path) => {
      const schema = { type: 'object' };
      const responses = { 200: { description: 'ok', content: { 'application/json': { schema } } } };
      return openProject({
        cwd: tempProject({
          'contracts.json': { openapi: { document: 'openapi.json' } },
          'openapi.json': {
            openapi: '3.1.0',
            info: { title: 'a', version: '1' },
            paths: { [path]: { get: { operationId: path.slice(1), responses } } },
          },
        }),
      });
    });
    if (base === undefined || now === undefined) throw new Error('unreachable');
    const change = changeBetween(base, now);
    const plan = planProject(change.project, { rules: [contractStays], base: change });
    const { findings } = await runPlan(plan);
    expect(findings.map(({ message, file, related }) => ({ message, file, related }))).toMatchObject([
      {
        message: 'the contract pets.200 is gone, so its promise is no longer checked: restore it',
        file: 'contracts.json',
        related: [{ commit: 'ba5eba5eba', file: 'openapi.json', start: { line: 1 } }],
      },
    ]);
  });

  test.each([
    ['a range that ends earlier', [range()], [range(undefined, '2.59')], '2.60'],
    ['a range that begins later', [range()], [range('2.3')], '2.1'],
    ['a range that is gone', [range('2.1', '2.9'), range('2.20')], [range('2.20')], '2.1'],
    ['the microversions that were not released', [range()], [range('2.1', '2.60')], undefined],
    ['what the oldest microversion excludes', [range('2.0')], [range('2.1')], undefined],
    [
      'ranges that are cut differently',
      [range('2.1', '2.9'), range('2.10')],
      [range('2.1', '2.30'), range('2.31')],
      undefined,
    ],
  ])('%s', async (_what, before, after, lost) => {
    const found = await changeLines('contract-stays', [state(before), state(after)]);
    expect(found.map((line) => /schema for (\S+),/.exec(line)?.[1])).toEqual(
      lost === undefined ? [] : [lost],
    );
  });
});
