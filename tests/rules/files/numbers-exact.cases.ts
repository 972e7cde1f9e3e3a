import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('numbers-exact', () => {
  test('accepts every number that a double represents exactly', async () => {
    expect(await findingsOf('numbers-exact/right')).toEqual([]);
  });

  test('rejects integers beyond 2^53 and decimals that a double changes', async () => {
    expect(await findingsOf('numbers-exact/wrong')).toEqual([
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message:
          '9007199254740992 is beyond 2^53, where parsers round (most read 9007199254740992): write it as a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/0',
        start: { line: 5, column: 13 },
        end: { line: 5, column: 29 },
      },
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message:
          '9007199254740993 is beyond 2^53, where parsers round (most read 9007199254740992): write it as a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/1',
        start: { line: 6, column: 13 },
        end: { line: 6, column: 29 },
      },
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message:
          '-18446744073709551616 is beyond 2^53, where parsers round (most read -18446744073709552000): write it as a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/2',
        start: { line: 7, column: 13 },
        end: { line: 7, column: 34 },
      },
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message: 'most parsers read 0.1000000000000000055 as 0.1: write 0.1, or a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/3',
        start: { line: 8, column: 13 },
        end: { line: 8, column: 34 },
      },
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message:
          'most parsers read 3.14159265358979323846 as 3.141592653589793: write 3.141592653589793, or a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/4',
        start: { line: 9, column: 13 },
        end: { line: 9, column: 35 },
      },
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message: '1e400 is larger than most parsers can read: write it as a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/5',
        start: { line: 10, column: 13 },
        end: { line: 10, column: 18 },
      },
      {
        ruleId: 'numbers-exact',
        severity: 'error',
        message: 'most parsers read 1E-400 as 0: write 0, or a string',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/extra/6',
        start: { line: 11, column: 13 },
        end: { line: 11, column: 19 },
      },
    ]);
  });
});
