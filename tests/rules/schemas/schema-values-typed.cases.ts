import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-values-typed', () => {
  test('accepts values of one of the types, including 1.0 as an integer', async () => {
    expect(await findingsOf('schema-values-typed/right')).toEqual([]);
  });

  test('warns about each value that its type rejects', async () => {
    expect(await findingsOf('schema-values-typed/wrong')).toEqual([
      {
        ruleId: 'schema-values-typed',
        severity: 'warning',
        message: 'null is not a string, so it is never accepted: fix the type, or remove the value',
        file: 'schemas/server.json',
        pointer: '/properties/status/enum/1',
        start: { line: 9, column: 17 },
        end: { line: 9, column: 21 },
      },
      {
        ruleId: 'schema-values-typed',
        severity: 'warning',
        message:
          'the string "1" is not an integer, so it is never accepted: fix the type, or remove the value',
        file: 'schemas/server.json',
        pointer: '/properties/power_state/enum/1',
        start: { line: 17, column: 17 },
        end: { line: 17, column: 20 },
      },
      {
        ruleId: 'schema-values-typed',
        severity: 'warning',
        message:
          'the string "false" is not a boolean or null, so it is never accepted: fix the type, or remove the value',
        file: 'schemas/server.json',
        pointer: '/properties/locked/const',
        start: { line: 25, column: 22 },
        end: { line: 25, column: 29 },
      },
    ]);
  });
});
