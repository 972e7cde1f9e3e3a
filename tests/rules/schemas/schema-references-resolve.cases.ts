import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-references-resolve', () => {
  test('accepts references into other files and recursive ones', async () => {
    expect(await findingsOf('schema-references-resolve/right')).toEqual([]);
  });

  test('rejects references that lead nowhere, out of the root or back for the same value, and repeated names', async () => {
    expect(await findingsOf('schema-references-resolve/wrong')).toEqual([
      {
        ruleId: 'schema-references-resolve',
        severity: 'error',
        message:
          'the reference "parts/defs.json#/$defs/nam" leads nowhere: did you mean "parts/defs.json#/$defs/name"?',
        file: 'schemas/server.json',
        pointer: '/properties/name/$ref',
        start: { line: 6, column: 21 },
        end: { line: 6, column: 49 },
      },
      {
        ruleId: 'schema-references-resolve',
        severity: 'error',
        message:
          'the reference "https://example.com/schemas/link.json" leads out of schemas, and schemas are not downloaded: copy it to schemas/example.com/schemas/link.json, or map it to a copy with `references:`',
        file: 'schemas/server.json',
        pointer: '/properties/link/$ref',
        start: { line: 9, column: 21 },
        end: { line: 9, column: 60 },
      },
      {
        ruleId: 'schema-references-resolve',
        severity: 'error',
        message:
          'the reference "../contracts.yaml" leads out of schemas: add the folder of that schema to `schemas:`, or copy the schema there',
        file: 'schemas/server.json',
        pointer: '/properties/secret/$ref',
        start: { line: 12, column: 21 },
        end: { line: 12, column: 40 },
      },
      {
        ruleId: 'schema-references-resolve',
        severity: 'warning',
        message:
          'the reference "#/$defs/zone name" has a space, which a URI cannot have: write "#/$defs/zone%20name"',
        file: 'schemas/server.json',
        pointer: '/properties/zone/$ref',
        start: { line: 18, column: 21 },
        end: { line: 18, column: 40 },
      },
      {
        ruleId: 'schema-references-resolve',
        severity: 'warning',
        message:
          'the reference "parts/my defs.json#/$defs/a%20b c" has a space, which a URI cannot have: write "parts/my%20defs.json#/$defs/a%20b%20c"',
        file: 'schemas/server.json',
        pointer: '/properties/host/$ref',
        start: { line: 21, column: 21 },
        end: { line: 21, column: 56 },
      },
      {
        ruleId: 'schema-references-resolve',
        severity: 'error',
        message: 'the reference "#/$defs/no such" leads nowhere: add that schema, or fix the reference',
        file: 'schemas/server.json',
        pointer: '/properties/size/$ref',
        start: { line: 24, column: 21 },
        end: { line: 24, column: 38 },
      },
      {
        ruleId: 'schema-references-resolve',
        severity: 'warning',
        message:
          'the reference "#/$defs/loop" leads back to its own schema for the same value, so validation would never end: break the cycle',
        file: 'schemas/server.json',
        pointer: '/$defs/loop/allOf/0/$ref',
        start: { line: 37, column: 29 },
        end: { line: 37, column: 43 },
      },
      {
        ruleId: 'schema-references-resolve',
        severity: 'warning',
        message:
          'the "$anchor" "key" also names a different schema, so a reference to it may lead to either: rename one of them',
        file: 'schemas/server.json',
        pointer: '/$defs/uuid/$anchor',
        start: { line: 46, column: 24 },
        end: { line: 46, column: 29 },
        related: [
          {
            message: 'the first one',
            file: 'schemas/server.json',
            pointer: '/$defs/id/$anchor',
            start: { line: 42, column: 24 },
            end: { line: 42, column: 29 },
          },
        ],
      },
    ]);
  });
});
