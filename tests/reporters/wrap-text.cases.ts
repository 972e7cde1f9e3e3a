import { describe, expect, test } from '@jest/globals';

import { wrapText } from '../../src/reporters/pretty/wrap-text';

describe('wrapped text', () => {
  test.each([
    ['', 20, ['']],
    ['expected a string', 20, ['expected a string']],
    ['expected a string, got null', 20, ['expected a string,', 'got null']],
    ['twenty columns, not 1', 20, ['twenty columns, not', '1']],
    ['twenty columns, no 1', 20, ['twenty columns, no 1']],
    ['three   spaces   between these   words', 20, ['three   spaces', 'between these', 'words']],
    [
      'see http://compute.example.com:8774/v2.1/ for more',
      20,
      ['see', 'http://compute.example.com:8774/v2.1/', 'for more'],
    ],
    ['版本版本版本 版本版本版本', 20, ['版本版本版本', '版本版本版本']],
  ])('%j at %d columns', (text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines);
  });

  test('is not narrower than 20 columns', () => {
    expect(wrapText('expected a string, got null', 3)).toEqual(['expected a string,', 'got null']);
  });

  test('is one line without a width', () => {
    const text = 'long '.repeat(100);
    expect(wrapText(text, undefined)).toEqual([text]);
  });
});
