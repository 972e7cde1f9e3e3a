import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('contract-has-document', () => {
  test('accepts contracts with a sample or a live request', async () => {
    expect(await findingsOf('contract-has-document/right')).toEqual([]);
  });

  test('rejects a contract with neither', async () => {
    expect(await findingsOf('contract-has-document/wrong')).toEqual([
      {
        ruleId: 'contract-has-document',
        severity: 'error',
        message:
          'flavors.create has neither `samples:` nor `live:`, so it checks nothing: add one, or delete the contract',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.create',
        start: { line: 5, column: 3 },
        end: { line: 5, column: 17 },
      },
    ]);
  });
});
