import { describe, expect, test } from '@jest/globals';

import { inferSchema } from '../../src/scaffold/infer-schema';
import { keepsShape } from '../../src/scaffold/keeps-shape';

const MAP = { metadata: { 'My Server Name': 'Apache1' } };

describe('keepsShape', () => {
  test.each<[because: string, soFar: unknown, next: unknown, keeps: boolean]>([
    ['other values', { id: 1, name: 'a' }, { name: 'b', id: 2 }, true],
    ['a new key', { id: 1 }, { id: 1, name: 'a' }, false],
    ['a key that vanished', { id: 1, name: 'a' }, { id: 1 }, false],
    ['a new key in depth', { a: [{ b: { c: 1 } }] }, { a: [{ b: { c: 1, d: 1 } }] }, false],
    ['another type', { id: 1 }, { id: '1' }, false],
    ['null in place of a text', { name: 'a' }, { name: null }, false],
    ['a text in place of null', { name: null }, { name: 'a' }, false],
    ['one of the types that items had', [1, 'a'], ['b'], true],
    ['a further type of items', ['a'], ['a', 1], false],
    ['an object in place of an array', { a: [] }, { a: {} }, false],
    ['a fraction among whole numbers', { size: 1 }, { size: 0.5 }, true],
    ['a text without the format of the others', { id: '2012-02-29' }, { id: 'leap day' }, true],
    ['items where there were none', { a: [] }, { a: [{ id: 1 }] }, true],
    ['no items where there were some', { a: [{ id: 1 }] }, { a: [] }, true],
    ['keys where there were none', { a: {} }, { a: { id: 1 } }, false],
    ['no keys where there were some', { a: { id: 1 } }, { a: {} }, false],
    ['other keys of a map', MAP, { metadata: { 'Other Name': 'Apache2' } }, true],
    ['keys of a map that look like fields', MAP, { metadata: { foo: 'bar' } }, true],
    ['no keys of a map', MAP, { metadata: {} }, true],
    ['another type of the values of a map', MAP, { metadata: { 'Other Name': 1 } }, false],
    ['another type of the values of what may be a map', MAP, { metadata: { foo: 1 } }, false],
    ['a map in place of an object', { metadata: { foo: 'bar' } }, MAP, false],
    ['a key that some items lacked, in all', [{ id: 1 }, { id: 2, a: 1 }], [{ id: 3, a: 2 }], true],
    ['a key that some items lacked, in none', [{ id: 1 }, { id: 2, a: 1 }], [{ id: 3 }], false],
    ['an item that lacks a key all had', [{ id: 1, a: 1 }], [{ id: 1 }, { id: 2, a: 1 }], false],
    ['a key that every object inherits', JSON.parse('{ "__proto__": 1 }'), { constructor: 1 }, false],
  ])('%s', (_, soFar, next, keeps) => {
    expect(keepsShape(inferSchema([soFar]), inferSchema([next]))).toBe(keeps);
  });
});
