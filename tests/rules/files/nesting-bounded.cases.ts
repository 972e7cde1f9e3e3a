import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('nesting-bounded', () => {
  test('accepts nesting at the limit, and brackets in strings', async () => {
    expect(await findingsOf('nesting-bounded/right')).toEqual([]);
  });

  test('points at the bracket that is too deep, even if the rest is not JSON', async () => {
    expect(await findingsOf('nesting-bounded/wrong')).toEqual([
      {
        ruleId: 'nesting-bounded',
        severity: 'error',
        message: 'nests deeper than 5 levels: flatten it, or raise `limits.depth`',
        file: 'api_samples/flavors/flavor-get-resp.json',
        start: { line: 2, column: 40 },
        end: { line: 2, column: 41 },
      },
      {
        ruleId: 'nesting-bounded',
        severity: 'error',
        message: 'nests deeper than 5 levels: flatten it, or raise `limits.depth`',
        file: 'api_samples/flavors/not-closed.json',
        start: { line: 1, column: 6 },
        end: { line: 1, column: 7 },
      },
    ]);
  });
});
