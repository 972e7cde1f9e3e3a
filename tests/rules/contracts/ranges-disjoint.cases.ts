import { describe, expect, test } from '@jest/globals';

import { rangesDisjoint } from '../../../src/rules/contracts/ranges-disjoint';
import { reportsAlone } from '../../../src/rules/rule';
import { findingsOf } from '../rule-fixtures';

describe('ranges-disjoint', () => {
  test('accepts adjacent ranges', async () => {
    expect(await findingsOf('ranges-disjoint/right')).toEqual([]);
  });

  test('rejects each pair that shares a microversion, where 2.10 is newer than 2.9', async () => {
    expect(await findingsOf('ranges-disjoint/wrong')).toEqual([
      {
        ruleId: 'ranges-disjoint',
        severity: 'error',
        message:
          'the ranges up to 2.55 and 2.55 to 2.60 overlap, so a sample in both has two schemas: end one before the other begins',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/ranges/1/schema',
        start: { line: 6, column: 61 },
        end: { line: 6, column: 83 },
        related: [
          {
            message: 'up to 2.55',
            file: 'contracts.yaml',
            pointer: '/contracts/flavors.show/ranges/0/schema',
            start: { line: 5, column: 40 },
            end: { line: 5, column: 61 },
          },
        ],
      },
      {
        ruleId: 'ranges-disjoint',
        severity: 'error',
        message:
          'the ranges 2.55 to 2.60 and 2.10 and later overlap, so a sample in both has two schemas: end one before the other begins',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/ranges/2/schema',
        start: { line: 7, column: 40 },
        end: { line: 7, column: 62 },
        related: [
          {
            message: '2.55 to 2.60',
            file: 'contracts.yaml',
            pointer: '/contracts/flavors.show/ranges/1/schema',
            start: { line: 6, column: 61 },
            end: { line: 6, column: 83 },
          },
        ],
      },
      {
        ruleId: 'ranges-disjoint',
        severity: 'error',
        message:
          'the ranges up to 2.55 and 2.10 and later overlap, so a sample in both has two schemas: end one before the other begins',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/ranges/2/schema',
        start: { line: 7, column: 40 },
        end: { line: 7, column: 62 },
        related: [
          {
            message: 'up to 2.55',
            file: 'contracts.yaml',
            pointer: '/contracts/flavors.show/ranges/0/schema',
            start: { line: 5, column: 40 },
            end: { line: 5, column: 61 },
          },
        ],
      },
    ]);
  });

  test('reports at most ten pairs per range', () => {
    const place = { file: 'contracts.yaml', pointer: '', token: 'value' } as const;
    const version = { range: {}, schema: { file: 'a.json', pointer: '' }, place };
    const versions = Array.from({ length: 100 }, () => version);
    const contract = { name: 'c', place, versions, patterns: [], live: [] };
    expect([...reportsAlone(rangesDisjoint, contract)]).toHaveLength(45 + 90 * 10);
  });
});
