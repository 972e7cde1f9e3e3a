import { describe, expect, test } from '@jest/globals';

import { compilePattern, matchesPattern, readPattern } from '../../../src/schema/patterns/pattern-reading';

const raw = String.raw;

describe('readPattern', () => {
  test.each([raw`^[\w\-.]+$`, raw`\p{L}+\.`, '(?<year>\\d{4})-\\k<year>', '(?<!a)b', '', '[^]'])(
    'reads %s as it is',
    (pattern) => {
      expect(readPattern(pattern, true)).toEqual({ kind: 'regular', regex: new RegExp(pattern, 'u') });
    },
  );

  test.each<[pattern: string, plain: string, escapes: string[], right: string[], wrong: string[]]>([
    [raw`^a\_b$`, '^a_b$', [raw`\_`], ['a_b'], ['a\\_b', 'ab']],
    [raw`^\d+\-\d+$`, raw`^\d+-\d+$`, [raw`\-`], ['1-2'], ['12']],
    [raw`^[\w\-\@\ ]+\@\p{L}$`, raw`^[\w\-@ ]+@\p{L}$`, [raw`\@`, raw`\ `], ['a- @é'], ['a#@é', 'a@p{L}']],
    [raw`^\-😀?$`, '^-😀?$', [raw`\-`], ['-', '-😀'], ['-\ud83d']],
    [raw`^[\ -\~😀]$`, '^[ -~😀]$', [raw`\ `, raw`\~`], ['a', '😀'], ['é']],
    [raw`^\é\"$`, '^é"$', [raw`\é`, raw`\"`], ['é"'], ['é']],
    [raw`\:\/\/`, raw`:\/\/`, [raw`\:`], ['http://'], ['http:/']],
  ])('reads %s without its needless backslashes', (pattern, plain, escapes, right, wrong) => {
    const reading = readPattern(pattern, true);
    expect(reading).toMatchObject({ kind: 'lenient', plain, escapes });
    const regex = compilePattern(pattern, true);
    for (const text of right) expect([text, regex.test(text)]).toEqual([text, true]);
    for (const text of wrong) expect([text, regex.test(text)]).toEqual([text, false]);
    expect(new RegExp(plain, 'u').test(right[0] ?? '')).toBe(true);
  });

  test.each<[pattern: string, foreign: string[], ecma: string | undefined]>([
    [raw`\A[a-z]+\Z`, [raw`\A`, raw`\Z`], '^[a-z]+$'],
    [raw`\A\d+\z`, [raw`\A`, raw`\z`], raw`^\d+$`],
    ['(?i)abc', ['(?i)'], '[aA][bB][cC]'],
    [raw`^(?i)[a-f_\d]+x\.$`, ['(?i)'], raw`^[a-fA-F_\d]+[xX]\.$`],
    ['(?i)[A-z-]', ['(?i)'], '[A-z-]'],
    ['(?P<y>a)(?P=y)', ['(?P<y>', '(?P=y)'], raw`(?<y>a)\k<y>`],
    [raw`a\h+b`, [raw`\h`], raw`a[ \t]+b`],
    [raw`[\h,]`, [raw`\h`], raw`[ \t,]`],
    [raw`\Qa.b\E+\_`, [raw`\Qa.b\E`], raw`a\.b+_`],
    ['a(?#what)b', ['(?#what)'], 'ab'],
    ['a++b*+', ['++', '*+'], 'a+b*'],
    ['(?>ab|a)c', ['(?>'], '(?:ab|a)c'],
    ['^[[:alpha:]_][[:alnum:]_]*$', ['[:alpha:]', '[:alnum:]'], '^[A-Za-z_][A-Za-z0-9_]*$'],
    [raw`\x{1F600}\U0001F600`, [raw`\x{1F600}`, raw`\U0001F600`], raw`\u{1F600}\u{1F600}`],
    [
      raw`\pL\p{Greek}\p{IsCyrillic}`,
      [raw`\pL`, raw`\p{Greek}`, raw`\p{IsCyrillic}`],
      raw`\p{L}\p{Script=Greek}\p{Script=Cyrillic}`,
    ],
    [raw`(a)?(?(1)b|c)`, ['(?(1)'], undefined],
    ['(?R)', ['(?R)'], undefined],
    [raw`\Ga`, [raw`\G`], undefined],
    ['a(?i)b', ['(?i)'], undefined],
    ['(?s)a.b', ['(?s)'], undefined],
  ])('says what %s has that ECMA-262 has not', (pattern, foreign, ecma) => {
    expect(mistakeIn(pattern)).toMatchObject({ foreign });
    expect(mistakeIn(pattern)?.ecma).toBe(ecma);
  });

  test.each<[pattern: string, reason: string, ecma: string | undefined]>([
    [raw`^(\w+$`, 'unterminated group', undefined],
    ['^[a-', 'unterminated character class', undefined],
    ['^{id}$', 'lone quantifier brackets', raw`^\{id\}$`],
    ['a]', 'lone quantifier brackets', raw`a\]`],
    [raw`[\w-.]`, 'invalid character class', raw`[\w\-.]`],
    [raw`(?\:a)`, 'invalid group', '(?:a)'],
  ])('says why %s is no regular expression', (pattern, reason, ecma) => {
    expect(mistakeIn(pattern)).toMatchObject({ reason, foreign: [] });
    expect(mistakeIn(pattern)?.ecma).toBe(ecma);
  });

  test('without the u flag, such escapes are characters', () => {
    for (const pattern of [raw`\A`, raw`\_`, raw`[\w-.]`])
      expect(readPattern(pattern, false)).toEqual({ kind: 'regular', regex: new RegExp(pattern) });
    expect(readPattern('(?i)a', false)).toMatchObject({
      mistake: { foreign: ['(?i)'], ecma: '[aA]' },
    });
  });
});

function mistakeIn(pattern: string) {
  const reading = readPattern(pattern, true);
  return reading.kind === 'malformed' ? reading.mistake : undefined;
}

test('a malformed pattern matches nothing', () => {
  expect([matchesPattern('^a', 'ab'), matchesPattern('^b', 'ab'), matchesPattern('(', '(')]).toEqual([
    true,
    false,
    false,
  ]);
});
