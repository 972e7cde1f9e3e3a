import { describe, expect, test } from '@jest/globals';

import { excerptOf } from '../../src/text/excerpt';

/** The excerpt at the first place of `token` in a text. */
function excerptAt(text: string, token: string) {
  const offset = text.indexOf(token);
  const before = text.slice(0, offset).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return excerptOf(text, { start: { line: before.length, column, offset } });
}

describe('an excerpt', () => {
  test('has two lines before and after the first line of the finding', () => {
    expect(excerptAt('1\n2\n3\n4\nX\n6\n7\n8\n', 'X')).toEqual({
      line: 3,
      column: 1,
      lines: ['3', '4', 'X', '6', '7'],
    });
  });

  test('ends where the text ends, without an empty line after the last line break', () => {
    expect(excerptAt('X\n2\n', 'X')).toEqual({ line: 1, column: 1, lines: ['X', '2'] });
    expect(excerptAt('1\r\nX\r\n', 'X')).toEqual({ line: 1, column: 1, lines: ['1', 'X'] });
    expect(excerptAt('1\n\nX', 'X')).toEqual({ line: 1, column: 1, lines: ['1', '', 'X'] });
  });

  test('does not exist for an empty text', () => {
    expect(excerptAt('', '')).toBeUndefined();
  });

  test('is cut to the same columns in every line', () => {
    const text = `${'a'.repeat(300)}\n${'b'.repeat(500)}X${'c'.repeat(500)}\nshort\n`;
    expect(excerptAt(text, 'X')).toEqual({
      line: 1,
      column: 401,
      lines: ['', `${'b'.repeat(100)}X${'c'.repeat(100)}`, ''],
    });
  });

  test('reaches further where characters are narrower than their code units, and cuts none in half', () => {
    const text = `${'👩‍👩‍👧‍👦'.repeat(300)}X${'👩‍👩‍👧‍👦'.repeat(300)}`;
    const [line = ''] = excerptAt(text, 'X')?.lines ?? [];
    expect(line.length).toBeGreaterThan(1500);
    expect(line).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
  });

  test('of a line of megabytes is short, and so are those of its neighbours', () => {
    const long = 'a'.repeat(3_000_000);
    const excerpt = excerptAt(`${long}\n${long}X${long}\n${long}\n`, 'X');
    expect(excerpt).toEqual({
      line: 2,
      column: 2_999_901,
      lines: [`${'a'.repeat(100)}X${'a'.repeat(100)}`],
    });
  });
});
