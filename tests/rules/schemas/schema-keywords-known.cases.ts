import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-keywords-known', () => {
  test('accepts annotations and custom keywords', async () => {
    expect(await findingsOf('schema-keywords-known/right')).toEqual([]);
  });

  test('rejects a misspelled keyword, and warns about any other unknown one', async () => {
    expect(await findingsOf('schema-keywords-known/wrong')).toEqual([
      {
        ruleId: 'schema-keywords-known',
        severity: 'error',
        message: '"minlength" is not a keyword of 2020-12, so it is ignored: did you mean "minLength"?',
        file: 'schemas/server.json',
        pointer: '/properties/name/minlength',
        start: { line: 7, column: 13 },
        end: { line: 7, column: 24 },
      },
      {
        ruleId: 'schema-keywords-known',
        severity: 'warning',
        message: '"nullable" is not a keyword of 2020-12, so it is ignored: add "null" to the type',
        file: 'schemas/server.json',
        pointer: '/properties/host/nullable',
        start: { line: 11, column: 13 },
        end: { line: 11, column: 23 },
      },
      {
        ruleId: 'schema-keywords-known',
        severity: 'warning',
        message:
          '"additionalItems" is not a keyword of 2020-12, so it is ignored: use `items`, which applies to the items after `prefixItems`',
        file: 'schemas/server.json',
        pointer: '/properties/tags/additionalItems',
        start: { line: 16, column: 13 },
        end: { line: 16, column: 30 },
      },
      {
        ruleId: 'schema-keywords-known',
        severity: 'error',
        message: '"requierd" is not a keyword of 2020-12, so it is ignored: did you mean "required"?',
        file: 'schemas/server.json',
        pointer: '/requierd',
        start: { line: 19, column: 5 },
        end: { line: 19, column: 15 },
      },
      {
        ruleId: 'schema-keywords-known',
        severity: 'warning',
        message:
          '"tsType" is not a keyword of 2020-12, so it is ignored: remove it, or rename it to "x-tsType"',
        file: 'schemas/server.json',
        pointer: '/tsType',
        start: { line: 22, column: 5 },
        end: { line: 22, column: 13 },
      },
    ]);
  });
});
