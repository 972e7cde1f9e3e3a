import { expect, test } from '@jest/globals';

import { readNumber } from '../../../src/model/json/exact-number';
import { isSameJson, repeatedIndexes } from '../../../src/model/json/same-json';

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

test('repeated values are found whatever they are', () => {
  expect(repeatedIndexes(['a', 'b', 'a', 'a'])).toEqual([2, 3]);
  expect(repeatedIndexes([0, -0, 1, '1', null, 'null'])).toEqual([1]);
  expect(repeatedIndexes([0, -0, 1, 2, 3, 4, 5, 6, 7, 8])).toEqual([1]);
  expect(repeatedIndexes([1, 2, 3])).toEqual([]);
  expect(repeatedIndexes([{ a: 1, b: [2] }, '{"a":1,"b":[2]}', { b: [2], a: 1 }, [2], '[2]'])).toEqual([2]);
  const [exact, again] = [readNumber('9007199254740993'), readNumber('9007199254740993.0')];
  expect(repeatedIndexes([exact, Number(exact), exact.toString(), again])).toEqual([3]);
});
