import { beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';

import { generateTypes } from '../../src/codegen/generate-types';
import type { GeneratedFile } from '../../src/codegen/contract-type-files';
import { staleTypes } from '../../src/codegen/stale-types';
import { typeRequestsOf } from '../../src/codegen/type-requests';
import type { Contract } from '../../src/model/contracts/contract';
import { runTsc, type CompilerError } from '../types/run-tsc';
import { contractOf } from './contract-of';
import { schemasOf } from './fixture-schemas';
import { expectGolden } from '../golden';

function schemaWith(key: string): object {
  return {
    type: 'object',
    properties: { [key]: { type: 'string' } },
    required: [key],
    additionalProperties: false,
  };
}

const SCHEMAS = schemasOf({
  'servers/show.json': schemaWith('a'),
  'servers/show-v23.json': schemaWith('b'),
  'servers/show-v29.json': schemaWith('c'),
  'servers/tags.json': schemaWith('tag'),
  'image.json': schemaWith('image'),
  'microversion.json': schemaWith('microversion'),
});

const CONTRACTS = [
  contractOf('servers.show', {
    '-2.2': 'servers/show.json',
    '2.3-2.8': 'servers/show-v23.json',
    '2.9-': 'servers/show-v29.json',
  }),
  contractOf('servers.tags', { '2.3-': 'servers/tags.json' }),
  contractOf('servers.gap', { '-2.2': 'servers/show.json', '2.5-': 'servers/show-v29.json' }),
  contractOf('images.show', { '-': 'image.json' }, '-2.5'),
  contractOf('a-name-so-long-that-a-line-of-its-types-does-not-fit', { '2.3-': 'servers/tags.json' }),
  contractOf('microversions', { '-': 'microversion.json' }),
];

function generate(contracts: readonly Contract[], newest = 12): Promise<readonly GeneratedFile[]> {
  const live = { method: 'GET', path: '/', status: 200, ignore: [], negotiates: false, token: false };
  const place = { file: 'contracts.yaml' };
  const request = { ...live, place, microversion: { major: 2, minor: newest } };
  const project = {
    contracts: contracts.map((contract) => ({ ...contract, live: [request] })),
    samples: [],
    baseMicroversion: { major: 2, minor: 1 },
  };
  return generateTypes({ schemas: SCHEMAS, ...typeRequestsOf(project) });
}

const PATHS = [
  'by-microversion/ANameSoLongThatALineOfItsTypesDoesNotFit.ts',
  'by-microversion/ImagesShow.ts',
  'by-microversion/ServersGap.ts',
  'by-microversion/ServersShow.ts',
  'by-microversion/ServersTags.ts',
  'index.ts',
  'microversion.ts',
];

describe('the types of contracts with ranges', () => {
  let files: readonly GeneratedFile[] = [];
  beforeAll(async () => {
    files = await generate(CONTRACTS);
  });

  test('are in one file per contract, next to those of the schemas', () => {
    expect(files.map(({ path }) => path)).toEqual(
      [
        ...PATHS,
        'image.ts',
        'microversion-json.ts',
        ...['show', 'show-v23', 'show-v29', 'tags'].map((name) => `servers/${name}.ts`),
      ].sort(),
    );
  });

  test.each(PATHS)('%s equals its golden file', (path) => {
    expectGolden(`types/ranges/${path}.txt`, files.find((file) => file.path === path)?.text ?? '');
  });

  test('do not depend on the order of contracts and ranges', async () => {
    const reversed = CONTRACTS.map((contract) => ({ ...contract, versions: contract.versions.toReversed() }));
    expect(await generate(reversed.toReversed())).toEqual(files);
  });

  test('are stale in one file when there is a new microversion, and in three when there is a new range', async () => {
    const existing = new Map(files.map(({ path, text }) => [path, text]));
    expect(staleTypes(await generate(CONTRACTS, 13), existing)).toEqual({
      missing: [],
      changed: ['microversion.ts'],
      extra: [],
    });
    const [show, ...others] = CONTRACTS;
    const later = contractOf('later', { '2.11-': 'servers/show-v29.json' }).versions;
    const split = show === undefined ? [] : [{ ...show, versions: [...show.versions.slice(0, 2), ...later] }];
    expect(staleTypes(await generate([...split, ...others]), existing)).toEqual({
      missing: [],
      changed: ['by-microversion/ServersShow.ts', 'index.ts', 'servers/show-v29.ts'],
      extra: [],
    });
  });

  test('are removed with the ranges', async () => {
    const existing = new Map(files.map(({ path, text }) => [path, text]));
    const left = CONTRACTS.filter(({ name }) => name === 'microversions');
    const stale = staleTypes(await generate(left), existing);
    expect(stale.missing).toEqual(['microversion.ts'].filter((path) => !existing.has(path)));
    expect(stale.extra).toEqual(
      expect.arrayContaining(PATHS.filter((path) => path.startsWith('by-microversion/'))),
    );
  });

  test.each<[names: string, contracts: readonly Contract[], message: string]>([
    [
      'the same name',
      [contractOf('a.b', { '2.3-': 'image.json' }), contractOf('a-b', { '-': 'image.json' })],
      'the type name AB is used for the ranges of a contract and for `image.json`: rename a contract',
    ],
    [
      'the name of the microversions of another contract',
      [contractOf('a', { '2.3-': 'image.json' }), contractOf('a-by-microversion', { '-': 'image.json' })],
      'the type name AByMicroversion is used for the microversions of a contract and for `image.json`: rename a contract',
    ],
    [
      'the name of the type of microversions',
      [contractOf('a', { '2.3-': 'image.json' }), contractOf('microversion', { '-': 'image.json' })],
      'the type name Microversion is used for the microversions and for `image.json`: rename a contract',
    ],
    [
      'names that differ only in case',
      [contractOf('a.b', { '2.3-': 'image.json' }), contractOf('ab', { '2.3-': 'image.json' })],
      'the types AB, Ab would be written to the same file: rename a contract',
    ],
  ])('are rejected where contracts have %s', async (_, contracts, message) => {
    await expect(generate(contracts)).rejects.toEqual(
      expect.objectContaining({ name: 'UsageError', message }),
    );
  });
});

const EXPECT_TYPE = join(__dirname, '..', '..', 'node_modules', 'expect-type', 'dist', 'index.js');

/** Each line compiles, unless it is marked as an error. */
const PROGRAM = `import { expectTypeOf } from ${JSON.stringify(EXPECT_TYPE)};
import type {
  Backwards,
  ImagesShow,
  Microversion,
  Microversions,
  NewestMicroversion,
  OldestMicroversion,
  Record as OfRecord,
  ServersGap,
  ServersShow,
  ServersShowByMicroversion,
  ServersShow_2_3,
  ServersShow_2_9,
  ServersShow_To_2_2,
  ServersTags,
  ServersTagsByMicroversion,
  ServersTags_2_3,
} from './index.js';

expectTypeOf<ServersShow<'2.1'>>().toEqualTypeOf<ServersShow_To_2_2>();
expectTypeOf<ServersShow<'2.2'>>().toEqualTypeOf<ServersShow_To_2_2>();
expectTypeOf<ServersShow<'2.3'>>().toEqualTypeOf<ServersShow_2_3>();
expectTypeOf<ServersShow<'2.8'>>().toEqualTypeOf<ServersShow_2_3>();
expectTypeOf<ServersShow<'2.9'>>().toEqualTypeOf<ServersShow_2_9>();
expectTypeOf<ServersShow<'2.12'>>().toEqualTypeOf<ServersShow_2_9>();
expectTypeOf<ServersShow<'2.2' | '2.3'>>().toEqualTypeOf<ServersShow_To_2_2 | ServersShow_2_3>();
expectTypeOf<ServersShow>().toEqualTypeOf<ServersShow_To_2_2 | ServersShow_2_3 | ServersShow_2_9>();
expectTypeOf<ServersShow<Microversion>>().toEqualTypeOf<ServersShow>();
expectTypeOf<keyof ServersShowByMicroversion>().toEqualTypeOf<Microversion>();
expectTypeOf<ServersShow<NewestMicroversion>>().toEqualTypeOf<ServersShow_2_9>();
expectTypeOf<ServersShow<OldestMicroversion>>().toEqualTypeOf<ServersShow_To_2_2>();
expectTypeOf<ServersTags>().toEqualTypeOf<ServersTags_2_3>();
expectTypeOf<Exclude<Microversion, keyof ServersTagsByMicroversion>>().toEqualTypeOf<'2.1' | '2.2'>();
expectTypeOf<keyof ServersTagsByMicroversion>().toExtend<Microversion>();
expectTypeOf<ImagesShow<'2.5'>>().toEqualTypeOf<{ image: string }>();
expectTypeOf<Microversions>().toEqualTypeOf<{ microversion: string }>();
// A contract whose range is empty has no known microversion, so any string is accepted.
expectTypeOf<Backwards<string>>().toEqualTypeOf<{ image: string }>();
expectTypeOf<OfRecord<'2.3'>>().toEqualTypeOf<{ image: string }>();
export const at = <V extends keyof ServersShowByMicroversion>(_: V): ServersShow<V>[] => [];
expectTypeOf(at('2.4')).toEqualTypeOf<ServersShow_2_3[]>();
// @ts-expect-error there is no such microversion yet
export type Later = ServersShow<'2.13'>;
// @ts-expect-error 2.09 is not a microversion
export type Misspelled = ServersShow<'2.09'>;
// @ts-expect-error a number is not a microversion
export type OfNumber = ServersShow<2.9>;
// @ts-expect-error there are no tags at 2.2
export type Earlier = ServersTags<'2.2'>;
// @ts-expect-error images were removed before 2.6
export type Gone = ImagesShow<'2.6'>;
// @ts-expect-error there is no schema at 2.3
export type Missing = ServersGap<'2.3'>;
export const right: ServersShow<'2.8'> = { b: '' };
// @ts-expect-error this is the document from 2.9 on
export const wrong: ServersShow<'2.8'> = { c: '' };
`;

describe('a type by microversion', () => {
  let errors: ReadonlyMap<string, readonly CompilerError[]> = new Map();
  beforeAll(async () => {
    const twice = contractOf('twice', { '2.3-2.8': 'image.json', '2.5-': 'servers/tags.json' });
    const backwards = contractOf('backwards', { '2.5-2.3': 'image.json' });
    // TypeScript has a type of this name, which the files of the others use.
    const record = contractOf('record', { '2.3-2.8': 'image.json' });
    const files = await generate([...CONTRACTS, twice, backwards, record]);
    errors = runTsc(
      new Map([...files.map(({ path, text }) => [path, text] as const), ['program.ts', PROGRAM]]),
    );
  });

  test('compiles in the strictest mode, even where ranges overlap', () => {
    expect([...errors].filter(([path, found]) => path !== 'program.ts' && found.length > 0)).toEqual([]);
  });

  test('is the type of the range at each microversion, the union of them without an argument, and otherwise an error', () => {
    expect(errors.get('program.ts')).toEqual([]);
  });
});
