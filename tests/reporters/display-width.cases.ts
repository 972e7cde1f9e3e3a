import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { displayWidth, padDisplay } from '../../src/reporters/pretty/display-width';
import { visibleText } from '../../src/reporters/visible-text';

describe('the display width', () => {
  test.each([
    ['', 0],
    ['"status": 1', 11],
    ['é', 1],
    ['e\u0301', 1],
    ['版本', 4],
    ['かな', 4],
    ['한국어', 6],
    ['ＡＢ', 4],
    ['ｱｲ', 2],
    ['😀', 2],
    ['👩\u200d💻', 2],
    ['🇩🇪', 2],
    ['❤\ufe0f', 2],
    ['\u{20000}', 2],
    ['…', 1],
    ['ЖΩ', 2],
  ])('of %j is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test.each([
    ['版', 4, '版  '],
    ['abc', 2, 'abc'],
  ])('pads %j to %d columns', (text, width, padded) => {
    expect(padDisplay(text, width)).toBe(padded);
  });
});

/** The widths that the package string-width gives. */
function stringWidths(texts: readonly string[]): readonly number[] {
  const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'string-widths.mjs')], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Ideographs, Hangul syllables, private characters, and what Unicode does not use. */
const MANY = /[\p{Unified_Ideograph}\uac00-\ud7a3\p{Co}\p{Cn}]/u;

describe('the display width is that of string-width', () => {
  test('for every character that reports print', () => {
    const characters = Array.from({ length: 0xe_0200 }, (_, code) => code)
      .filter((code) => code >= 0x20 && (code < 0xd800 || code > 0xdfff))
      .map((code) => String.fromCodePoint(code))
      // One in 97 of what there are thousands of.
      .filter((character, index) => index % 97 === 0 || !MANY.test(character))
      // The others are printed as `<U+001B>`, or mean nothing in this version of Unicode.
      .filter((character) => visibleText(character) === character && !/\p{Cn}/u.test(character));
    const widths = stringWidths(characters);
    const different = characters.filter((character, index) => displayWidth(character) !== widths[index]);
    expect(characters.length).toBeGreaterThan(30_000);
    expect(different).toEqual([]);
  });

  test('for characters that are drawn as one', () => {
    const texts = [
      'e\u0301 n\u0303',
      '🇩🇪🇫🇷 🇺🇳',
      '👩\u200d👩\u200d👧 👍🏽 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '1\ufe0f\u20e3 ❤\ufe0f ❤ ☎',
      '\u1112\u1161\u11ab 한국어',
      'कर्म र्सि கொ',
      'ﾊﾞｽ カ\u3099 ｶﾞ',
      'แผนที่ ລາວ',
      'שָׁלוֹם مُحَمَّد',
    ].flatMap((text) => [text, ...text.split(' ')]);
    expect(texts.map(displayWidth)).toEqual(stringWidths(texts));
  });
});
