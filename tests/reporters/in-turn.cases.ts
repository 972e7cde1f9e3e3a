import { expect, test } from '@jest/globals';

import { createInTurn } from '../../src/reporters/in-turn';

test('values are taken in the order of their indices, and gaps only at the end', () => {
  const taken: string[] = [];
  const { add, end } = createInTurn<string>((value) => taken.push(value));
  add(1, 'b');
  expect(taken).toEqual([]);
  add(0, 'a');
  add(4, 'e');
  add(3, '');
  expect(taken).toEqual(['a', 'b']);
  end();
  expect(taken).toEqual(['a', 'b', '', 'e']);
});
