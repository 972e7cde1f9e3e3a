import { expect, test } from '@jest/globals';

import { differencesOf } from '../../src/compare/differences';
import { isSame } from '../../src/compare/is-same';
import { madeComparison, type MadeComparison } from '../rules/live/made-comparison';

type Case = readonly [title: string, sample: unknown, response: unknown, made?: MadeComparison];

const link = (href: string) => ({ version: { links: [{ rel: 'self', href }] } });
const HOMES = { sample: ['http://a/', 'http://b/compute/'], response: 'http://cloud/' };

test.each<Case>([
  ['properties in another order', { a: 1, b: [{ c: 'x', d: null }] }, { b: [{ d: null, c: 'x' }], a: 1 }],
  [
    'numbers that doubles round',
    '{"a": 1e400, "b": 9007199254740993}',
    '{"a": 10e399, "b": 9007199254740993.0}',
  ],
  ['0 and -0', '{"a": 0}', '{"a": -0}'],
  ['links below the homes', link('http://b/compute/v2/'), link('http://cloud/v2/'), { homes: HOMES }],
  ['an own property with an inherited name', '{"__proto__": 1}', '{"__proto__": 1}'],
  ['the same items ignored', [1, 2], [1, 2], { ignored: { sample: ['/0'], response: ['/0'] } }],
])('%s are the same, and have no differences', (_, sample, response, made = {}) => {
  for (const mode of ['exact', 'at-least', 'shape'] as const) {
    const comparison = madeComparison(sample, response, { ...made, mode });
    expect([isSame(comparison), differencesOf(comparison)]).toEqual([true, []]);
  }
});

test.each<Case>([
  ['a text and a number', ['1'], [1]],
  ['an array and an object', [], {}],
  ['an object and an array', {}, []],
  ['null and an object', null, {}],
  ['an object and null', {}, null],
  ['an item more', [1], [1, 2]],
  ['a property more', { a: 1 }, { a: 1, b: 2 }],
  ['an inherited name', { toString: 1 }, { a: 1 }],
  ['an exact number and its double', '{"a": 9007199254740993}', '{"a": 9007199254740992}'],
  ['another exact number', '{"a": 1e400}', '{"a": 1e401}'],
  ['items in another order', [1, 2], [2, 1]],
  ['the same link below different homes', link('http://a/v2/'), link('http://a/v2/'), { homes: HOMES }],
  ['another path', link('http://a/v2/'), link('http://cloud/v3/'), { homes: HOMES }],
  ['another item ignored', [1, 2], [1, 2], { ignored: { sample: ['/0'], response: ['/1'] } }],
  ['an item ignored in one document', [1, 2], [1, 2], { ignored: { sample: [], response: ['/1'] } }],
])('%s are not the same', (_, sample, response, made = {}) => {
  expect(isSame(madeComparison(sample, response, made))).toBe(false);
});
