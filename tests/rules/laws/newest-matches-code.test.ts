import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('newest-matches-code', () => {
  test('accepts documents that state what the code says', async () => {
    expect(await findingsOf('newest-matches-code/right', { newest: '2.61' })).toEqual([]);
  });

  test('points at each document that states another one', async () => {
    expect(await findingsOf('newest-matches-code/wrong', { newest: '2.61' })).toEqual([
      {
        ruleId: 'newest-matches-code',
        severity: 'error',
        message: 'the newest microversion is "2.60" here, but 2.61 in the code: update the document',
        file: 'v21.json',
        pointer: '/version/version',
        start: { line: 26, column: 20 },
        end: { line: 26, column: 26 },
      },
      {
        ruleId: 'newest-matches-code',
        severity: 'error',
        message: 'the newest microversion is "2.60" here, but 2.61 in the code: update the document',
        file: 'versions.json',
        pointer: '/versions/1/version',
        start: { line: 33, column: 24 },
        end: { line: 33, column: 30 },
      },
    ]);
  });

  test('compares nothing with a microversion of another major, and says that none has it', async () => {
    expect(await findingsOf('newest-matches-code/right', { newest: '3.1' })).toEqual([
      {
        ruleId: 'newest-matches-code',
        severity: 'error',
        message: 'no document states a microversion of major version 3, but the newest in the code is 3.1',
        file: 'v2.json',
        pointer: '',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 2 },
      },
    ]);
  });

  test('says nothing where the code is not known', async () => {
    expect(await findingsOf('newest-matches-code/wrong')).toEqual([]);
  });
});
