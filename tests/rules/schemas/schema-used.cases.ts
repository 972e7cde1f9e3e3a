import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-used', () => {
  test('accepts files that a reference leads to, and data next to schemas', async () => {
    expect(await findingsOf('schema-used/right')).toEqual([]);
  });

  test('warns about an unused schema', async () => {
    expect(await findingsOf('schema-used/wrong')).toEqual([
      {
        ruleId: 'schema-used',
        severity: 'warning',
        message:
          'no contract uses this schema, directly or through references: use it in a contract, or delete it',
        file: 'schemas/servers/show-v29.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });
});
