import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('ranges-reach-ends', () => {
  test('accepts ranges that begin and end with the operation, as declared in the manifest', async () => {
    expect(await findingsOf('ranges-reach-ends/right')).toEqual([]);
  });

  test('points at a first range that begins too late, and at a last range that ends too early', async () => {
    expect(await findingsOf('ranges-reach-ends/wrong')).toEqual([
      {
        ruleId: 'ranges-reach-ends',
        severity: 'warning',
        message:
          'flavors.show has no schema before 2.9, but microversions begin at 2.1: add a range, or set `min_version: "2.9"` if the operation does not exist before',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/ranges/0/schema',
        start: { line: 5, column: 60 },
        end: { line: 5, column: 77 },
      },
      {
        ruleId: 'ranges-reach-ends',
        severity: 'warning',
        message:
          'flavors.show has no schema after 2.60, but there are samples of 2.61: leave its last range open, add a range, or set `max_version: "2.60"` if the operation no longer exists',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/ranges/1/schema',
        start: { line: 6, column: 61 },
        end: { line: 6, column: 83 },
      },
      {
        ruleId: 'ranges-reach-ends',
        severity: 'warning',
        message:
          'flavors.update has no schema after 2.61, but it exists up to 2.70: widen its last range, or add one',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.update/ranges/0/schema',
        start: { line: 12, column: 61 },
        end: { line: 12, column: 83 },
      },
      {
        ruleId: 'ranges-reach-ends',
        severity: 'warning',
        message:
          'flavors.update has no schema before 2.55, but it exists from 2.50 on: widen its first range, or add one',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.update/ranges/0/schema',
        start: { line: 12, column: 61 },
        end: { line: 12, column: 83 },
      },
    ]);
  });
});
