import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-required-declared', () => {
  test('accepts properties that an open object or a pattern allows', async () => {
    expect(await findingsOf('schema-required-declared/right')).toEqual([]);
  });

  test('warns about each required property that a closed object does not declare', async () => {
    expect(await findingsOf('schema-required-declared/wrong')).toEqual([
      {
        ruleId: 'schema-required-declared',
        severity: 'warning',
        message:
          '"nmae" is required, but missing in `properties`, and no other properties are allowed, so no object passes: did you mean "name"?',
        file: 'schemas/server.json',
        pointer: '/anyOf/0/required/1',
        start: { line: 16, column: 17 },
        end: { line: 16, column: 23 },
      },
      {
        ruleId: 'schema-required-declared',
        severity: 'warning',
        message:
          '"status" is required, but missing in `properties`, and no other properties are allowed, so no object passes: add it to `properties`',
        file: 'schemas/server.json',
        pointer: '/anyOf/0/required/2',
        start: { line: 17, column: 17 },
        end: { line: 17, column: 25 },
      },
      {
        ruleId: 'schema-required-declared',
        severity: 'warning',
        message:
          '"uuid" is required, but missing in `properties`, and no other properties are allowed, so no object passes: add it to `properties`',
        file: 'schemas/server.json',
        pointer: '/anyOf/2/required/0',
        start: { line: 27, column: 17 },
        end: { line: 27, column: 23 },
      },
    ]);
  });
});
