import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-readable', () => {
  test('accepts a readable schema', async () => {
    expect(await findingsOf('schema-readable/right')).toEqual([]);
  });

  test('rejects a schema that is not JSON, and a missing one where the manifest names it', async () => {
    expect(await findingsOf('schema-readable/wrong')).toEqual([
      {
        ruleId: 'schema-readable',
        severity: 'error',
        message: 'there is no schema "servers.json" in schemas: did you mean "server.json"?',
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
