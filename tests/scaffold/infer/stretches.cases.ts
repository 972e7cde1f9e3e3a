import { describe, expect, test } from '@jest/globals';

import {
  formatMicroversion,
  parseMicroversion,
  type Microversion,
} from '../../../src/model/versions/microversion';
import { formatRange, rangeContains } from '../../../src/model/versions/version-range';
import { stretchesOf } from '../../../src/scaffold/infer/stretches';
import { createRandom, generateObject } from '../generate-value';

function at(text: string): Microversion {
  const microversion = parseMicroversion(text);
  if (microversion === undefined) throw new Error(text);
  return microversion;
}

function ranges(samples: readonly (readonly [microversion: string, value: unknown])[]): readonly string[] {
  return stretchesOf(samples.map(([text, value]) => ({ microversion: at(text), value }))).map(
    ({ first, range, values }) =>
      `v${formatMicroversion(first)}: ${formatRange(range)}, ${values.length} of ${samples.length}`,
  );
}

const A = { a: 1 };
const B = { a: 1, b: 1 };

describe('stretchesOf', () => {
  test.each<[because: string, samples: readonly (readonly [string, unknown])[], expected: readonly string[]]>(
    [
      ['no sample', [], []],
      ['one sample', [['2.9', A]], ['v2.9: every microversion, 1 of 1']],
      [
        'one shape',
        [
          ['2.9', A],
          ['2.1', { a: 2 }],
        ],
        ['v2.1: every microversion, 2 of 2'],
      ],
      [
        'microversions in numeric, not alphabetical, order',
        [
          ['2.10', B],
          ['2.9', A],
          ['2.1', A],
          ['2.100', B],
        ],
        ['v2.1: up to 2.9, 2 of 4', 'v2.10: 2.10 and later, 2 of 4'],
      ],
      [
        'a shape that returns later',
        [
          ['2.1', A],
          ['2.3', B],
          ['2.5', A],
        ],
        ['v2.1: up to 2.2, 1 of 3', 'v2.3: 2.3 to 2.4, 1 of 3', 'v2.5: 2.5 and later, 1 of 3'],
      ],
      [
        'two samples of one microversion, which are always in one stretch',
        [
          ['2.1', A],
          ['2.1', B],
          ['2.2', A],
        ],
        ['v2.1: up to 2.1, 2 of 3', 'v2.2: 2.2 and later, 1 of 3'],
      ],
      [
        'a boundary within a later major',
        [
          ['1.90', A],
          ['2.3', B],
        ],
        ['v1.90: up to 2.2, 1 of 2', 'v2.3: 2.3 and later, 1 of 2'],
      ],
      [
        'a boundary at a new major: the range ends at the last known microversion',
        [
          ['1.90', A],
          ['2.0', B],
        ],
        ['v1.90: up to 1.90, 1 of 2', 'v2.0: 2.0 and later, 1 of 2'],
      ],
      [
        'a shape that earlier samples of the stretch have only together',
        [
          ['2.1', [{ a: 1 }, { a: 1, b: 1 }]],
          ['2.2', [{ a: 1, b: 1 }]],
          ['2.3', [{ b: 1, a: 1 }, { a: 1 }]],
        ],
        ['v2.1: every microversion, 3 of 3'],
      ],
    ],
  )('%s', (_, samples, expected) => {
    expect(ranges(samples)).toEqual(expected);
  });

  test('covers every microversion with one range, and every sample with the range of its stretch', () => {
    const wrong = Array.from({ length: 100 }, (_, seed) => {
      const random = createRandom(seed);
      const samples = Array.from({ length: 1 + Math.floor(random() * 9) }, () => ({
        microversion: { major: 2, minor: 1 + Math.floor(random() * 30) },
        value: generateObject(random, 1),
      }));
      const stretches = stretchesOf(samples);
      const holders = Array.from({ length: 40 }, (__, minor) =>
        stretches.filter(({ range }) => rangeContains(range, { major: 2, minor })),
      );
      return {
        seed,
        isHeldOnce: holders.every((found) => found.length === 1),
        isPlaced: samples.every(
          ({ microversion, value }) => holders[microversion.minor]?.[0]?.values.includes(value) === true,
        ),
      };
    }).filter(({ isHeldOnce, isPlaced }) => !isHeldOnce || !isPlaced);
    expect(wrong).toEqual([]);
  });
});
