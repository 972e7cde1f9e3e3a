import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-patterns-compile', () => {
  test('accepts a regular expression', async () => {
    expect(await findingsOf('schema-patterns-compile/right')).toEqual([]);
  });

  test('rejects an invalid one, and explains one that is valid only without the u flag', async () => {
    expect(await findingsOf('schema-patterns-compile/wrong')).toEqual([
      {
        ruleId: 'schema-patterns-compile',
        severity: 'error',
        message: '^(\\w+$ is not a regular expression: unterminated group',
        file: 'schemas/server.json',
        pointer: '/properties/name/pattern',
        start: { line: 7, column: 24 },
        end: { line: 7, column: 33 },
      },
      {
        ruleId: 'schema-patterns-compile',
        severity: 'error',
        message:
          '^[\\w\\-]+\\@$ is not a regular expression: invalid escape; it is valid without the u flag: fix it, or set `unicode_patterns: false` in the manifest',
        file: 'schemas/server.json',
        pointer: '/properties/zone/pattern',
        start: { line: 11, column: 24 },
        end: { line: 11, column: 40 },
      },
      {
        ruleId: 'schema-patterns-compile',
        severity: 'error',
        message: '^[a- is not a regular expression: unterminated character class',
        file: 'schemas/server.json',
        pointer: '/patternProperties/^[a-',
        start: { line: 15, column: 9 },
        end: { line: 15, column: 15 },
      },
    ]);
  });
});
