import { expect, test } from '@jest/globals';

import { islandsOf } from '../../../src/engine/kept/affected';
import type { KeptSchema } from '../../../src/engine/kept/judgement';

const schema = (...files: readonly string[]): KeptSchema => ({ files, isPlain: true, problems: [] });

test('schemas that reach the same file are in one island', () => {
  const { islandOf, filesIn } = islandsOf(
    new Map([
      ['a', schema('a.json', 'shared.json')],
      ['b', schema('b.json', 'other.json')],
      ['c', schema('c.json', 'shared.json', 'd.json')],
      ['d', schema('d.json')],
    ]),
  );
  expect(new Set(['a', 'c', 'd'].map(islandOf)).size).toBe(1);
  expect(islandOf('b')).not.toBe(islandOf('a'));
  expect(islandOf('none')).toBeUndefined();
  const inA = [...filesIn].flatMap(([file, island]) => (island === islandOf('a') ? [file] : []));
  expect(inA.toSorted()).toEqual(['a.json', 'c.json', 'd.json', 'shared.json']);
});

test.each([
  ['forwards', (index: number) => [index, index + 1]],
  ['backwards', (index: number) => [index + 1, index]],
])('200,000 schemas of which each shares a file with the next are one island, %s', (_, files) => {
  const chain = Array.from(
    { length: 200_000 },
    (__, index) => [`${index}`, schema(...files(index).map((file) => `${file}.json`))] as const,
  );
  const { filesIn } = islandsOf(new Map(chain));
  expect(filesIn.size).toBe(200_001);
  expect(new Set(filesIn.values()).size).toBe(1);
});
