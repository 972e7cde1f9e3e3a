import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-formats-known', () => {
  test('accepts standard formats and those of the manifest', async () => {
    expect(await findingsOf('schema-formats-known/right')).toEqual([]);
  });

  test('rejects any other, with the one that was meant', async () => {
    expect(await findingsOf('schema-formats-known/wrong')).toEqual([
      {
        ruleId: 'schema-formats-known',
        severity: 'error',
        message:
          'unknown format "name", so nothing is checked by it: say under `formats:` in the manifest what it is, or `off`',
        file: 'schemas/server.json',
        pointer: '/properties/name/format',
        start: { line: 7, column: 23 },
        end: { line: 7, column: 29 },
      },
      {
        ruleId: 'schema-formats-known',
        severity: 'error',
        message: 'unknown format "datetime", so nothing is checked by it: did you mean "date-time"?',
        file: 'schemas/server.json',
        pointer: '/properties/created/format',
        start: { line: 11, column: 23 },
        end: { line: 11, column: 33 },
      },
    ]);
  });
});
