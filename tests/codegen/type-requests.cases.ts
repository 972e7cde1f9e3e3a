import { describe, expect, test } from '@jest/globals';

import { generateTypes } from '../../src/codegen/generate-types';
import { typeRequestsOf } from '../../src/codegen/type-requests';
import type { Contract } from '../../src/model/contracts/contract';
import { contractOf, rangeOf } from './contract-of';
import { schemasOf } from './fixture-schemas';

const CONTRACTS = [
  contractOf('versions.index', { '-': 'index.json' }),
  contractOf('servers.show', { '2.9-': 'v29.json', '-2.2': 'v21.json', '2.3-2.8': 'v23.json' }),
  contractOf('servers.tags', { '2.26-': 'v29.json' }),
  contractOf('images.show', { '-': 'image.json' }, '-2.35'),
];

function requestsOf(contracts: readonly Contract[]): ReturnType<typeof typeRequestsOf> {
  return typeRequestsOf({ contracts, samples: [], baseMicroversion: { major: 2, minor: 1 } });
}

describe('typeRequestsOf', () => {
  test('requests one type per range, and one with the name of the contract that combines them', () => {
    const { requests, contracts } = requestsOf(CONTRACTS);
    expect(requests).toEqual([
      { name: 'VersionsIndex', schema: { file: 'index.json', pointer: '' } },
      { name: 'ServersShow_2_9', schema: { file: 'v29.json', pointer: '' } },
      { name: 'ServersShow_To_2_2', schema: { file: 'v21.json', pointer: '' } },
      { name: 'ServersShow_2_3', schema: { file: 'v23.json', pointer: '' } },
      { name: 'ServersTags_2_26', schema: { file: 'v29.json', pointer: '' } },
      { name: 'ImagesShow_Any', schema: { file: 'image.json', pointer: '' } },
    ]);
    expect(contracts).toEqual([
      {
        name: 'ServersShow',
        members: [
          { name: 'ServersShow_To_2_2', range: rangeOf('-2.2') },
          { name: 'ServersShow_2_3', range: rangeOf('2.3-2.8') },
          { name: 'ServersShow_2_9', range: rangeOf('2.9-') },
        ],
      },
      { name: 'ServersTags', members: [{ name: 'ServersTags_2_26', range: rangeOf('2.26-') }] },
      { name: 'ImagesShow', members: [{ name: 'ImagesShow_Any', range: rangeOf('-2.35') }] },
    ]);
  });

  test('limits ranges to the range in which the operation exists', () => {
    const { contracts } = requestsOf([
      contractOf('a', { '-2.4': 'a.json', '2.5-2.9': 'b.json', '2.10-': 'c.json' }, '2.3-2.20'),
    ]);
    expect(contracts[0]?.members.map(({ range }) => range)).toEqual(
      ['2.3-2.4', '2.5-2.9', '2.10-2.20'].map(rangeOf),
    );
  });

  test('requests nothing where there are no contracts; the index is still a module', async () => {
    const files = await generateTypes({ schemas: schemasOf({}), ...requestsOf([]) });
    expect(files.map(({ path, text }) => [path, text.split('\n').slice(3)])).toEqual([
      ['index.ts', ['export {};', '']],
    ]);
  });
});
