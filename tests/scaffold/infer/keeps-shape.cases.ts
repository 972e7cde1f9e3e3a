import { describe, expect, test } from '@jest/globals';

import { inferSchema } from '../../../src/scaffold/infer/infer-schema';
import { keepsShape } from '../../../src/scaffold/infer/keeps-shape';

const MAP = { metadata: { 'My Server Name': 'Apache1' } };

describe('keepsShape', () => {
  test.each<[because: string, soFar: unknown, next: unknown, keeps: boolean]>([
    ['other values', { id: 1, name: 'a' }, { name: 'b', id: 2 }, true],
    ['a new property', { id: 1 }, { id: 1, name: 'a' }, false],
    ['a removed property', { id: 1, name: 'a' }, { id: 1 }, false],
    ['a new property deep inside', { a: [{ b: { c: 1 } }] }, { a: [{ b: { c: 1, d: 1 } }] }, false],
    ['another type', { id: 1 }, { id: '1' }, false],
    ['null instead of a string', { name: 'a' }, { name: null }, false],
    ['a string instead of null', { name: null }, { name: 'a' }, false],
    ['one of the types that items had', [1, 'a'], ['b'], true],
    ['a further type of items', ['a'], ['a', 1], false],
    ['an object instead of an array', { a: [] }, { a: {} }, false],
    ['a fraction among whole numbers', { size: 1 }, { size: 0.5 }, true],
    ['a string without the format of the others', { id: '2012-02-29' }, { id: 'leap day' }, true],
    ['items in an array that was empty', { a: [] }, { a: [{ id: 1 }] }, true],
    ['no items in an array that had some', { a: [{ id: 1 }] }, { a: [] }, true],
    ['properties in an object that was empty', { a: {} }, { a: { id: 1 } }, false],
    ['no properties in an object that had some', { a: { id: 1 } }, { a: {} }, false],
    ['other names in a map', MAP, { metadata: { 'Other Name': 'Apache2' } }, true],
    ['names in a map that look like property names', MAP, { metadata: { foo: 'bar' } }, true],
    ['an empty map', MAP, { metadata: {} }, true],
    ['another type of the values of a map', MAP, { metadata: { 'Other Name': 1 } }, false],
    ['another type of the values of what may be a map', MAP, { metadata: { foo: 1 } }, false],
    ['a map instead of an object', { notes: { foo: 'bar' } }, { notes: { 'My Note': 'x' } }, false],
    ['a map with a name of maps instead of one with data as names', { metadata: { foo: 'bar' } }, MAP, true],
    ['a property that some items lacked, in all', [{ id: 1 }, { id: 2, a: 1 }], [{ id: 3, a: 2 }], true],
    ['a property that some items lacked, in none', [{ id: 1 }, { id: 2, a: 1 }], [{ id: 3 }], false],
    ['an item without a property that all had', [{ id: 1, a: 1 }], [{ id: 1 }, { id: 2, a: 1 }], false],
    ['a property that every object inherits', JSON.parse('{ "__proto__": 1 }'), { constructor: 1 }, false],
  ])('%s', (_, soFar, next, keeps) => {
    expect(keepsShape(inferSchema([soFar]), inferSchema([next]))).toBe(keeps);
  });
});
