import { expect, test } from '@jest/globals';

import { ExactNumber } from '../../../src/model/json/exact-number';
import { readYaml } from '../../../src/text/yaml/yaml-source';

function number(literal: string): ExactNumber {
  return new ExactNumber(literal);
}

test('numbers of YAML that are no doubles are exact', () => {
  const text = `
a: 9223372036854775807
b: [-9223372036854775808, 1e400, 0x7FFFFFFFFFFFFFFF, 0o777777777777777777777, +9007199254740993]
c: &big 0.1000000000000000055
d: *big
9007199254740993: key
f: "9007199254740993"
g: 0xFF
h: .5e400
i: 0009007199254740992
`;
  const { value, exact, problems } = readYaml('a.yaml', text);
  expect(problems).toEqual([]);
  expect(exact).toEqual({
    '9007199254740992': 'key',
    a: number('9223372036854775807'),
    b: [
      number('-9223372036854775808'),
      number('1e400'),
      number('9223372036854775807'),
      number('9223372036854775807'),
      number('9007199254740993'),
    ],
    c: number('0.1000000000000000055'),
    d: number('0.1000000000000000055'),
    f: '9007199254740993',
    g: 255,
    h: number('.5e400'),
    i: 2 ** 53,
  });
  expect(value).toMatchObject({ a: 2 ** 63, c: 0.1, d: 0.1 });
});

test('other texts have no exact value', () => {
  expect(readYaml('a.yaml', 'a: 1.5\nb: 1e10\nc: 20240101\nd: 123456789012345')).not.toHaveProperty('exact');
});

test.each([
  ['a: 1\na: 1.0\n', true],
  ['a: 1\na: 2\n', false],
  ['a: 9007199254740993\na: 9007199254740992\n', false],
  ['a: 9007199254740993\n"a": 9007199254740993.0\n', true],
  ['x: {a: [1], a: [1]}\n', true],
  ['x: {a: [1], a: [2]}\n', false],
  ['a: 1\na: 1\na: 2\n', false],
  ['a:\na:\n', true],
])('%j may be repeated: %s', (text, isAllowed) => {
  const { problems, value } = readYaml('a.yaml', text, { repeats: 'same' });
  expect(problems.length === 0).toBe(isAllowed);
  expect(value !== undefined).toBe(isAllowed);
  expect(readYaml('a.yaml', text).problems).not.toEqual([]);
});
