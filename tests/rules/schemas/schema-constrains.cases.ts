import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-constrains', () => {
  test('accepts a schema that rejects something', async () => {
    expect(await findingsOf('schema-constrains/right')).toEqual([]);
  });

  test('warns about a schema with descriptions only', async () => {
    expect(await findingsOf('schema-constrains/wrong')).toEqual([
      {
        ruleId: 'schema-constrains',
        severity: 'warning',
        message: 'the schema accepts every value: add at least its type and its required properties',
        file: 'schemas/server.json',
        pointer: '',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 2 },
      },
    ]);
  });
});
