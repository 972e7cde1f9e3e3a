import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('schema-values-typed', () => {
  test('says how to write versions that YAML reads as numbers', async () => {
    const found = await findingsOf('schema-values-typed/versions');
    expect(
      found.map(({ start, pointer, message }) => `${start.line}:${start.column} ${pointer} ${message}`),
    ).toEqual([
      '4:33 /properties/typed/enum/0 the number 2.1 is not a string, so it is never accepted: write "2.1"',
      '4:38 /properties/typed/enum/1 2.10 without quotes is the number 2.1: write "2.10"',
      '4:52 /properties/typed/enum/3 null is not a string, so it is never accepted: fix the type, or remove the value',
      '6:22 /properties/untyped/enum/2 2.10 without quotes is the number 2.1: write "2.10"',
      '6:28 /properties/untyped/enum/3 2.100 without quotes is the number 2.1: write "2.100"',
      '7:28 /properties/mixed/enum/1 2.10 without quotes is the number 2.1: write "2.10"',
      '8:27 /properties/quoted/enum/1 2.60 without quotes is the number 2.6: write "2.60"',
      '9:17 /properties/one/const 2.10 without quotes is the number 2.1: write "2.10"',
      '10:33 /properties/alias/const 2.10 without quotes is the number 2.1: write "2.10"',
    ]);
  });

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

  test('accepts null next to `nullable` of OpenAPI 3.0, and only there', async () => {
    expect(linesOf(await findingsOf('schema-values-typed/nullable'))).toEqual([
      'openapi.yaml:9:41-9:45 warning /components/schemas/Server/properties/zone/enum/1: null is not a string, so it is never accepted: fix the type, or remove the value',
    ]);
  });
});
