import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-ref-siblings', () => {
  test('accepts annotations next to a `$ref`, `allOf`, and 2019-09', async () => {
    expect(await findingsOf('schema-ref-siblings/right')).toEqual([]);
  });

  test('reports each `$ref` once, at the first ignored keyword', async () => {
    expect(await findingsOf('schema-ref-siblings/wrong')).toEqual([
      {
        ruleId: 'schema-ref-siblings',
        severity: 'warning',
        message:
          'draft-07 ignores "maxLength" next to "$ref": wrap the "$ref" in "allOf", or move to 2019-09 or later',
        file: 'schemas/server.json',
        pointer: '/properties/name/maxLength',
        start: { line: 8, column: 13 },
        end: { line: 8, column: 24 },
      },
      {
        ruleId: 'schema-ref-siblings',
        severity: 'warning',
        message:
          'draft-07 ignores "enum" and "type" next to "$ref": wrap the "$ref" in "allOf", or move to 2019-09 or later',
        file: 'schemas/server.json',
        pointer: '/properties/status/enum',
        start: { line: 11, column: 13 },
        end: { line: 11, column: 19 },
        related: [
          {
            message: '"type" is ignored too',
            file: 'schemas/server.json',
            pointer: '/properties/status/type',
            start: { line: 12, column: 13 },
            end: { line: 12, column: 19 },
          },
        ],
      },
    ]);
  });

  test('reports a file once if it has more than ten such `$ref`s', async () => {
    expect(await findingsOf('schema-ref-siblings/crowded')).toEqual([
      {
        ruleId: 'schema-ref-siblings',
        severity: 'warning',
        message:
          'draft-04 ignores 12 keywords next to 11 "$ref": wrap each "$ref" in "allOf", or move to 2019-09 or later',
        file: 'schemas/server.yaml',
        pointer: '/properties/a/minLength',
        start: { line: 5, column: 37 },
        end: { line: 5, column: 46 },
        related: [
          {
            message: '"enum" is ignored too',
            file: 'schemas/server.yaml',
            pointer: '/properties/b/enum',
            start: { line: 6, column: 37 },
            end: { line: 6, column: 41 },
          },
          {
            message: '"maxLength" is ignored too',
            file: 'schemas/server.yaml',
            pointer: '/properties/c/maxLength',
            start: { line: 7, column: 37 },
            end: { line: 7, column: 46 },
          },
        ],
      },
    ]);
  });
});
