import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('strings-well-formed', () => {
  test('accepts whole pairs, and escaped backslashes', async () => {
    expect(await findingsOf('strings-well-formed/right')).toEqual([]);
  });

  test('rejects half a pair, also in property names, and names the unpaired half', async () => {
    expect(await findingsOf('strings-well-formed/wrong')).toEqual([
      {
        ruleId: 'strings-well-formed',
        severity: 'error',
        message:
          '\\ud83d is half of a surrogate pair, and parsers disagree on how to read it: write both halves',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/0',
        start: { line: 5, column: 13 },
        end: { line: 5, column: 21 },
      },
      {
        ruleId: 'strings-well-formed',
        severity: 'error',
        message:
          '\\uDE00 is half of a surrogate pair, and parsers disagree on how to read it: write both halves',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/1',
        start: { line: 6, column: 13 },
        end: { line: 6, column: 28 },
      },
      {
        ruleId: 'strings-well-formed',
        severity: 'error',
        message:
          '\\ud83d is half of a surrogate pair, and parsers disagree on how to read it: write both halves',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/2',
        start: { line: 7, column: 13 },
        end: { line: 7, column: 41 },
      },
      {
        ruleId: 'strings-well-formed',
        severity: 'error',
        message:
          '\\ud802 is half of a surrogate pair, and parsers disagree on how to read it: write both halves',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/3',
        start: { line: 8, column: 13 },
        end: { line: 8, column: 29 },
      },
      {
        ruleId: 'strings-well-formed',
        severity: 'error',
        message:
          '\\uDFFF is half of a surrogate pair, and parsers disagree on how to read it: write both halves',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/4/\udfff',
        start: { line: 9, column: 15 },
        end: { line: 9, column: 23 },
      },
    ]);
  });
});
