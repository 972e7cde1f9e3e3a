import { expect, test } from '@jest/globals';

import { coveredIn } from '../../../src/rules/schemas/covered-in';

const text = { type: 'string' };

test.each<readonly [title: string, list: readonly unknown[], covered: readonly (readonly number[])[]]>([
  ['the later of two equal alternatives', [text, { type: 'object' }, text], [[2, 0]]],
  [
    'an alternative that differs only in its title',
    [
      { ...text, title: 'A' },
      { ...text, title: 'B' },
    ],
    [[1, 0]],
  ],
  ['a stricter alternative, even before the other', [{ ...text, maxLength: 9 }, text], [[0, 1]]],
  ['any alternative next to one that accepts everything', [text, true], [[0, 1]]],
  ['an integer next to a number', [{ type: 'number' }, { type: 'integer' }], [[1, 0]]],
  ['an alternative with fewer types', [{ type: ['string', 'null'] }, text], [[1, 0]]],
  ['an enum with fewer values', [{ enum: ['a', 'b'] }, { enum: ['b'] }], [[1, 0]]],
  [
    'an alternative that requires more properties',
    [{ required: ['id'] }, { required: ['name', 'id'] }],
    [[1, 0]],
  ],
  ['none that has another value for a keyword', [{ maxLength: 1 }, { maxLength: 2 }], []],
  ['none that requires other properties', [{ required: ['id'] }, { required: ['name'] }], []],
  ['none next to an enum that lacks its values', [{ enum: ['a'] }, text], []],
  [
    'none whose keyword depends on its neighbours',
    [{ additionalProperties: false }, { additionalProperties: false, properties: { id: {} } }],
    [],
  ],
  ['none if the others are not schemas', [1, text, 'x'], []],
])('%s is covered', (_, list, covered) => {
  expect(coveredIn(list)).toEqual(covered);
});
