import { describe, expect, test } from '@jest/globals';
import { format } from 'prettier';

import { typeAlias } from '../../src/codegen/type-alias';

const LONG = 'A'.repeat(30);
const LONGER = 'B'.repeat(60);
const LONGEST = 'C'.repeat(100);

describe('typeAlias', () => {
  test.each([
    ['short', 'It', ['A']],
    ['of several', 'It', ['A', 'B', 'C']],
    ['that just fits', 'I'.repeat(35), [LONG, LONG]],
    ['that just does not fit', 'I'.repeat(30), [LONG, LONGER.slice(27)]],
    ['with a long name', LONGEST, ['A']],
    ['of a long name', LONG, [LONGEST]],
    ['whose members fit on a line of their own', LONGER, [LONG, LONG]],
    ['whose members do not', LONGER, [LONG, LONGER, LONG]],
    ['of two long names', LONGEST, [LONGEST]],
  ])('breaks an alias %s as prettier does', async (_, name, members) => {
    const text = `${typeAlias(name, members)}\n`;
    expect(await format(text, { parser: 'typescript', printWidth: 110 })).toBe(text);
  });
});
