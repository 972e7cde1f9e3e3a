import { expect, test } from '@jest/globals';

import { coveredIn } from '../../../src/rules/schemas/covered-in';

const text = { type: 'string' };

test.each<readonly [title: string, list: readonly unknown[], covered: readonly (readonly number[])[]]>([
  ['of two equal ones the later', [text, { type: 'object' }, text], [[2, 0]]],
  [
    'titles and descriptions notwithstanding',
    [
      { ...text, title: 'A' },
      { ...text, title: 'B' },
    ],
    [[1, 0]],
  ],
  ['what asks for more, wherever it stands', [{ ...text, maxLength: 9 }, text], [[0, 1]]],
  ['anything beside what accepts everything', [text, true], [[0, 1]]],
  ['an integer beside a number', [{ type: 'number' }, { type: 'integer' }], [[1, 0]]],
  ['fewer types and fewer values', [{ type: ['string', 'null'] }, text], [[1, 0]]],
  ['a part of the values', [{ enum: ['a', 'b'] }, { enum: ['b'] }], [[1, 0]]],
  ['what requires more keys', [{ required: ['id'] }, { required: ['name', 'id'] }], [[1, 0]]],
  ['not what differs in a value', [{ maxLength: 1 }, { maxLength: 2 }], []],
  ['not what requires others', [{ required: ['id'] }, { required: ['name'] }], []],
  ['not a value that is not of the words', [{ enum: ['a'] }, text], []],
  [
    'not by what depends on its neighbours',
    [{ additionalProperties: false }, { additionalProperties: false, properties: { id: {} } }],
    [],
  ],
  ['not by what is no schema', [1, text, 'x'], []],
])('covered is %s', (_, list, covered) => {
  expect(coveredIn(list)).toEqual(covered);
});
