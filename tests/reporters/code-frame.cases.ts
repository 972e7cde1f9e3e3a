import { describe, expect, test } from '@jest/globals';
import { codeFrame } from '../../src/reporters/pretty/code-frame';
import { displayWidth } from '../../src/reporters/pretty/display-width';
import type { TextRange } from '../../src/model/documents/place';
import type { Source } from '../../src/model/documents/source';
import { excerptOf } from '../../src/text/excerpt';
import { createTextSource } from '../../src/text/text-source';
import { rangeAt } from './results';

function frameAt({ text }: Source, range: TextRange, columns?: number) {
  const excerpt = excerptOf(text, range);
  return codeFrame({ ...range, ...(excerpt === undefined ? {} : { excerpt }) }, columns);
}

/** The frame of the stretch between the two marks of a text. */
function frameOf(marked: string) {
  const [before = '', token = '', after = ''] = marked.split('‸');
  const source = createTextSource('x', before + token + after);
  return frameAt(source, rangeAt(source, `${before.length}-${before.length + token.length}`));
}

describe('a code frame', () => {
  test.each([
    ['underlines the token', 'a\n  "k": ‸"v"‸,\nb', '  "k": "v",', '       ^^^'],
    ['puts one caret where nothing is', '{‸‸}', '{}', ' ^'],
    ['points behind the last character of a line', 'a\nbc‸\n‸', 'bc', '  ^'],
    ['points below an empty line', 'a\n‸‸\nb', '', '^'],
    ['leaves the carriage return of a line out', '‸"v"‸\r\nb', '"v"', '^^^'],
    ['underlines a token of several lines in its first', 'a: ‸{\r\n}‸\n', 'a: {', '   ^'],
    [
      'makes a tab four columns',
      '\t\t"k":\t‸"v\tw"‸',
      '        "k":    "v    w"',
      '                ^^^^^^^^',
    ],
    ['gives a wide character two columns', '"名前": ‸"値"‸, "x": 1', '"名前": "値", "x": 1', '        ^^^^'],
    ['gives a combining mark none', '"e\u0301": ‸1‸', '"e\u0301": 1', '     ^'],
    [
      'spells control characters out',
      '"\u001b[31m\u202e": ‸"\u0007"‸',
      '"<U+001B>[31m<U+202E>": "<U+0007>"',
      `${' '.repeat(24)}^^^^^^^^^^`,
    ],
    ['shows a byte order mark', '‸\ufeff‸{}', '<U+FEFF>{}', '^^^^^^^^'],
  ])('%s', (_, marked, code, carets) => {
    expect(frameOf(marked)).toEqual({ code, carets });
  });

  test('is absent where the text is empty', () => {
    expect(frameOf('‸‸')).toBeUndefined();
  });

  test.each([
    ['ideographs', '版'],
    ['emoji with modifiers', '👍🏽'],
    ['families', '👩\u200d👩\u200d👧'],
    ['flags', '🇨🇭'],
    ['combining marks', 'e\u0301'],
    ['tabs', '\t'],
    ['control characters', '\u0007'],
  ])('is no wider than the window, and its carets stand under the token: %s', (_, character) => {
    const line = `${character.repeat(200)}‸"value"‸${character.repeat(200)}`;
    for (const columns of [30, 60, 102]) {
      const [before = '', token = '', after = ''] = line.split('‸');
      const source = createTextSource('x', before + token + after);
      const range = rangeAt(source, `${before.length}-${before.length + token.length}`);
      const { code = '', carets = '' } = frameAt(source, range, columns) ?? {};
      expect(displayWidth(code)).toBeLessThanOrEqual(columns);
      expect(carets.length).toBe(displayWidth(code.slice(0, code.indexOf('"value"'))) + '"value"'.length);
      expect(range.start.column).toBe(before.length + 1);
    }
  });

  test('shows a line of 100 characters whole', () => {
    const line = 'x'.repeat(99);
    expect(frameOf(`${line}‸y‸`)).toEqual({ code: `${line}y`, carets: `${' '.repeat(99)}^` });
  });

  test.each([
    ['in the middle', 50_000, 50_000, `…${'x'.repeat(40)}"v"${'x'.repeat(57)}…`, 41],
    ['at the start', 3, 100_000, `xxx"v"${'x'.repeat(94)}…`, 3],
    ['at the end', 100_000, 5, `…${'x'.repeat(92)}"v"xxxxx`, 93],
  ])('cuts a minified line round a token %s', (_, before, after, code, column) => {
    expect(frameOf(`${'x'.repeat(before)}‸"v"‸${'x'.repeat(after)}\nnext`)).toEqual({
      code,
      carets: `${' '.repeat(column)}^^^`,
    });
  });

  test('cuts a token that is longer than the window', () => {
    expect(frameOf(`{"k": ‸"${'v'.repeat(100_000)}"‸}`)).toEqual({
      code: `{"k": "${'v'.repeat(93)}…`,
      carets: `      ${'^'.repeat(94)}`,
    });
  });

  test.each([0, 1])('never cuts a surrogate pair in two (%d)', (shift) => {
    const pairs = '\u{10400}'.repeat(100);
    const frame = frameOf(`${'x'.repeat(shift)}${pairs}‸"v"‸${'x'.repeat(shift)}${pairs}`);
    expect(frame?.code).toMatch(/^…\u{10400}+"v"x?\u{10400}+…$/u);
    expect(frame?.carets.length).toBe(displayWidth(frame?.code.split('"')[0] ?? '') + 3);
  });

  test('costs no more for a finding in a line of megabytes', () => {
    const text = 'x'.repeat(4_000_000);
    const source = createTextSource('x', text);
    const range = rangeAt(source, '2000000-2000003');
    const [first, ...others] = Array.from({ length: 10_000 }, () => frameAt(source, range));
    // If each of them walked the whole line, they would take longer than a test may.
    expect(others.every((frame) => frame?.code === first?.code)).toBe(true);
  });
});
