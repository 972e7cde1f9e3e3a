import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('ranges-differ', () => {
  test('accepts a different schema per range', async () => {
    expect(await findingsOf('ranges-differ/right')).toEqual([]);
  });

  test('points at a range whose schema is the previous one, or a copy of it under another name', async () => {
    expect(await findingsOf('ranges-differ/wrong')).toEqual([
      {
        ruleId: 'ranges-differ',
        severity: 'info',
        message:
          'flavors/show.json is also the schema of the previous range: merge the two ranges into one, up to 2.54',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/ranges/1/schema',
        start: { line: 6, column: 60 },
        end: { line: 6, column: 77 },
        related: [
          {
            message: 'up to 2.8',
            file: 'contracts.yaml',
            pointer: '/contracts/flavors.show/ranges/0/schema',
            start: { line: 5, column: 39 },
            end: { line: 5, column: 56 },
          },
        ],
      },
      {
        ruleId: 'ranges-differ',
        severity: 'info',
        message:
          'flavors/show-v261.json has the same content as flavors/show-v255.json, the schema of the previous range: merge the two ranges into one, 2.55 and later',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/ranges/3/schema',
        start: { line: 8, column: 40 },
        end: { line: 8, column: 62 },
        related: [
          {
            message: '2.55 to 2.60',
            file: 'contracts.yaml',
            pointer: '/contracts/flavors.show/ranges/2/schema',
            start: { line: 7, column: 61 },
            end: { line: 7, column: 83 },
          },
        ],
      },
    ]);
  });
});
