import { describe, expect, test } from '@jest/globals';
import { paint, type Style } from '../../src/reporters/pretty/paint';

describe('a painter', () => {
  test.each<[Style, string]>([
    ['error', '\u001b[31mx\u001b[39m'],
    ['warning', '\u001b[33mx\u001b[39m'],
    ['info', '\u001b[34mx\u001b[39m'],
    ['good', '\u001b[32mx\u001b[39m'],
    ['heading', '\u001b[1mx\u001b[22m'],
    ['faint', '\u001b[2mx\u001b[22m'],
  ])('colours %s, whatever the stream is', (style, text) => {
    expect(paint(true)(style, 'x')).toBe(text);
  });

  test('returns the text as it is without colour, and colours nothing when there is none', () => {
    expect([paint(false)('error', 'x'), paint(true)('error', '')]).toEqual(['x', '']);
  });
});
