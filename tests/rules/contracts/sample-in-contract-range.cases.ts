import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('sample-in-contract-range', () => {
  test('accepts samples recorded where the operation exists', async () => {
    expect(await findingsOf('sample-in-contract-range/right')).toEqual([]);
  });

  test('rejects a sample from a microversion without the operation, and checks no schema', async () => {
    expect(await findingsOf('sample-in-contract-range/wrong')).toEqual([
      {
        ruleId: 'sample-in-contract-range',
        severity: 'error',
        message:
          'the sample is from 2.35, where the operation of images.show does not exist (its range: up to 2.34): delete the sample, or widen the range',
        file: 'api_samples/images/v2.35/image-get-resp.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        related: [
          {
            message: 'the contract images.show',
            file: 'contracts.yaml',
            pointer: '/contracts/images.show',
            start: { line: 4, column: 3 },
            end: { line: 4, column: 14 },
          },
        ],
      },
    ]);
  });
});
