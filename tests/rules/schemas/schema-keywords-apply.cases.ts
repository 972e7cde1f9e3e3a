import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-keywords-apply', () => {
  test('accepts keywords of one of the types, and any keyword if there is no type', async () => {
    expect(await findingsOf('schema-keywords-apply/right')).toEqual([]);
  });

  test('warns about keywords of another type, and suggests the counterpart', async () => {
    expect(await findingsOf('schema-keywords-apply/wrong')).toEqual([
      {
        ruleId: 'schema-keywords-apply',
        severity: 'warning',
        message:
          '"minItems" applies only to an array, but the type is a string, so it is ignored: did you mean "minLength"?',
        file: 'schemas/server.json',
        pointer: '/properties/name/minItems',
        start: { line: 8, column: 13 },
        end: { line: 8, column: 23 },
      },
      {
        ruleId: 'schema-keywords-apply',
        severity: 'warning',
        message:
          '"maxLength" applies only to a string, but the type is an array or null, so it is ignored: did you mean "maxItems"?',
        file: 'schemas/server.json',
        pointer: '/properties/tags/maxLength',
        start: { line: 15, column: 13 },
        end: { line: 15, column: 24 },
      },
      {
        ruleId: 'schema-keywords-apply',
        severity: 'warning',
        message:
          '"pattern" applies only to a string, but the type is an integer, so it is ignored: remove it, or fix the type',
        file: 'schemas/server.json',
        pointer: '/properties/ram/pattern',
        start: { line: 19, column: 13 },
        end: { line: 19, column: 22 },
      },
    ]);
  });
});
