import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('sample-has-schema', () => {
  test('accepts samples whose microversion is in a range', async () => {
    expect(await findingsOf('sample-has-schema/right')).toEqual([]);
  });

  test('rejects a sample between two ranges, and a sample without a microversion', async () => {
    expect(await findingsOf('sample-has-schema/wrong')).toEqual([
      {
        ruleId: 'sample-has-schema',
        severity: 'error',
        message:
          'the microversion of this sample is unknown, but flavors.show has a schema per range: set `base_microversion`, or `microversion:` for this sample',
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
          'the sample is from 2.10, but flavors.show has schemas only for 2.2 to 2.9, 2.55 and later: widen a range, or add one',
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
