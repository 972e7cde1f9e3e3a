import { expect, test } from '@jest/globals';

import { isSameJson } from '../../src/model/same-json';

test.each<readonly [a: unknown, b: unknown, isSame: boolean]>([
  [{ a: 1, b: [null, 'x'] }, { b: [null, 'x'], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [{}, [], false],
  [null, {}, false],
  ['1', 1, false],
  [JSON.parse('{"__proto__":1}'), {}, false],
])('%j and %j: %s', (a, b, isSame) => {
  expect(isSameJson(a, b)).toBe(isSame);
});
