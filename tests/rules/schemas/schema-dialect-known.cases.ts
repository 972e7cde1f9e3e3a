import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('schema-dialect-known', () => {
  test('accepts each of the five dialects, and a meta-schema in the project', async () => {
    expect(await findingsOf('schema-dialect-known/right')).toEqual([]);
  });

  test('rejects an unknown dialect, and an unknown version of OpenAPI', async () => {
    expect(await findingsOf('schema-dialect-known/wrong')).toEqual([
      {
        ruleId: 'schema-dialect-known',
        severity: 'error',
        message: 'OpenAPI 4.0.0 is not supported: convert the document to OpenAPI 3.1',
        file: 'schemas/openapi.yaml',
        pointer: '/openapi',
        start: { line: 1, column: 10 },
        end: { line: 1, column: 15 },
      },
      {
        ruleId: 'schema-dialect-known',
        severity: 'error',
        message:
          'unknown dialect "http://json-schema.org/draft-03/schema#": use 2020-12, 2019-09, draft-07, draft-06 or draft-04, such as "https://json-schema.org/draft/2020-12/schema"',
        file: 'schemas/server.json',
        pointer: '/$schema',
        start: { line: 2, column: 16 },
        end: { line: 2, column: 57 },
      },
    ]);
  });

  test('says what is wrong with a meta-schema in the project', async () => {
    expect(linesOf(await findingsOf('schema-dialect-known/own'))).toEqual([
      'missing.json:1:14-1:52 error /$schema: unknown dialect "https://api.example.com/missing.json": add its meta-schema to schemas, or use 2020-12, 2019-09, draft-07, draft-06 or draft-04, such as "https://json-schema.org/draft/2020-12/schema"',
      'silent.json:1:14-1:34 error /$schema: unknown dialect "./silent-meta.json": the "$schema" of schemas/silent-meta.json must be 2020-12, 2019-09, draft-07, draft-06 or draft-04',
      'units.yaml:1:10-1:49 error /$schema: unknown dialect "https://api.example.com/units-meta.json": schemas/units-meta.yaml requires the vocabulary "https://api.example.com/vocab/units", which Samplegate does not know',
    ]);
  });
});
