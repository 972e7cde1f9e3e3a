import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('ranges-adjoin', () => {
  test('accepts ranges without a gap', async () => {
    expect(await findingsOf('ranges-adjoin/right')).toEqual([]);
  });

  test('points at each range that follows a gap', async () => {
    expect(await findingsOf('ranges-adjoin/wrong')).toEqual([
      {
        ruleId: 'ranges-adjoin',
        severity: 'warning',
        message: 'no schema covers 2.10 to 2.54: widen the range before or after it, or add a range',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/ranges/1/schema',
        start: { line: 6, column: 61 },
        end: { line: 6, column: 83 },
        related: [
          {
            message: 'up to 2.9',
            file: 'contracts.yaml',
            pointer: '/contracts/flavors.show/ranges/0/schema',
            start: { line: 5, column: 39 },
            end: { line: 5, column: 56 },
          },
        ],
      },
      {
        ruleId: 'ranges-adjoin',
        severity: 'warning',
        message: 'no schema covers 2.60: widen the range before or after it, or add a range',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/ranges/2/schema',
        start: { line: 7, column: 40 },
        end: { line: 7, column: 62 },
        related: [
          {
            message: '2.55 to 2.59',
            file: 'contracts.yaml',
            pointer: '/contracts/flavors.show/ranges/1/schema',
            start: { line: 6, column: 61 },
            end: { line: 6, column: 83 },
          },
        ],
      },
    ]);
  });
});
