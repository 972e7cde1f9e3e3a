import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-readable', () => {
  test('accepts a schema that can be read', async () => {
    expect(await findingsOf('schema-readable/right')).toEqual([]);
  });

  test('rejects one that is not JSON, and one that is not there where the manifest names it', async () => {
    expect(await findingsOf('schema-readable/wrong')).toEqual([
      {
        ruleId: 'schema-readable',
        severity: 'error',
        message: 'there is no schema "servers.json" below schemas: did you mean "server.json"?',
        file: 'contracts.yaml',
        pointer: '/contracts/servers.index/schema',
        start: { line: 6, column: 13 },
        end: { line: 6, column: 25 },
      },
      {
        ruleId: 'schema-readable',
        severity: 'error',
        message: 'JSON does not allow trailing commas: remove it',
        file: 'schemas/server.json',
        start: { line: 3, column: 25 },
        end: { line: 3, column: 26 },
      },
    ]);
  });
});
