import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('schema-patterns-compile', () => {
  test('accepts a regular expression', async () => {
    expect(await findingsOf('schema-patterns-compile/right')).toEqual([]);
  });

  test('rejects an invalid one, explains those of other languages, and remarks on needless escapes', async () => {
    expect(await findingsOf('schema-patterns-compile/wrong')).toEqual([
      {
        ...at('/properties/name/pattern', 7, 24, 33),
        message: '^(\\w+$ is not a regular expression: unterminated group',
      },
      {
        ...at('/properties/zone/pattern', 11, 24, 40),
        severity: 'info',
        message: 'the u flag forbids the escape `\\@`, so it is read as `@`: write `^[\\w\\-]+@$`',
      },
      {
        ...at('/properties/flavor/pattern', 15, 24, 38),
        message:
          '\\A[a-z]+\\Z uses `\\A` and `\\Z`, which ECMA-262 does not define, so it is not checked: write `^[a-z]+$`',
      },
      {
        ...at('/properties/image/pattern', 19, 24, 41),
        message:
          '(?i)^v(?(1)a|b) uses `(?i)` and `(?(1)`, which ECMA-262 does not define, so it is not checked: rewrite it without them',
      },
      {
        ...at('/properties/host/pattern', 23, 24, 36),
        message:
          '^[\\w-.]+$ is not a regular expression: invalid character class; write `^[\\w\\-.]+$`, or set `unicode_patterns: false` in the manifest',
      },
      {
        ...at('/patternProperties/^x\\_\\:', 27, 9, 19),
        severity: 'info',
        message:
          'the u flag forbids the escapes `\\_` and `\\:`, so they are read without the backslash: write `^x_:`',
      },
      {
        ...at('/patternProperties/^[a-', 28, 9, 15),
        message: '^[a- is not a regular expression: unterminated character class',
      },
    ]);
  });
});

function at(pointer: string, line: number, start: number, end: number) {
  return {
    ruleId: 'schema-patterns-compile',
    severity: 'error',
    file: 'schemas/server.json',
    pointer,
    start: { line, column: start },
    end: { line, column: end },
  };
}
