import { describe, expect, test } from '@jest/globals';

import type { JsonPointer } from '../../src/model/json/json-pointer';
import { valueAt } from '../../src/model/json/json-pointer';
import { createChance } from '../../src/strength/chance';
import type { Mutation, Mutator } from '../../src/strength/mutation';
import { doubtfulList } from '../../src/strength/mutators/doubtful-list';
import { doubtfulNumber } from '../../src/strength/mutators/doubtful-number';
import { doubtfulText } from '../../src/strength/mutators/doubtful-text';
import { foreignItem } from '../../src/strength/mutators/foreign-item';
import { misspeltKey } from '../../src/strength/mutators/misspelt-key';
import { misspeltValue } from '../../src/strength/mutators/misspelt-value';
import { missingKey } from '../../src/strength/mutators/missing-key';
import { nearMiss } from '../../src/strength/mutators/near-miss';
import { otherType } from '../../src/strength/mutators/other-type';
import { placeholder } from '../../src/strength/mutators/placeholder';
import { MUTATORS } from '../../src/strength/mutators/mutator-registry';
import { unknownKey } from '../../src/strength/mutators/unknown-key';
import { formOf } from '../../src/strength/text-forms';

/** The mutations of the property `at` of a document. Properties that start with `id` count as present in every sample. */
function mutationsOf(mutate: Mutator, at: unknown): readonly Mutation[] {
  return [
    ...mutate({
      document: { before: 1, at, after: [2] },
      location: '/at',
      value: at,
      form: at === 'self' || at === 'AAB' ? 'constant' : formOf(String(at)),
      isEverywhere: (key) => key.startsWith('id'),
      chance: createChance('1'),
    }),
  ];
}

describe('mutators', () => {
  test.each<
    readonly [
      title: string,
      mutate: Mutator,
      value: unknown,
      mutants: readonly (readonly [unknown, string])[],
    ]
  >([
    [
      'a string gets every other type',
      otherType,
      'a',
      [
        [null, 'other-type'],
        [true, 'other-type'],
        [42, 'other-type'],
        [[], 'other-type'],
        [{}, 'other-type'],
      ],
    ],
    [
      'a number is put in quotes',
      otherType,
      8,
      [
        [null, 'other-type'],
        [true, 'other-type'],
        ['8', 'other-type'],
        [[], 'other-type'],
        [{}, 'other-type'],
      ],
    ],
    ['a null is unchanged', otherType, null, []],
    ['an array gets an item of another type', foreignItem, ['a', 'b'], [[['a', 'b', 42], 'other-type']]],
    ['an array of numbers gets a string', foreignItem, [1], [[[1, 'FIXME'], 'other-type']]],
    ['an array of several types is unchanged', foreignItem, [1, 'a'], []],
    ['an empty array is unchanged', foreignItem, [], []],
    [
      'a property is removed, which is certainly wrong if every sample has it',
      missingKey,
      { id: 1, name: 2 },
      [
        [{ name: 2 }, 'missing-key'],
        [{ id: 1 }, 'doubtful'],
      ],
    ],
    ['a property is added', unknownKey, { extra: 1 }, [[{ extra: 1, extra_1: 'FIXME' }, 'unknown-key']]],
    ['a property name is misspelt', misspeltKey, { id: 1 }, [[{ di: 1 }, 'unknown-key']]],
    ['a property name that would become an existing one is unchanged', misspeltKey, { id: 1, di: 2 }, []],
    ['an enumerated value becomes a placeholder', placeholder, 'self', [['FIXME', 'any-string']]],
    ['a version becomes a placeholder', placeholder, '2.60', [['FIXME', 'any-string']]],
    ['free text may be a placeholder', placeholder, 'a server', [['FIXME', 'doubtful']]],
    [
      'a version becomes almost a version',
      nearMiss,
      'v2.60',
      [
        ['v2x60', 'misspelt'],
        ['v2.60.', 'misspelt'],
        ['xv2.60', 'misspelt'],
      ],
    ],
    ['free text has no near miss', nearMiss, 'a server', []],
    ['an enumerated value is misspelt', misspeltValue, 'self', [['sefl', 'misspelt']]],
    ['a value that looks enumerated is misspelt', misspeltValue, 'AAB', [['ABA', 'misspelt']]],
    ['free text is not misspelt', misspeltValue, 'server', []],
    [
      'a string may be empty, long, with a space or in another case',
      doubtfulText,
      'a',
      [
        ['', 'doubtful'],
        [`a${'x'.repeat(1000)}`, 'doubtful'],
        ['a ', 'doubtful'],
        ['A', 'doubtful'],
      ],
    ],
    [
      'a number may be negative, a fraction or huge',
      doubtfulNumber,
      7,
      [
        [-8, 'doubtful'],
        [7.5, 'doubtful'],
        [1e15, 'doubtful'],
      ],
    ],
    [
      'an array may be empty, or have its first item twice',
      doubtfulList,
      [1, 2],
      [
        [[], 'doubtful'],
        [[1, 1, 2], 'doubtful'],
      ],
    ],
  ])('%s', (_, mutate, value, mutants) => {
    const found = mutationsOf(mutate, value);
    expect(found.map(({ document, fault }) => [valueAt(document, '/at'), fault.kind])).toEqual(mutants);
    // The rest of the document is unchanged.
    for (const { document } of found) expect(document).toMatchObject({ before: 1, after: [2] });
  });

  test('do not modify the sample, and always change something in the copy', () => {
    const document = { a: { b: ['x', 'self', 1, { id: '2.60' }], c: null, d: true, e: '', 'f/g': 1.5 } };
    const before = structuredClone(document);
    const locations: readonly JsonPointer[] = ['', '/a', '/a/b', '/a/b/1', '/a/b/3/id', '/a/f~1g', '/a/e'];
    const mutants = locations.flatMap((location) =>
      MUTATORS.flatMap((mutate) => [
        ...mutate({
          document,
          location,
          value: valueAt(document, location),
          form: formOf(String(valueAt(document, location))),
          isEverywhere: () => true,
          chance: createChance(location),
        }),
      ]),
    );
    expect(mutants.length).toBeGreaterThan(60);
    for (const mutant of mutants) expect(mutant.document).not.toEqual(before);
    expect(document).toEqual(before);
  });
});

test.each([
  ['missing', missingKey],
  ['misspelt', misspeltKey],
])(
  'mutations with a %s property of a large object are made lazily, because time may run out',
  (_, mutate) => {
    let copies = 0;
    const keys = Object.fromEntries(Array.from({ length: 100 }, (_key, index) => [`key${index}`, index]));
    const value = {
      ...keys,
      get counted() {
        copies += 1;
        return 1;
      },
    };
    const target = {
      document: value,
      location: '',
      value,
      form: undefined,
      isEverywhere: () => true,
      chance: createChance('1'),
    };
    const [first] = mutate(target);
    expect(first?.location).toBe('');
    expect(copies).toBe(1);
  },
);
