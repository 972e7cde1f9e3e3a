import { expect, test } from '@jest/globals';

import { ExactNumber } from '../../../src/model/json/exact-number';
import { readExactJson } from '../../../src/text/json/exact-json';
import { readStrictJson } from '../../../src/text/json/strict-json';

const DEPTH = 100;

test.each([
  '{"a": [1, -0.5, "x\\n", true, false, null, {}, []], "a\\u0062": {"c": 1e2}}',
  '{"a": 1, "a": [2]}',
  '{"__proto__": {"b": 1}, "constructor": 2}',
  '"text"',
  ' 5 ',
])('%s is read as by JSON.parse', (text) => {
  expect(readExactJson(text)).toMatchObject({ value: JSON.parse(text), isInexact: false });
});

test('only numbers that are no doubles are exact numbers', () => {
  const text = '{"a": [1, 9007199254740993, 9007199254740992], "b": {"c": 1e400, "d": 0.1}}';
  const value = {
    a: [1, new ExactNumber('9007199254740993'), 2 ** 53],
    b: { c: new ExactNumber('1e400'), d: 0.1 },
  };
  expect(readExactJson(text)).toEqual({ value, isInexact: true, sameAgain: new Set() });
  expect(readStrictJson(text, DEPTH)).toMatchObject({ value: JSON.parse(text), exact: value });
});

test('a text with doubles only has no exact value', () => {
  expect(readStrictJson('{"a": 9007199254740992, "a": 1.50}', DEPTH)).not.toHaveProperty('exact');
});

test.each([
  ['{"a": 1, "a": 1.0}', [true]],
  ['{"a": 1, "a": 2}', [false]],
  ['{"a": 9007199254740993, "a": 9007199254740992}', [false]],
  ['{"a": 9007199254740993, "a": 9007199254740993.0}', [true]],
  ['{"a": {"b": [1], "c": 2}, "a": {"c": 2, "b": [10e-1]}}', [true]],
  ['{"a": 1, "\\u0061": 1, "a": 2}', [true, false]],
  ['{"a": {"b": 1, "b": 1}, "a": {"b": 1}}', [true, true]],
  ['{"a": "1", "a": 1}', [false]],
])('%s repeats the same values: %j', (text, expected) => {
  const { problems } = readStrictJson(text, DEPTH);
  expect(problems.flatMap((problem) => (problem.kind === 'duplicate-key' ? [problem.isSame] : []))).toEqual(
    expected,
  );
});

test('more numbers than are reported are exact too', () => {
  const { exact, problems } = readStrictJson(`[${'9007199254740993,'.repeat(1500)}1e400]`, DEPTH);
  expect(problems).toHaveLength(1000);
  expect(Array.isArray(exact) && exact.at(-1)).toEqual(new ExactNumber('1e400'));
});
