import { expect, test } from '@jest/globals';

import { valueWord } from '../../src/wording/value-word';

test.each([
  [null, 'null'],
  [true, 'true'],
  [7, 'the number 7'],
  ['v2', 'the string "v2"'],
  [[], 'an array'],
  [{}, 'an object'],
])('names %j as %s', (value, word) => {
  expect(valueWord(value)).toBe(word);
});
