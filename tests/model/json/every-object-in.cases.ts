import { describe, expect, test } from '@jest/globals';

import { everyObjectIn } from '../../../src/model/json/every-object-in';
import { holdsUnread, UNREAD } from '../../../src/model/json/unread';

const SHARED = { name: 'shared' };
/** More items than a call can have arguments. */
const LONG = Array.from({ length: 400_000 }, (_, index) => `item ${index}`);
const WIDE = { ...Object.fromEntries(LONG.entries()), last: SHARED };

describe('everyObjectIn', () => {
  test.each<[string, unknown, readonly unknown[]]>([
    ['an object, once', { a: SHARED, b: [SHARED, 1, null] }, [{ a: SHARED, b: [SHARED, 1, null] }, SHARED]],
    ['no scalar', 'text', []],
    ['those behind a long array', [...LONG, SHARED], [SHARED]],
    ['those behind a long object', WIDE, [WIDE, SHARED]],
  ])('gives %s', (_, value, objects) => {
    expect(everyObjectIn(value)).toEqual(objects);
  });
});

describe('holdsUnread', () => {
  test.each<[unknown, boolean]>([
    [UNREAD, true],
    [{ a: [1, { b: UNREAD }] }, true],
    [[...LONG, UNREAD], true],
    [{}, false],
    [[[], { a: {} }, null], false],
    [1, false],
    [undefined, false],
  ])('case %#', (value, holds) => {
    expect(holdsUnread(value)).toBe(holds);
  });
});
