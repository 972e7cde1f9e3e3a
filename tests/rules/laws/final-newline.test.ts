import { describe, expect, test } from '@jest/globals';

import { findingsIn, findingsOf } from '../rule-fixtures';

describe('final-newline', () => {
  test('accepts one newline, of either kind', async () => {
    expect(await findingsOf('final-newline/right')).toEqual([]);
  });

  test('points at the end of the text, where one is missing or too many are', async () => {
    expect(await findingsOf('final-newline/wrong')).toEqual([
      {
        ruleId: 'final-newline',
        severity: 'info',
        message: 'blanks at the end of the file: end it with one newline',
        file: 'blanks.json',
        start: { line: 21, column: 2 },
        end: { line: 22, column: 3 },
      },
      {
        ruleId: 'final-newline',
        severity: 'info',
        message: 'no newline at the end of the file: add one',
        file: 'missing.json',
        start: { line: 21, column: 2 },
        end: { line: 21, column: 2 },
      },
      {
        ruleId: 'final-newline',
        severity: 'info',
        message: '2 newlines at the end of the file: leave one',
        file: 'two.json',
        start: { line: 21, column: 2 },
        end: { line: 23, column: 1 },
      },
    ]);
  });

  test('asks nothing of a response', async () => {
    const self = { rel: 'self', href: 'http://127.0.0.1/v1/' };
    const text = JSON.stringify({ version: { id: 'v1.0', status: 'CURRENT', links: [self] } });
    const name = 'http://127.0.0.1/';
    expect(await findingsIn('final-newline', [{ name, text, kind: 'response' }])).toEqual([]);
    expect(await findingsIn('final-newline', [{ name, text }])).toHaveLength(1);
  });
});
