import { describe, expect, test } from '@jest/globals';

import { quote } from '../../src/wording/quote';

describe('quote', () => {
  test.each([
    ['SUPORTED', '"SUPORTED"'],
    ['a "b"\n', String.raw`"a \"b\"\n"`],
    [2.1, '2.1'],
    [null, 'null'],
    [{ id: 'v2' }, '{"id":"v2"}'],
    ['x'.repeat(58), `"${'x'.repeat(58)}"`],
    ['x'.repeat(59), `"${'x'.repeat(57)}…"`],
    [Array.from({ length: 40 }, () => 1), `[${'1,'.repeat(28)}1…`],
    [undefined, 'undefined'],
  ])('writes %j as %s', (value, text) => {
    expect(quote(value)).toBe(text);
  });

  test.each([
    ['half a surrogate pair', `${'x'.repeat(56)}😀tail`, `"${'x'.repeat(56)}…"`],
    ['half an escape', `${'x'.repeat(56)}"tail`, `"${'x'.repeat(56)}…"`],
  ])('leaves no %s at the cut', (_name, value, text) => {
    expect(quote(value)).toBe(text);
  });
});
