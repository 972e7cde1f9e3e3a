import { describe, expect, test } from '@jest/globals';

import { schemaIsValid } from '../../../src/rules/schemas/schema-is-valid';
import { checkFixture, findingsOf } from '../rule-fixtures';

describe('schema-keywords-placed', () => {
  test('accepts properties with the names of keywords, and booleans as schemas', async () => {
    expect(await findingsOf('schema-keywords-placed/right')).toEqual([]);
  });

  test('warns about a keyword inside `properties`, except in draft-04, where its boolean is an error', async () => {
    expect(await findingsOf('schema-keywords-placed/wrong')).toEqual([
      {
        ruleId: 'schema-keywords-placed',
        severity: 'warning',
        message:
          '"additionalProperties" inside `properties` is a property with that name, not the keyword: move it next to `properties`',
        file: 'schemas/server.json',
        pointer: '/properties/additionalProperties',
        start: { line: 8, column: 9 },
        end: { line: 8, column: 31 },
      },
      {
        ruleId: 'schema-keywords-placed',
        severity: 'warning',
        message:
          '"required" inside `properties` is a property with that name, not the keyword: move it next to `properties`',
        file: 'schemas/server.json',
        pointer: '/$defs/link/properties/required',
        start: { line: 19, column: 17 },
        end: { line: 19, column: 27 },
      },
    ]);
  });

  test('where it is no schema in the dialect, `schema-is-valid` says what to do', async () => {
    const { findings } = await checkFixture('schema-keywords-placed/wrong', [schemaIsValid]);
    expect(findings.map(({ message, pointer, start }) => [start.line, pointer, message])).toEqual([
      [
        8,
        '/properties/additionalProperties',
        'expected a schema object for "additionalProperties" in "properties", got false: "additionalProperties" is a keyword, so move it next to "properties"',
      ],
      [
        9,
        '/properties/required',
        'expected a schema object for "required" in "properties", got an array: "required" is a keyword, so move it next to "properties"',
      ],
    ]);
  });
});
