import { describe, expect, test } from '@jest/globals';

import { compareNumbers, ExactNumber, isMultipleOf, readNumber } from '../../../src/model/json/exact-number';

const HUGE = '1e99999999999999999999';
const TINY = '1e-99999999999999999999';
const LONG = `1${'0'.repeat(99_999)}1`;

describe('readNumber', () => {
  test.each([
    ['0', 0],
    ['-0', -0],
    ['-0.000', -0],
    ['0e999999999999', 0],
    ['1.0', 1],
    ['10e-1', 1],
    ['1E2', 100],
    ['1e+22', 1e22],
    ['10000000000000000000000', 1e22],
    ['0.1', 0.1],
    ['0.10000000000000000000', 0.1],
    ['9007199254740992', 2 ** 53],
    ['9007199254740992.000', 2 ** 53],
    ['1.7976931348623157e308', Number.MAX_VALUE],
    ['5e-324', Number.MIN_VALUE],
    ['+5', 5],
    ['.5', 0.5],
    ['1.', 1],
  ])('%s is a double', (literal, value) => {
    expect(readNumber(literal)).toBe(value);
  });

  test.each([
    '9007199254740993',
    '-9223372036854775808',
    '9007199254740992.5',
    '0.1000000000000000055511151231257827',
    '1e400',
    '-1e400',
    '1e-400',
    HUGE,
    TINY,
    LONG,
  ])('%.40s is no double, and keeps its spelling', (literal) => {
    const number = readNumber(literal);
    expect(number).toBeInstanceOf(ExactNumber);
    expect(String(number)).toBe(literal);
    expect(Number(number)).toBe(Number(literal));
  });

  test.each([
    ['1e400', true],
    ['9007199254740993.0', true],
    ['9007199254740993.5', false],
    ['1e-400', false],
    [HUGE, true],
    [TINY, false],
    [LONG, true],
    [`${LONG}.5`, false],
    [`${LONG}.5e1`, true],
  ])('%.40s is an integer: %s', (literal, isInteger) => {
    expect(readNumber(literal)).toMatchObject({ isInteger });
  });
});

test('numbers are ordered by value, not by their doubles', () => {
  const ordered = [
    [`-${HUGE}`, '-10e99999999999999999998'],
    ['-1e401'],
    ['-1e400', '-10e399', '-1000E+397'],
    ['-9223372036854775809', '-9223372036854775809.0'],
    ['-9223372036854775808'],
    ['-1', '-1.0', '-10e-1'],
    ['-1e-400'],
    [`-${TINY}`],
    ['0', '-0', '0.0', '0e5'],
    [TINY],
    ['1e-400', '0.1e-399'],
    ['0.1', '1e-1', '0.100'],
    ['0.1000000000000000055'],
    ['0.2'],
    ['1', '1.000'],
    ['9007199254740991'],
    ['9007199254740992', '9007199254740992.0'],
    ['9007199254740992.5'],
    ['9007199254740993', '9007199254740993.00', '9.007199254740993e15'],
    ['9007199254740994'],
    ['18446744073709551615'],
    ['18446744073709551616'],
    ['1e400', '10e399'],
    ['1e401'],
    [LONG],
    [HUGE, '10e99999999999999999998', '0.1e100000000000000000000'],
  ].map((literals) => literals.map(readNumber));
  for (const [index, equal] of ordered.entries()) {
    for (const [other, others] of ordered.entries()) {
      for (const a of equal) {
        const signs = others.map((b) => Math.sign(compareNumbers(a, b)));
        expect({ a: String(a).slice(0, 30), signs }).toEqual({
          a: String(a).slice(0, 30),
          signs: others.map(() => Math.sign(index - other)),
        });
      }
    }
  }
});

test.each([
  ['19.99', '0.01', true],
  ['19.995', '0.01', false],
  ['0.3', '0.1', true],
  ['-4.35', '0.01', true],
  ['0', '1e400', true],
  ['1e308', '1e-308', true],
  ['9007199254740993', '2', false],
  ['9007199254740993', '3', true],
  ['9007199254740994', '2', true],
  ['9223372036854775808', '9223372036854775807', false],
  ['18446744073709551614', '9223372036854775807', true],
  ['1e400', '7', false],
  ['1e400', '1024', true],
  ['7e400', '7', true],
  ['7e400', '7e400', true],
  ['7e400', '7e401', false],
  [HUGE, '1e400', true],
  ['1e400', HUGE, false],
  [HUGE, '3', false],
  [HUGE, TINY, true],
  [`3${'0'.repeat(99_999)}`, '3', true],
  [LONG, '3', false],
  [LONG.replaceAll('1', '15'), '3', true],
  [LONG, LONG, true],
])('%.30s is a multiple of %.30s: %s', (value, divisor, isMultiple) => {
  expect(isMultipleOf(readNumber(value), readNumber(divisor))).toBe(isMultiple);
});
