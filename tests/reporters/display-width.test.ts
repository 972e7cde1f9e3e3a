import { describe, expect, test } from '@jest/globals';
import { displayWidth, padDisplay } from '../../src/reporters/display-width';

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
    ['👩\u200d💻', 4],
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
