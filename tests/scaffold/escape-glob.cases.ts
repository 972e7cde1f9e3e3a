import { describe, expect, test } from '@jest/globals';
import picomatch from 'picomatch';

import { escapeGlob } from '../../src/model/escape-glob';

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(
  (c) => c !== '/',
);

describe('escapeGlob', () => {
  test.each([
    ['list.json', 'list.json'],
    ['list[1].json', String.raw`list\[1\].json`],
    ['{a,b}(c)*?!|.json', String.raw`\{a,b\}\(c\)\*\?\!\|.json`],
    [String.raw`a\b`, String.raw`a\\b`],
  ])('%s -> %s', (text, glob) => {
    expect(escapeGlob(text)).toBe(glob);
  });

  test.each(ASCII)('the glob for a name with %s matches only that name', (character) => {
    const names = [
      `${character}a`,
      `a${character}b`,
      `a${character}(x|y)`,
      `a.json${character}`,
      `.${character}`,
      `[${character}]`,
    ];
    const all = [...new Set(['a', 'b', 'x', 'ab', 'axb', 'ax', 'a.json', '.a', ...names])];
    expect(names.map((name) => all.filter((other) => picomatch(escapeGlob(name))(other)))).toEqual(
      names.map((name) => [name]),
    );
  });
});
