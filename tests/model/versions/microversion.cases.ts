import { describe, expect, test } from '@jest/globals';

import {
  compareMicroversions,
  formatMicroversion,
  parseMicroversion,
} from '../../../src/model/versions/microversion';
import {
  formatRange,
  rangeContains,
  rangesOverlap,
  type VersionRange,
} from '../../../src/model/versions/version-range';

function range(min?: string, max?: string): VersionRange {
  const from = parseMicroversion(min ?? '');
  const to = parseMicroversion(max ?? '');
  return { ...(from === undefined ? {} : { min: from }), ...(to === undefined ? {} : { max: to }) };
}

describe('microversions', () => {
  test.each(['2.1', '2.10', '2.100', '1.0', '10.25'])('%s is read and written back', (text) => {
    const microversion = parseMicroversion(text);
    expect(microversion === undefined ? '' : formatMicroversion(microversion)).toBe(text);
  });

  test.each([
    '',
    '2',
    'v2.1',
    '2.01',
    '02.1',
    '0.1',
    '2.1.0',
    ' 2.1',
    '2.1 ',
    '+2.1',
    '-2.1',
    '2,1',
    'latest',
    '2.1e1',
    '2.99999999999999999999',
  ])('%j is not a microversion', (text) => {
    expect(parseMicroversion(text)).toBeUndefined();
  });

  test('are compared as two integers', () => {
    const texts = ['2.100', '2.9', '3.0', '2.10', '2.1', '10.0'];
    const parsed = texts.flatMap((text) => parseMicroversion(text) ?? []);
    expect(parsed.toSorted(compareMicroversions).map(formatMicroversion)).toEqual([
      '2.1',
      '2.9',
      '2.10',
      '2.100',
      '3.0',
      '10.0',
    ]);
  });
});

describe('ranges', () => {
  test.each<[VersionRange, string, boolean]>([
    [range('2.3', '2.8'), '2.3', true],
    [range('2.3', '2.8'), '2.8', true],
    [range('2.3', '2.8'), '2.9', false],
    [range('2.3', '2.8'), '2.2', false],
    [range('2.9'), '2.10', true],
    [range(undefined, '2.9'), '2.10', false],
    [range(), '9.9', true],
  ])('%j contains %s: %s', (tested, text, expected) => {
    const microversion = parseMicroversion(text);
    expect(microversion !== undefined && rangeContains(tested, microversion)).toBe(expected);
  });

  test.each<[VersionRange, VersionRange, boolean]>([
    [range('2.1', '2.8'), range('2.8', '2.9'), true],
    [range('2.1', '2.8'), range('2.9'), false],
    [range(undefined, '2.2'), range('2.3'), false],
    [range(), range('2.3', '2.3'), true],
    [range('2.3'), range('2.100'), true],
  ])('%j and %j overlap: %s', (a, b, expected) => {
    expect(rangesOverlap(a, b)).toBe(expected);
    expect(rangesOverlap(b, a)).toBe(expected);
  });

  test.each([
    [range('2.3', '2.8'), '2.3 to 2.8'],
    [range('2.9'), '2.9 and later'],
    [range(undefined, '2.2'), 'up to 2.2'],
    [range(), 'every microversion'],
  ])('%j is written as %s', (shown, text) => {
    expect(formatRange(shown)).toBe(text);
  });
});
