import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-keywords-known', () => {
  test("accepts annotations and keywords of one's own", async () => {
    expect(await findingsOf('schema-keywords-known/right')).toEqual([]);
  });

  test('rejects a misspelt keyword and warns of any other that asserts nothing', async () => {
    expect(await findingsOf('schema-keywords-known/wrong')).toEqual([
      {
        ruleId: 'schema-keywords-known',
        severity: 'error',
        message:
          '"minlength" is no keyword of 2020-12, so nothing is checked by it: did you mean "minLength"?',
        file: 'schemas/server.json',
        pointer: '/properties/name/minlength',
        start: { line: 7, column: 13 },
        end: { line: 7, column: 24 },
      },
      {
        ruleId: 'schema-keywords-known',
        severity: 'warning',
        message: '"nullable" is no keyword of 2020-12, so nothing is checked by it: add "null" to the type',
        file: 'schemas/server.json',
        pointer: '/properties/host/nullable',
        start: { line: 11, column: 13 },
        end: { line: 11, column: 23 },
      },
      {
        ruleId: 'schema-keywords-known',
        severity: 'warning',
        message:
          '"additionalItems" is no keyword of 2020-12, so nothing is checked by it: here `items` is for what follows `prefixItems`',
        file: 'schemas/server.json',
        pointer: '/properties/tags/additionalItems',
        start: { line: 16, column: 13 },
        end: { line: 16, column: 30 },
      },
      {
        ruleId: 'schema-keywords-known',
        severity: 'error',
        message: '"requierd" is no keyword of 2020-12, so nothing is checked by it: did you mean "required"?',
        file: 'schemas/server.json',
        pointer: '/requierd',
        start: { line: 19, column: 5 },
        end: { line: 19, column: 15 },
      },
      {
        ruleId: 'schema-keywords-known',
        severity: 'warning',
        message:
          '"tsType" is no keyword of 2020-12, so nothing is checked by it: remove it, or call it "x-tsType"',
        file: 'schemas/server.json',
        pointer: '/tsType',
        start: { line: 22, column: 5 },
        end: { line: 22, column: 13 },
      },
    ]);
  });
});
