import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

import { describe, expect, test } from '@jest/globals';

import { check } from '../../../src/engine/check';
import type { Judgement } from '../../../src/engine/kept/judgement';
import type { CheckResult } from '../../../src/model/findings/check-result';
import type { Severity } from '../../../src/model/severity';
import { LOOKS } from '../../../src/project/disk/look';
import { recordLooks } from '../../../src/project/disk/recorded-looks';
import { tempProject } from '../temp-project';

const server = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string' }, host: { type: 'string' } },
};

const FILES = {
  'contracts.json': {
    base_microversion: '2.1',
    contracts: {
      show: {
        ranges: [
          { max_version: '2.8', schema: 'show.json' },
          { min_version: '2.9', schema: 'show-new.json' },
        ],
        samples: ['show.json', 'v2.9/show.json'],
      },
      list: { schema: 'list.json', samples: 'list.json' },
      flavor: { schema: 'flavor.json', samples: 'flavor.json' },
      wrong: { schema: 'flavor.json', samples: [{ path: 'wrong.json', expect: 'invalid' }] },
      none: { schema: 'flavor.json', samples: 'none-yet.json' },
      versions: { schema: 'versions.json', samples: 'versions.json' },
    },
  },
  'schemas/show.json': { type: 'object', properties: { server: { $ref: 'defs.json#/$defs/server' } } },
  'schemas/show-new.json': {
    type: 'object',
    required: ['server'],
    properties: { server: { $ref: 'defs.json#/$defs/server' } },
  },
  'schemas/list.json': {
    type: 'object',
    properties: { servers: { type: 'array', items: { $ref: 'defs.json#/$defs/server' } } },
  },
  'schemas/defs.json': { $defs: { server } },
  'schemas/flavor.json': {
    type: 'object',
    required: ['ram'],
    properties: { ram: { type: 'integer', minLength: 2 }, disk: { type: 'integer' } },
  },
  'schemas/unused.json': { type: 'string' },
  'schemas/versions.json': {},
  'api_samples/show.json': { server: { id: 'a', host: 'h' } },
  'api_samples/v2.9/show.json': { server: { id: 'a', host: 'h' } },
  'api_samples/list.json': { servers: [{ id: 'a' }, { id: 'b' }] },
  'api_samples/flavor.json': { ram: 1, dsk: 2 },
  'api_samples/wrong.json': { ram: 'much' },
  'api_samples/unclaimed.json': {},
  'api_samples/versions.json': {
    versions: [
      {
        id: 'v2.1',
        status: 'CURRENT',
        version: '2.9',
        min_version: '2.1',
        updated: '2013-07-23T11:33:21Z',
        links: [{ rel: 'self', href: 'http://openstack.example.com/v2.1/' }],
      },
    ],
  },
};

interface Remembered {
  readonly cwd: string;
  readonly least: Severity;
  readonly judgement: Judgement | undefined;
}

/** Checks a project, and keeps what is found out as a file would keep it. */
async function remember(
  files: Readonly<Record<string, unknown>> = FILES,
  least: Severity = 'info',
): Promise<Remembered> {
  const cwd = tempProject(files);
  recordLooks();
  let judgement: Judgement | undefined;
  await check({
    cwd,
    least,
    memory: {
      recall: () => undefined,
      onUse: () => {},
      keep: (found) => {
        judgement = deserialize(serialize(found));
      },
    },
  });
  return { cwd, judgement, least };
}

/** Checks again after changes of these files, and says whether what was found out before was used. */
async function again(
  { cwd, judgement, least }: Remembered,
  ...changed: readonly string[]
): Promise<{ readonly isUsed: boolean; readonly result: CheckResult }> {
  let isUsed = false;
  const result = await check({
    cwd,
    least,
    memory: {
      recall: () =>
        judgement === undefined
          ? undefined
          : { judgement, changed: new Map(changed.map((path) => sightingOf(join(cwd, path)))) },
      onUse: () => {
        isUsed = true;
      },
      keep: () => {},
    },
  });
  return { isUsed, result };
}

/** What is seen of a changed file, or of a folder that something was added to or removed from. */
function sightingOf(path: string): readonly [look: string, seen: string] {
  const how = LOOKS.kind(path) === 'folder' ? 'names' : 'content';
  return [`${how} ${path}`, LOOKS[how](path)];
}

function write({ cwd }: Remembered, path: string, content: unknown): void {
  writeFileSync(
    join(cwd, path),
    typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`,
  );
}

/** Results have getters for texts that are read late. */
function plain(result: CheckResult): unknown {
  return JSON.parse(JSON.stringify(result));
}

test('without a change, everything is as it was', async () => {
  const last = await remember();
  const { isUsed, result } = await again(last);
  expect(isUsed).toBe(true);
  expect(result.findings.length).toBeGreaterThan(5);
  expect(plain(result)).toEqual(plain(await check({ cwd: last.cwd })));
});

describe('the result is that of a whole run after', () => {
  test.each<[string, string, unknown]>([
    ['a value that changes', 'api_samples/show.json', { server: { id: 'other', host: 'h' } }],
    ['a value that its schema refuses', 'api_samples/show.json', { server: { id: 1, host: 'h' } }],
    ['a property that is missing', 'api_samples/v2.9/show.json', {}],
    ['a misspelt property', 'api_samples/flavor.json', { ram: 1, diks: 2 }],
    ['a misspelt property that is mended', 'api_samples/flavor.json', { ram: 1, disk: 2 }],
    ['a text that is no JSON', 'api_samples/v2.9/show.json', '{ "server": '],
    ['a text that is no JSON, in a series', 'api_samples/show.json', '{ "server": '],
    ['an empty text', 'api_samples/list.json', ''],
    ['a byte order mark', 'api_samples/list.json', '\uFEFF{ "servers": [] }\n'],
    ['a repeated property', 'api_samples/list.json', '{ "servers": [], "servers": [] }\n'],
    ['a number that is not exact', 'api_samples/flavor.json', '{ "ram": 12345678901234567890 }\n'],
    ['a list that gets what it lacks', 'api_samples/list.json', { servers: [{ id: 'a', host: 'h' }] }],
    ['a sample that becomes right, although it must not', 'api_samples/wrong.json', { ram: 1 }],
    ['a sample that no contract claims', 'api_samples/unclaimed.json', { versions: [] }],
    [
      'a sample that becomes a versions document',
      'api_samples/list.json',
      { versions: [{ id: 'v2.1', status: 'X' }] },
    ],
    ['a versions document that lacks something', 'api_samples/versions.json', { versions: [{ id: 'v2.1' }] }],
    ['a versions document that is none any more', 'api_samples/versions.json', { flavors: [] }],
    ['a sample that equals the one before', 'api_samples/v2.9/show.json', { server: { id: 'a', host: 'h' } }],
    ['a schema that demands more', 'schemas/flavor.json', { type: 'object', required: ['vcpus'] }],
    ['a schema that accepts everything', 'schemas/flavor.json', {}],
    ['a schema with a wrong keyword', 'schemas/flavor.json', { type: 'object', propertis: {} }],
    [
      'a schema that several others share',
      'schemas/defs.json',
      { $defs: { server: { ...server, required: ['host'] } } },
    ],
    ['a schema that is like the next one', 'schemas/show-new.json', FILES['schemas/show.json']],
  ])('%s', async (_, path, content) => {
    const last = await remember();
    write(last, path, content);
    const { isUsed, result } = await again(last, path);
    expect(isUsed).toBe(true);
    expect(plain(result)).toEqual(plain(await check({ cwd: last.cwd })));
  });

  test('several changes', async () => {
    const last = await remember();
    write(last, 'api_samples/show.json', { server: { id: 1 } });
    write(last, 'api_samples/flavor.json', { disk: 1 });
    write(last, 'schemas/defs.json', { $defs: { server: { ...server, minProperties: 3 } } });
    const { isUsed, result } = await again(
      last,
      'api_samples/show.json',
      'api_samples/flavor.json',
      'schemas/defs.json',
    );
    expect(isUsed).toBe(true);
    expect(plain(result)).toEqual(plain(await check({ cwd: last.cwd })));
  });
});

test('an object that others put together of parts is compared with when it appears in a second contract', async () => {
  const whole = { allOf: [{ $ref: 'defs.json#/$defs/server' }] };
  const last = await remember({
    ...FILES,
    'schemas/show.json': { type: 'object', properties: { server: whole } },
    'schemas/list.json': { type: 'object', properties: { servers: { type: 'array', items: whole } } },
    'api_samples/show.json': {},
    'api_samples/v2.9/show.json': {},
  });
  write(last, 'api_samples/show.json', { server: { id: 'a', host: 'h' } });
  const { isUsed, result } = await again(last, 'api_samples/show.json');
  expect(isUsed).toBe(true);
  expect(result.findings.map(({ ruleId }) => ruleId)).toContain('shared-keys-answered');
  expect(plain(result)).toEqual(plain(await check({ cwd: last.cwd })));
});

test('findings that are not shown are found out again when their rule is shown', async () => {
  const [version] = FILES['api_samples/versions.json'].versions;
  const list = { versions: [{ ...version, status: 'current' }] };
  const path = 'api_samples/versions.json';
  const last = await remember({ ...FILES, [path]: list, 'api_samples/list.json': list }, 'warning');
  const { findings, reports } = last.judgement ?? {};
  const kept = [
    ...(findings?.values() ?? []),
    ...[...(reports?.values() ?? [])].flat().flatMap(({ finding }) => finding ?? []),
  ];
  expect(new Set(kept.map(({ severity }) => severity))).toEqual(new Set(['error', 'warning']));
  write(last, path, { versions: [{ ...version, status: 'experimental' }] });
  const { isUsed, result } = await again(last, path);
  expect(isUsed).toBe(true);
  expect(result.findings.map(({ ruleId }) => ruleId)).toContain('status-known');
  expect(plain(result)).toEqual(plain(await check({ cwd: last.cwd, least: 'warning' })));
});

test('files that have not changed are not read, unless a finding in them is new', async () => {
  const last = await remember();
  const before = await check({ cwd: last.cwd });
  // Nobody says that these have changed.
  rmSync(join(last.cwd, 'api_samples/flavor.json'));
  rmSync(join(last.cwd, 'schemas/flavor.json'));
  const path = 'api_samples/show.json';
  write(last, path, readFileSync(join(last.cwd, path), 'utf8'));
  const { result } = await again(last, path);
  expect(plain(result)).toEqual(plain(before));
});

const { contracts } = FILES['contracts.json'];

function manifest(changed: Readonly<Record<string, unknown>>): unknown {
  return { ...FILES['contracts.json'], ...changed };
}

describe('the result is that of a whole run after a change of the project:', () => {
  test.each<[string, unknown]>([
    ['other lines', `\n\n${JSON.stringify(FILES['contracts.json'])}`],
    ['a contract less', manifest({ contracts: { ...contracts, flavor: undefined } })],
    [
      'a contract more',
      manifest({ contracts: { ...contracts, more: { schema: 'unused.json', samples: 'unclaimed.json' } } }),
    ],
    [
      'a contract with another name',
      manifest({ contracts: { other: contracts.list, ...contracts, list: undefined } }),
    ],
    [
      'a sample that another contract claims',
      manifest({
        contracts: { ...contracts, list: { ...contracts.list, samples: ['list.json', 'show.json'] } },
      }),
    ],
    [
      'a contract with another schema',
      manifest({ contracts: { ...contracts, flavor: { ...contracts.flavor, schema: 'show.json' } } }),
    ],
    [
      'a range that begins later',
      manifest({
        contracts: {
          ...contracts,
          show: {
            ...contracts.show,
            ranges: [
              { max_version: '2.9', schema: 'show.json' },
              { min_version: '2.10', schema: 'show-new.json' },
            ],
          },
        },
      }),
    ],
    [
      'a sample that is wrong on purpose',
      manifest({
        contracts: {
          ...contracts,
          list: { ...contracts.list, samples: { path: 'list.json', expect: 'invalid' } },
        },
      }),
    ],
    [
      'a live request',
      manifest({
        contracts: { ...contracts, list: { ...contracts.list, live: { request: 'GET /servers' } } },
      }),
    ],
    [
      'other severities',
      manifest({
        rules: { 'sample-matches-schema': 'warning', 'shared-keys-answered': 'error', 'keys-unique': 'info' },
      }),
    ],
  ])('%s', async (_, content) => {
    const last = await remember();
    write(last, 'contracts.json', content);
    const { isUsed, result } = await again(last, 'contracts.json');
    expect(isUsed).toBe(true);
    expect(plain(result)).toEqual(plain(await check({ cwd: last.cwd })));
  });

  test.each<[string, string]>([
    ['a sample', 'api_samples/show.json'],
    ['a sample of a series', 'api_samples/v2.9/show.json'],
    ['a sample that no contract claims', 'api_samples/unclaimed.json'],
    ['a versions document', 'api_samples/versions.json'],
    ['a schema that nothing uses', 'schemas/unused.json'],
  ])('%s that is deleted, renamed or copied', async (_, path) => {
    const last = await remember();
    const folder = dirname(path);
    const beside = join(folder, 'new.json');
    const compare = async (...changed: readonly string[]) => {
      const { isUsed, result } = await again(last, ...changed);
      expect(isUsed).toBe(true);
      expect(plain(result)).toEqual(plain(await check({ cwd: last.cwd })));
    };
    copyFileSync(join(last.cwd, path), join(last.cwd, beside));
    await compare(folder);
    rmSync(join(last.cwd, path));
    await compare(folder, path);
    rmSync(join(last.cwd, beside));
    await compare(folder, path);
  });

  test('a renamed sample, another manifest and a changed schema at once', async () => {
    const last = await remember();
    write(
      last,
      'contracts.json',
      manifest({ contracts: { ...contracts, list: { schema: 'list.json', samples: 'new.json' } } }),
    );
    write(last, 'schemas/defs.json', { $defs: { server: { ...server, required: ['host'] } } });
    renameSync(join(last.cwd, 'api_samples/list.json'), join(last.cwd, 'api_samples/new.json'));
    const changed = ['contracts.json', 'schemas/defs.json', 'api_samples', 'api_samples/list.json'];
    const { isUsed, result } = await again(last, ...changed);
    expect(isUsed).toBe(true);
    expect(plain(result)).toEqual(plain(await check({ cwd: last.cwd })));
  });

  test('the contract that a finding names is the new one, although its rule looks at several samples', async () => {
    const last = await remember();
    const file = 'api_samples/v2.9/show.json';
    const contractsIn = (result: CheckResult) =>
      result.findings.filter((finding) => finding.file === file).map(({ contract }) => contract);
    expect(contractsIn(await check({ cwd: last.cwd }))).toContain('show');
    write(
      last,
      'contracts.json',
      manifest({ contracts: { ...contracts, show: undefined, other: contracts.show } }),
    );
    const { isUsed, result } = await again(last, 'contracts.json');
    expect(isUsed).toBe(true);
    expect(contractsIn(result)).not.toContain('show');
  });
});

test('files that have not changed are not read, although the manifest has', async () => {
  const last = await remember();
  write(last, 'contracts.json', manifest({ contracts: { more: contracts.none, ...contracts } }));
  const before = await check({ cwd: last.cwd });
  // Nobody says that these have changed.
  writeFileSync(join(last.cwd, 'api_samples/flavor.json'), '{');
  writeFileSync(join(last.cwd, 'schemas/show-new.json'), '{');
  const { isUsed, result } = await again(last, 'contracts.json');
  expect(isUsed).toBe(true);
  expect(plain(result)).toEqual(plain(before));
});

describe('everything is judged after a change of', () => {
  test.each<[string, string, unknown]>([
    ['a rule that is off', 'contracts.json', manifest({ rules: { 'keys-unique': 'off' } })],
    ['what all schemas are read with', 'contracts.json', manifest({ keywords: ['x-*'] })],
    ['the service', 'contracts.json', manifest({ service: 'compute' })],
    ['the limits', 'contracts.json', manifest({ limits: { depth: 9 } })],
    [
      'the schema of a contract, to one that is not there',
      'contracts.json',
      manifest({ contracts: { ...contracts, list: { ...contracts.list, schema: 'gone.json' } } }),
    ],
    ['a schema that nothing uses', 'schemas/unused.json', { type: 'number' }],
    ['what a schema refers to', 'schemas/show.json', { $ref: 'flavor.json' }],
    ['a schema that refers to less', 'schemas/list.json', {}],
    ['a schema that then refers to nothing', 'schemas/show.json', { $ref: 'gone.json' }],
    ['a schema that cannot be read', 'schemas/flavor.json', '{ "type": '],
  ])('%s', async (_, path, content) => {
    const last = await remember();
    write(last, path, content);
    const { isUsed, result } = await again(last, path);
    expect(isUsed).toBe(false);
    expect(plain(result)).toEqual(plain(await check({ cwd: last.cwd })));
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a schema, where one has the name of a missing one', { 'schemas/show.json': { $ref: 'gone.json' } }],
    [
      'a schema, where one is found by its id',
      { 'schemas/show.json': { $ref: 'https://example.org/server' } },
    ],
  ])('%s', async (_, files) => {
    const last = await remember({ ...FILES, ...files });
    write(last, 'schemas/flavor.json', { $id: 'https://example.org/server', type: 'array' });
    const { isUsed, result } = await again(last, 'schemas/flavor.json');
    expect(isUsed).toBe(false);
    expect(plain(result)).toEqual(plain(await check({ cwd: last.cwd })));
  });
});

test('a manifest that is then wrong is reported as in any run', async () => {
  const last = await remember();
  write(last, 'contracts.json', manifest({ contracts: [] }));
  await expect(again(last, 'contracts.json')).rejects.toThrow('the manifest is wrong');
});

test.each<[string, Readonly<Record<string, unknown>>]>([
  [
    'facts',
    {
      'contracts.json': {
        ...FILES['contracts.json'],
        facts: {
          id: [
            { sample: 'show.json', at: '$.server.id' },
            { sample: 'v2.9/show.json', at: '$.server.id' },
          ],
        },
      },
    },
  ],
  [
    'samples that name their schemas',
    { 'contracts.json': { contracts: { all: { schema: { from: '$schema' }, samples: '**/*.json' } } } },
  ],
  [
    'parts of files',
    {
      'contracts.json': {
        contracts: { part: { schema: 'flavor.json', samples: [{ path: 'list.json', at: '/servers/0' }] } },
      },
    },
  ],
  [
    'a pattern that cannot be read',
    { 'schemas/flavor.json': { type: 'object', properties: { ram: { pattern: '(' } } } },
  ],
])('nothing is kept of a project with %s', async (_, files) => {
  const { judgement } = await remember({ ...FILES, ...files });
  expect(judgement).toBeUndefined();
});
