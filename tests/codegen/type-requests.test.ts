import { describe, expect, test } from '@jest/globals';

import { generateTypes } from '../../src/codegen/generate-types';
import { typeRequestsOf } from '../../src/codegen/type-requests';
import type { Contract } from '../../src/model/contract';
import type { VersionRange } from '../../src/model/version-range';
import { schemasOf } from './fixture-schemas';

function contract(
  name: string,
  versions: readonly (readonly [schema: string, range: VersionRange])[],
): Contract {
  const place = { file: 'contracts.yaml' };
  return {
    name,
    place,
    patterns: [],
    live: [],
    versions: versions.map(([file, range]) => ({ range, place, schema: { file, pointer: '' } })),
  };
}

const CONTRACTS = [
  contract('versions.index', [['index.json', {}]]),
  contract('servers.show', [
    ['v21.json', { max: { major: 2, minor: 2 } }],
    ['v23.json', { min: { major: 2, minor: 3 }, max: { major: 2, minor: 8 } }],
    ['v29.json', { min: { major: 2, minor: 9 } }],
  ]),
  contract('servers.tags', [['v29.json', { min: { major: 2, minor: 26 } }]]),
];

describe('typeRequestsOf', () => {
  test('asks for a type a range, and for the union of them under the name of the contract', () => {
    expect(typeRequestsOf(CONTRACTS)).toEqual({
      requests: [
        { name: 'VersionsIndex', schema: { file: 'index.json', pointer: '' } },
        { name: 'ServersShow_To_2_2', schema: { file: 'v21.json', pointer: '' } },
        { name: 'ServersShow_2_3', schema: { file: 'v23.json', pointer: '' } },
        { name: 'ServersShow_2_9', schema: { file: 'v29.json', pointer: '' } },
        { name: 'ServersTags_2_26', schema: { file: 'v29.json', pointer: '' } },
      ],
      unions: [
        { name: 'ServersShow', members: ['ServersShow_To_2_2', 'ServersShow_2_3', 'ServersShow_2_9'] },
        { name: 'ServersTags', members: ['ServersTags_2_26'] },
      ],
    });
  });

  test('asks for what generateTypes can write', async () => {
    const schemas = schemasOf({ 'index.json': {}, 'v21.json': {}, 'v23.json': {}, 'v29.json': {} });
    const files = await generateTypes({ schemas, ...typeRequestsOf(CONTRACTS) });
    expect(
      files
        .find(({ path }) => path === 'index.ts')
        ?.text.split('\n')
        .slice(3),
    ).toEqual([
      "import type { ServersShow_2_3 } from './v23.js';",
      "import type { ServersShow_2_9 } from './v29.js';",
      "import type { ServersShow_To_2_2 } from './v21.js';",
      "import type { ServersTags_2_26 } from './v29.js';",
      "export type { ServersShow_2_3 } from './v23.js';",
      "export type { ServersShow_2_9 } from './v29.js';",
      "export type { ServersShow_To_2_2 } from './v21.js';",
      "export type { ServersTags_2_26 } from './v29.js';",
      "export type { VersionsIndex } from './index-json.js';",
      'export type ServersShow = ServersShow_To_2_2 | ServersShow_2_3 | ServersShow_2_9;',
      'export type ServersTags = ServersTags_2_26;',
      '',
    ]);
  });

  test('asks for nothing where there is no contract, which gives an index that is still a module', async () => {
    const files = await generateTypes({ schemas: schemasOf({}), ...typeRequestsOf([]) });
    expect(files.map(({ path, text }) => [path, text.split('\n').slice(3)])).toEqual([
      ['index.ts', ['export {};', '']],
    ]);
  });
});
