import { describe, expect, test } from '@jest/globals';

import { groupSamples } from '../../src/scaffold/group-samples';
import { scaffoldContract, type ScaffoldedContract } from '../../src/scaffold/scaffold-contract';

function contractsOf(values: Readonly<Record<string, unknown>>): readonly ScaffoldedContract[] {
  const valuesByPath = new Map(
    Object.entries(values).map(([path, value]) => [path, value === undefined ? [] : [value]]),
  );
  return groupSamples([...valuesByPath.keys()]).map((group) =>
    scaffoldContract(group, valuesByPath, { major: 2, minor: 1 }),
  );
}

const A = { a: 1 };
const B = { b: 1 };

describe('scaffoldContract', () => {
  test('has ranges where the shape changes; a sample outside any folder has the base microversion', () => {
    expect(
      contractsOf({ 'servers/show.json': A, 'servers/v2.3/show.json': B, 'servers/v2.9/show.json': A }),
    ).toEqual([
      {
        name: 'servers.show',
        entry: {
          ranges: [
            { max_version: '2.2', schema: 'servers/show/v2.1.json' },
            { min_version: '2.3', max_version: '2.8', schema: 'servers/show/v2.3.json' },
            { min_version: '2.9', schema: 'servers/show/v2.9.json' },
          ],
          samples: 'servers/{microversion}/show.json',
        },
        schemas: [
          { path: 'servers/show/v2.1.json', values: [A] },
          { path: 'servers/show/v2.3.json', values: [B] },
          { path: 'servers/show/v2.9.json', values: [A] },
        ],
      },
    ]);
  });

  test.each<[because: string, values: Readonly<Record<string, unknown>>, inferredFrom: readonly unknown[]]>([
    ['one shape', { 'servers/show.json': A, 'servers/v2.3/show.json': { a: 2 } }, [A, { a: 2 }]],
    ['another shape that is not JSON', { 'servers/show.json': A, 'servers/v2.3/show.json': undefined }, [A]],
    ['no sample that is JSON', { 'servers/v2.3/show.json': undefined }, []],
  ])('has one schema for %s', (_, values, inferredFrom) => {
    expect(contractsOf(values)).toEqual([
      {
        name: 'servers.show',
        entry: { schema: 'servers/show.json', samples: 'servers/{microversion}/show.json' },
        schemas: [{ path: 'servers/show.json', values: inferredFrom }],
      },
    ]);
  });
});
