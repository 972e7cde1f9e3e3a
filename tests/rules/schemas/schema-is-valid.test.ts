import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-is-valid', () => {
  test('accepts a schema', async () => {
    expect(await findingsOf('schema-is-valid/right')).toEqual([]);
  });

  test('points at each keyword that has a value it cannot have', async () => {
    expect(await findingsOf('schema-is-valid/wrong')).toEqual([
      {
        ruleId: 'schema-is-valid',
        severity: 'error',
        message:
          'not a schema: "strng" is not one of "array", "boolean", "integer", "null", "number", "object", "string": did you mean "string"?',
        file: 'schemas/server.json',
        pointer: '/properties/name/type',
        start: { line: 6, column: 21 },
        end: { line: 6, column: 28 },
      },
      {
        ruleId: 'schema-is-valid',
        severity: 'error',
        message: 'not a schema: "0" is a string; the schema wants a number: take the quotes off',
        file: 'schemas/server.json',
        pointer: '/properties/age/minimum',
        start: { line: 9, column: 24 },
        end: { line: 9, column: 27 },
      },
      {
        ruleId: 'schema-is-valid',
        severity: 'error',
        message: 'not a schema: "string" is a string; the schema wants an object or a boolean',
        file: 'schemas/server.json',
        pointer: '/properties/tags/items',
        start: { line: 13, column: 22 },
        end: { line: 13, column: 30 },
      },
      {
        ruleId: 'schema-is-valid',
        severity: 'error',
        message: 'not a schema: "name" is a string; the schema wants an array',
        file: 'schemas/server.json',
        pointer: '/required',
        start: { line: 16, column: 17 },
        end: { line: 16, column: 23 },
      },
    ]);
  });
});
