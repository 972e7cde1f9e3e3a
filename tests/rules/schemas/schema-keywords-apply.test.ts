import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-keywords-apply', () => {
  test('accepts keywords of one of the types, and any where no type is stated', async () => {
    expect(await findingsOf('schema-keywords-apply/right')).toEqual([]);
  });

  test('warns of keywords for another type, with the one that was meant', async () => {
    expect(await findingsOf('schema-keywords-apply/wrong')).toEqual([
      {
        ruleId: 'schema-keywords-apply',
        severity: 'warning',
        message:
          '"minItems" says something of an array only, and this is a string, so nothing is checked by it: did you mean "minLength"?',
        file: 'schemas/server.json',
        pointer: '/properties/name/minItems',
        start: { line: 8, column: 13 },
        end: { line: 8, column: 23 },
      },
      {
        ruleId: 'schema-keywords-apply',
        severity: 'warning',
        message:
          '"maxLength" says something of a string only, and this is an array or null, so nothing is checked by it: did you mean "maxItems"?',
        file: 'schemas/server.json',
        pointer: '/properties/tags/maxLength',
        start: { line: 15, column: 13 },
        end: { line: 15, column: 24 },
      },
      {
        ruleId: 'schema-keywords-apply',
        severity: 'warning',
        message:
          '"pattern" says something of a string only, and this is an integer, so nothing is checked by it: remove it, or mend the type',
        file: 'schemas/server.json',
        pointer: '/properties/ram/pattern',
        start: { line: 19, column: 13 },
        end: { line: 19, column: 22 },
      },
    ]);
  });
});
