import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-patterns-exact', () => {
  test('accepts escaped dots, whole versions, and patterns for anything else', async () => {
    expect(await findingsOf('schema-patterns-exact/right')).toEqual([]);
  });

  test('warns about dots that match anything, and versions without anchors', async () => {
    expect(await findingsOf('schema-patterns-exact/wrong')).toEqual([
      {
        ruleId: 'schema-patterns-exact',
        severity: 'warning',
        message: 'the dot in "2.[0-9]+" matches any character: escape it, as in "2\\\\.[0-9]+"',
        file: 'schemas/server.json',
        pointer: '/properties/version/pattern',
        start: { line: 7, column: 24 },
        end: { line: 7, column: 36 },
      },
      {
        ruleId: 'schema-patterns-exact',
        severity: 'warning',
        message: 'the pattern also matches a version inside a longer string, such as "2.1x": end it with `$`',
        file: 'schemas/server.json',
        pointer: '/properties/min_version/pattern',
        start: { line: 11, column: 24 },
        end: { line: 11, column: 35 },
      },
      {
        ruleId: 'schema-patterns-exact',
        severity: 'warning',
        message:
          'the dot in "openstack.example" matches any character: escape it, as in "openstack\\\\.example"',
        file: 'schemas/server.json',
        pointer: '/properties/home/pattern',
        start: { line: 15, column: 24 },
        end: { line: 15, column: 57 },
      },
      {
        ruleId: 'schema-patterns-exact',
        severity: 'warning',
        message:
          'the pattern also matches a version inside a longer string, such as "xv2.1x": begin it with `^` and end it with `$`',
        file: 'schemas/server.json',
        pointer: '/patternProperties/v\\d+\\.\\d+',
        start: { line: 24, column: 9 },
        end: { line: 24, column: 23 },
      },
    ]);
  });
});
