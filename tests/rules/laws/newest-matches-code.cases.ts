import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('newest-matches-code', () => {
  test('accepts documents that state the microversion of the code', async () => {
    expect(await findingsOf('newest-matches-code/right', { newest: '2.61' })).toEqual([]);
  });

  test('points at each document that states another microversion', async () => {
    expect(await findingsOf('newest-matches-code/wrong', { newest: '2.61' })).toEqual([
      {
        ruleId: 'newest-matches-code',
        severity: 'error',
        message:
          'expected the newest microversion to be "2.61" as in the code, got "2.60": update the document',
        file: 'v21.json',
        pointer: '/version/version',
        start: { line: 26, column: 20 },
        end: { line: 26, column: 26 },
      },
      {
        ruleId: 'newest-matches-code',
        severity: 'error',
        message:
          'expected the newest microversion to be "2.61" as in the code, got "2.60": update the document',
        file: 'versions.json',
        pointer: '/versions/1/version',
        start: { line: 33, column: 24 },
        end: { line: 33, column: 30 },
      },
    ]);
  });

  test('ignores microversions of another major version, and reports that no document states this one', async () => {
    expect(await findingsOf('newest-matches-code/right', { newest: '3.1' })).toEqual([
      {
        ruleId: 'newest-matches-code',
        severity: 'error',
        message:
          'expected the newest microversion to be "3.1" as in the code, but no document states one with major version 3',
        file: 'v2.json',
        pointer: '',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 2 },
      },
    ]);
  });

  test('reports nothing if the microversion of the code is unknown', async () => {
    expect(await findingsOf('newest-matches-code/wrong')).toEqual([]);
  });
});
