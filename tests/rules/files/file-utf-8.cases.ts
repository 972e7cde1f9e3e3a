import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('file-utf-8', () => {
  test('accepts every character, including the replacement character', async () => {
    expect(await findingsOf('file-utf-8/right')).toEqual([]);
  });

  test('rejects a byte order mark, and points at the first byte of another encoding', async () => {
    expect(await findingsOf('file-utf-8/wrong')).toEqual([
      {
        ruleId: 'file-utf-8',
        severity: 'error',
        message: 'is not valid UTF-8 at byte 61: save it as UTF-8',
        file: 'api_samples/flavors/after-replacement-character.json',
        start: { line: 4, column: 22 },
        end: { line: 4, column: 23 },
      },
      {
        ruleId: 'file-utf-8',
        severity: 'error',
        message: 'starts with a byte order mark, which many parsers reject: save it without one',
        file: 'api_samples/flavors/byte-order-mark.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 2 },
      },
      {
        ruleId: 'file-utf-8',
        severity: 'error',
        message: 'is not valid UTF-8 at byte 59: save it as UTF-8',
        file: 'api_samples/flavors/latin-1.json',
        start: { line: 4, column: 23 },
        end: { line: 4, column: 24 },
      },
      {
        ruleId: 'file-utf-8',
        severity: 'error',
        message: 'is not valid UTF-8 at byte 54: save it as UTF-8',
        file: 'api_samples/flavors/surrogate-bytes.json',
        start: { line: 4, column: 18 },
        end: { line: 4, column: 19 },
      },
      {
        ruleId: 'file-utf-8',
        severity: 'error',
        message: 'looks like UTF-16: save it as UTF-8',
        file: 'api_samples/flavors/utf-16.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 2 },
      },
    ]);
  });
});
