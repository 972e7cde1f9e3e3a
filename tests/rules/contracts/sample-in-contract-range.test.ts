import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('sample-in-contract-range', () => {
  test('accepts samples recorded where the operation exists', async () => {
    expect(await findingsOf('sample-in-contract-range/right')).toEqual([]);
  });

  test('rejects one recorded where it is absent, which is then held to no schema', async () => {
    expect(await findingsOf('sample-in-contract-range/wrong')).toEqual([
      {
        ruleId: 'sample-in-contract-range',
        severity: 'error',
        message:
          'the operation is absent at this microversion: the sample is recorded at 2.35, and images.show has the range up to 2.34: delete the sample, or widen the range of the contract',
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
