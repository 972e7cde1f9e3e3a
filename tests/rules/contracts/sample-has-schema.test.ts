import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('sample-has-schema', () => {
  test('accepts samples whose microversion lies in a range', async () => {
    expect(await findingsOf('sample-has-schema/right')).toEqual([]);
  });

  test('rejects one that lies between ranges, and one without a microversion', async () => {
    expect(await findingsOf('sample-has-schema/wrong')).toEqual([
      {
        ruleId: 'sample-has-schema',
        severity: 'error',
        message:
          'nothing tells the microversion of this sample, and flavors.show has a schema for each range: set `base_microversion`, or `microversion:` for this sample',
        file: 'api_samples/flavors/flavor-get-resp.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        related: [
          {
            message: 'the contract flavors.show',
            file: 'contracts.yaml',
            pointer: '/contracts/flavors.show',
            start: { line: 2, column: 3 },
            end: { line: 2, column: 15 },
          },
        ],
      },
      {
        ruleId: 'sample-has-schema',
        severity: 'error',
        message:
          'no schema for this microversion: the sample is recorded at 2.10, and flavors.show has schemas for 2.2 to 2.9, 2.55 and later: widen a range, or add one',
        file: 'api_samples/flavors/v2.10/flavor-get-resp.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        related: [
          {
            message: 'the contract flavors.show',
            file: 'contracts.yaml',
            pointer: '/contracts/flavors.show',
            start: { line: 2, column: 3 },
            end: { line: 2, column: 15 },
          },
        ],
      },
    ]);
  });
});
