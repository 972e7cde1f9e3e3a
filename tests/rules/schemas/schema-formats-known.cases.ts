import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-formats-known', () => {
  test('accepts standard formats and those of the manifest', async () => {
    expect(await findingsOf('schema-formats-known/right')).toEqual([]);
  });

  test('rejects any other format, and suggests the nearest', async () => {
    expect(await findingsOf('schema-formats-known/wrong')).toEqual([
      {
        ruleId: 'schema-formats-known',
        severity: 'error',
        message:
          'unknown format "name", so it is ignored: define it under `formats:` in the manifest, or set it to `off` there',
        file: 'schemas/server.json',
        pointer: '/properties/name/format',
        start: { line: 7, column: 23 },
        end: { line: 7, column: 29 },
      },
      {
        ruleId: 'schema-formats-known',
        severity: 'error',
        message: 'unknown format "datetime", so it is ignored: did you mean "date-time"?',
        file: 'schemas/server.json',
        pointer: '/properties/created/format',
        start: { line: 11, column: 23 },
        end: { line: 11, column: 33 },
      },
    ]);
  });
});
