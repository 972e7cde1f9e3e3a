import { describe, expect, test } from '@jest/globals';

import { findingsIn, findingsOf } from '../rule-fixtures';

describe('final-newline', () => {
  test('accepts one newline, LF or CRLF', async () => {
    expect(await findingsOf('final-newline/right')).toEqual([]);
  });

  test('points at the end of the text if a newline is missing or there are too many', async () => {
    expect(await findingsOf('final-newline/wrong')).toEqual([
      {
        ruleId: 'final-newline',
        severity: 'info',
        message: 'the file ends with white space: end it with one newline',
        file: 'blanks.json',
        start: { line: 21, column: 2 },
        end: { line: 22, column: 3 },
      },
      {
        ruleId: 'final-newline',
        severity: 'info',
        message: 'the file does not end with a newline: add one',
        file: 'missing.json',
        start: { line: 21, column: 2 },
        end: { line: 21, column: 2 },
      },
      {
        ruleId: 'final-newline',
        severity: 'info',
        message: 'the file ends with 2 newlines: keep one',
        file: 'two.json',
        start: { line: 21, column: 2 },
        end: { line: 23, column: 1 },
      },
    ]);
  });

  test('skips a response', async () => {
    const self = { rel: 'self', href: 'http://127.0.0.1/v1/' };
    const text = JSON.stringify({ version: { id: 'v1.0', status: 'CURRENT', links: [self] } });
    const name = 'http://127.0.0.1/';
    expect(await findingsIn('final-newline', [{ name, text, kind: 'response' }])).toEqual([]);
    expect(await findingsIn('final-newline', [{ name, text }])).toHaveLength(1);
  });
});
