import { describe, expect, test } from '@jest/globals';

import { createChance } from '../../src/strength/chance';
import { misspell } from '../../src/strength/misspell';
import { formOf, isConstant } from '../../src/strength/text-forms';

describe('the form of a text', () => {
  test.each<readonly [text: string, form: string | undefined, nearMisses: readonly string[]]>([
    ['2.60', 'a version', ['2x60', '2.60.', 'x2.60']],
    ['10.0.0.7', 'an IP address', ['10.0.0.256', '10.0.0']],
    ['fe80::1', 'an IP address', ['fe80::1g', 'fe80::::1']],
    ['255.255.255.0', 'an IP address', ['255.255.255.256', '255.255.255']],
    ['1.2.3.4.5', 'a version', ['1x2.3.4.5', '1.2.3.4.5.', 'x1.2.3.4.5']],
    ['1.2.3.256', 'a version', []],
    ['::', 'an IP address', []],
    ['12:30', undefined, []],
    ['hw:numa', undefined, []],
    ['2013-10-31', 'a date', ['2013-13-31', '2013-10-32']],
    ['2013-10-31T06:32:32Z', 'a date and time', ['2013-13-31T06:32:32Z', '2013-10-31T25:32:32Z', '2013-10']],
    ['2012-12-02T02:11:55.000000', 'a date and time', []],
    [
      'http://openstack.example.com/v2.1/',
      'a URL',
      [
        'openstack.example.com/v2.1/',
        'http//openstack.example.com/v2.1/',
        'http:// openstack.example.com/v2.1/',
      ],
    ],
    // Without its scheme, it is still a URL, with the scheme `example.com`.
    ['http://example.com:80/', 'a URL', ['http//example.com:80/', 'http:// example.com:80/']],
    [
      '9168b536-cd40-4630-b43f-b259807c6e87',
      'a UUID',
      [
        'g168b536-cd40-4630-b43f-b259807c6e87',
        '9168b536-cd40-4630-b43f-b259807c6e8',
        '9168b536-cd40-4630-b43f-b259807c6e870',
      ],
    ],
    ['m1.tiny', undefined, []],
    ['42', undefined, []],
    ['2013', undefined, []],
    ['', undefined, []],
  ])('%s', (text, name, nearMisses) => {
    const form = formOf(text);
    expect(form?.name).toBe(name);
    if (nearMisses.length > 0) expect(form?.nearMisses(text, () => 0)).toEqual(nearMisses);
  });

  test('does not match its near misses', () => {
    const texts = [
      '2.60',
      'v2.1',
      '10.0.0.7',
      'fe80::1',
      '2013-10-31',
      '2013-10-31T06:32:32Z',
      'http://a.b/',
    ];
    const wrong = texts.flatMap((text) => {
      const form = formOf(text);
      return (form?.nearMisses(text, createChance(text)) ?? []).filter((miss) => form?.matches(miss));
    });
    // Three numbers of an IP address are a version, but not an IP address.
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['ACTIVE', true],
  ['SOFT_DELETED', true],
  ['OS2', true],
  ['UP', false],
  ['Active', false],
  ['MY SERVER', false],
  ['A_', false],
])('%s looks like a value of an enum: %s', (text, expected) => {
  expect(isConstant(text)).toBe(expected);
});

describe('a misspelt word', () => {
  test.each([
    ['ab', 'ba'],
    ['aa', 'aaa'],
    ['a', 'aa'],
    ['', 'x'],
  ])('%s: %s', (word, expected) => {
    expect(misspell(word, () => 0)).toBe(expected);
  });

  test('is the same for the same seed, differs between seeds, and always differs from the word', () => {
    const words = ['name', 'status', 'ACTIVE', 'min_version', '😀a'];
    const spelt = (seed: string) => words.map((word) => misspell(word, createChance(seed)));
    expect(spelt('1')).toEqual(spelt('1'));
    expect(new Set(['1', '2', '3', '4', '5'].map((seed) => spelt(seed).join(' '))).size).toBeGreaterThan(1);
    expect(spelt('1').filter((word) => words.includes(word))).toEqual([]);
  });
});
