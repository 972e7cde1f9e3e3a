import { describe, expect, test } from '@jest/globals';
import { visibleJson, visibleText } from '../../src/reporters/visible-text';

describe('visible text', () => {
  test.each([
    ['plain ASCII, é, 版, 😀', 'plain ASCII, é, 版, 😀'],
    ['\u001b[31m', '<U+001B>[31m'],
    ['a\r\n\tb', 'a<U+000D><U+000A><U+0009>b'],
    ['\u007f\u009b', '<U+007F><U+009B>'],
    ['\u202eevil\u2066', '<U+202E>evil<U+2066>'],
    ['\u200b\ufeff\u00ad', '<U+200B><U+FEFF><U+00AD>'],
    ['\u2028\u2029', '<U+2028><U+2029>'],
    ['\ud800 and \udc00', '<U+D800> and <U+DC00>'],
    ['\ufffe \u{1fffe} \u{e0001}', '<U+FFFE> <U+1FFFE> <U+E0001>'],
    ['می\u200cخواهم 👩\u200d💻', 'می\u200cخواهم 👩\u200d💻'],
  ])('of %j is %j', (text, visible) => {
    expect(visibleText(text)).toBe(visible);
  });

  test('in JSON stays the same value', () => {
    const value = ['\u001b \u007f \u009b \u202e \u2028 \ud800 \u{e0001} \n é', { 'k\u0085': 1 }];
    const json = visibleJson(JSON.stringify(value, undefined, 2));
    expect(JSON.parse(json)).toEqual(value);
    expect(json).toBe(
      '[\n  "\\u001b \\u007F \\u009B \\u202E \\u2028 \\ud800 \\uDB40\\uDC01 \\n é",\n  {\n    "k\\u0085": 1\n  }\n]',
    );
  });
});
