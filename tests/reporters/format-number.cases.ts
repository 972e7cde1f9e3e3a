import { expect, test } from '@jest/globals';

import { formatNumber, formatTime } from '../../src/reporters/format-number';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1_234_567, '1,234,567'],
])('%d is %s', (number, text) => {
  expect(formatNumber(number)).toBe(text);
});

test.each([
  [0.4, '0 ms'],
  [34.6, '35 ms'],
  [999.4, '999 ms'],
  [999.5, '1.0 s'],
  [9949, '9.9 s'],
  [9950, '10 s'],
  [1_000_000, '1,000 s'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(formatTime(milliseconds)).toBe(text);
});
