import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-is-valid', () => {
  test('accepts a valid schema', async () => {
    expect(await findingsOf('schema-is-valid/right')).toEqual([]);
  });

  test('points at each invalid value of a keyword', async () => {
    expect(await findingsOf('schema-is-valid/wrong')).toEqual([
      {
        ruleId: 'schema-is-valid',
        severity: 'error',
        message:
          'invalid schema: expected one of "array", "boolean", "integer", "null", "number", "object", "string", got "strng": did you mean "string"?',
        file: 'schemas/server.json',
        pointer: '/properties/name/type',
        start: { line: 6, column: 21 },
        end: { line: 6, column: 28 },
      },
      {
        ruleId: 'schema-is-valid',
        severity: 'error',
        message: 'invalid schema: expected a number, got "0": remove the quotes',
        file: 'schemas/server.json',
        pointer: '/properties/age/minimum',
        start: { line: 9, column: 24 },
        end: { line: 9, column: 27 },
      },
      {
        ruleId: 'schema-is-valid',
        severity: 'error',
        message: 'invalid schema: expected an object or a boolean, got "string"',
        file: 'schemas/server.json',
        pointer: '/properties/tags/items',
        start: { line: 13, column: 22 },
        end: { line: 13, column: 30 },
      },
      {
        ruleId: 'schema-is-valid',
        severity: 'error',
        message: 'invalid schema: expected an array, got "name"',
        file: 'schemas/server.json',
        pointer: '/required',
        start: { line: 16, column: 17 },
        end: { line: 16, column: 23 },
      },
    ]);
  });
});
