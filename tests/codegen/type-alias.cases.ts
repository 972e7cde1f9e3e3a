import { describe, expect, test } from '@jest/globals';
import { format } from 'prettier';

import { typeAlias } from '../../src/codegen/type-alias';

const LONG = 'A'.repeat(30);
const LONGER = 'B'.repeat(60);
const LONGEST = 'C'.repeat(100);

describe('typeAlias', () => {
  test.each([
    ['short', 'It', 'A'],
    ['that just fits', 'I'.repeat(33), LONGER],
    ['that just does not fit', 'I'.repeat(34), LONGER],
    ['with a long name', LONGEST, 'A'],
    ['for a long name', LONG, LONGEST],
    ['with two long names', LONGEST, LONGEST],
  ])('breaks the lines of an alias %s as prettier does', async (_, name, other) => {
    const text = `${typeAlias(name, other)}\n`;
    expect(await format(text, { parser: 'typescript', printWidth: 110 })).toBe(text);
  });
});
