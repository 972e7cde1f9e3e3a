import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';

import { check, type CheckOptions } from '../../src/engine/check';
import type { CheckOutcome } from '../../src/engine/outcome';
import { openProject } from '../../src/engine/open/open-project';
import { openProjects } from '../../src/engine/open/open-projects';
import { UsageError } from '../../src/model/usage-error';
import { formatUsageError } from '../../src/reporters/pretty/format-usage-error';
import { tempProject } from './temp-project';

const MONOREPO = join(__dirname, '../fixtures/projects/monorepo');
const PETS = 'packages/pets/contracts.yaml';
const ORDERS = 'packages/orders/contracts.yaml';

const id = { type: 'object', properties: { id: { type: 'integer' } } };
const contracts = { a: { schema: 'a.json', samples: '*.json' } };

/** Two packages that share a schema, which each of them also has a wrong sample for. */
function sharing(): string {
  const manifest = { samples: 'samples', schemas: '../../schemas', contracts };
  return tempProject({
    '.git/HEAD': '',
    'contracts.json': { manifests: ['packages/*/contracts.json'] },
    'schemas/a.json': { ...id, patternProperties: { 'x|(': {} } },
    'packages/a/contracts.json': manifest,
    'packages/a/samples/a.json': { id: 1 },
    'packages/b/contracts.json': manifest,
    'packages/b/samples/b.json': { id: 2 },
  });
}

/** The findings as `manifest file rule`, and the rows of the summary. */
async function shortly(options: CheckOptions) {
  const { findings, summary, ok } = await check(options);
  return {
    ok,
    findings: findings.map(({ manifest, file, ruleId }) => `${manifest} ${file} ${ruleId}`),
    rows: summary.manifests?.map(
      ({ manifest, contracts: ofContracts, samples, findings: { error } }) =>
        `${manifest} ${ofContracts} ${samples} ${error}`,
    ),
    totals: [summary.contracts, summary.samples, summary.findings.error],
  };
}

const BOTH = {
  ok: false,
  findings: [`${PETS} packages/pets/samples/pet.json sample-matches-schema`],
  rows: [`${ORDERS} 1 1 0`, `${PETS} 1 2 1`],
  totals: [2, 3, 1],
};

test('a list, and several manifests that are named, are checked in one run', async () => {
  expect(await shortly({ cwd: MONOREPO })).toEqual(BOTH);
  expect(await shortly({ cwd: MONOREPO, manifest: [ORDERS, PETS] })).toEqual(BOTH);
  const one = (await check({ cwd: MONOREPO })).verdicts.find(({ file }) => file?.endsWith('pet.json'));
  expect(one).toMatchObject({ manifest: PETS, findings: [{ manifest: PETS }] });
});

test('a single manifest in a list of arguments is checked as ever', async () => {
  const [alone, named] = await Promise.all([
    check({ cwd: MONOREPO, manifest: PETS }),
    check({ cwd: MONOREPO, manifest: [PETS] }),
  ]);
  expect(named).toEqual(alone);
  expect(alone.summary.manifests).toBeUndefined();
  expect(alone.findings[0]).not.toHaveProperty('manifest');
});

test('a finding in a file that two manifests share is one of each, with its own fingerprint', async () => {
  const cwd = sharing();
  const { findings } = await check({ cwd });
  const shared = findings.filter(({ file }) => file === 'schemas/a.json');
  expect(shared.map(({ manifest, ruleId }) => [manifest, ruleId])).toEqual([
    ['packages/a/contracts.json', 'schema-patterns-compile'],
    ['packages/b/contracts.json', 'schema-patterns-compile'],
  ]);
  const fingerprints = (all: typeof findings) => all.map(({ fingerprint }) => fingerprint);
  expect(new Set(fingerprints(findings)).size).toBe(findings.length);
  // It does not depend on the working folder.
  const below = await check({ cwd: join(cwd, 'packages'), manifest: '../contracts.json' });
  expect(fingerprints(below.findings)).toEqual(fingerprints(findings));
});

test('rules that compare documents look within one manifest', async () => {
  const facts = {
    version: [
      { sample: 'a.json', at: '$.id' },
      { sample: 'a.json', at: '$.id' },
    ],
  };
  const cwd = tempProject({
    'contracts.json': { manifests: ['*/contracts.json'] },
    'a/contracts.json': { contracts, facts },
    'a/schemas/a.json': id,
    'a/api_samples/a.json': { id: 1 },
    'b/contracts.json': { contracts, facts },
    'b/schemas/a.json': id,
    'b/api_samples/a.json': { id: 2 },
  });
  expect((await check({ cwd })).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('a part of the manifests', () => {
  test('PATHs select in each, and manifests without any are left out', async () => {
    expect(await shortly({ cwd: MONOREPO, paths: ['packages/orders'] })).toEqual({
      ok: true,
      findings: [],
      rows: [`${ORDERS} 1 1 0`],
      totals: [1, 1, 0],
    });
    const warnings: string[] = [];
    const options = { cwd: MONOREPO, onWarning: (message: string) => warnings.push(message) };
    expect((await shortly({ ...options, paths: ['packages', 'gone'] })).totals).toEqual([2, 3, 1]);
    expect(warnings).toEqual(['skipped 1 PATH that brings no sample: `gone`']);
  });

  test.each([
    [
      ['packages/pets/samples/pett.json'],
      'at `packages/pets/samples/pett.json`: did you mean `packages/pets/samples/pet.json`?',
    ],
    [['gone', 'package.json'], 'at `gone`: pass the path of a sample, a schema or a folder'],
  ])('PATHs %j that bring nothing anywhere are an error', async (paths, words) => {
    await expect(check({ cwd: MONOREPO, paths })).rejects.toThrow(
      new UsageError(`none of 2 manifests has a sample, schema or other file ${words}`),
    );
  });

  test('several files that bring nothing, as a hook passes them, are a warning', async () => {
    const warnings: string[] = [];
    const { summary, ok } = await check({
      cwd: MONOREPO,
      paths: ['../monorepo/../warnings/contracts.yaml', join(MONOREPO, '../warnings')],
      onWarning: (message) => warnings.push(message),
    });
    expect([ok, summary.samples, summary.rules, summary.manifests]).toEqual([true, 0, 0, []]);
    expect(warnings).toHaveLength(1);
  });

  test.each([['contracts.yaml'], ['.'], ['packages/../contracts.yaml', 'packages/pets/samples/pet.json']])(
    'the list brings everything: %s',
    async (...paths) => {
      const { summary, findings } = await check({ cwd: MONOREPO, paths });
      expect([summary.samples, findings.length]).toEqual([3, 1]);
    },
  );

  test('a PATH that is not in the part of the run is a warning', async () => {
    const warnings: string[] = [];
    const onWarning = (message: string) => warnings.push(message);
    await check({ cwd: MONOREPO, paths: ['gone'], shard: { index: 1, count: 2 }, onWarning });
    expect(warnings).toEqual(['skipped 1 PATH that brings no sample: `gone`']);
  });

  test.each([2, 3, 7])('%i shards have samples of each manifest in equal numbers', async (count) => {
    const packages = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const cwd = tempProject({
      'contracts.json': { manifests: ['*/contracts.json'] },
      ...Object.fromEntries(
        packages.flatMap((name) => [
          [`${name}/contracts.json`, { contracts }],
          [`${name}/schemas/a.json`, id],
          [`${name}/api_samples/a.json`, { id: 'x' }],
        ]),
      ),
    });
    const shards: CheckOutcome[] = [];
    for (let index = 1; index <= count; index += 1)
      shards.push(await check({ cwd, shard: { index, count } }));
    const sizes = shards.map(({ summary }) => summary.samples);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    expect(shards.map(({ summary }) => summary.contracts)).toEqual(sizes);
    expect(shards.flatMap(({ findings }) => findings)).toEqual((await check({ cwd })).findings);
  });

  test('shards together find the same as the whole run', async () => {
    const shards = await Promise.all(
      [1, 2].map((index) => check({ cwd: MONOREPO, shard: { index, count: 2 } })),
    );
    const whole = await check({ cwd: MONOREPO });
    expect(shards.flatMap(({ findings }) => findings)).toEqual(whole.findings);
    expect(shards.reduce((total, { summary }) => total + summary.samples, 0)).toBe(whole.summary.samples);
  });
});

describe('mistakes', () => {
  const files = {
    'nested.json': { manifests: ['contracts.json'] },
    'contracts.json': {
      manifests: ['a/contracts.json', '*/contracts.json', 'none/*.json', '../x.json'],
      samples: 'x',
    },
    'a/contracts.json': { contracts },
    'a/schemas/a.json': id,
    'a/api_samples/a.json': {},
    'wrong.json': { manifests: ['b/*.json'] },
    'b/contracts.json': { contract: {} },
  };

  test.each([
    [
      'contracts.json',
      [
        '/samples `manifests` must be the only property: move `samples` to a manifest that it lists',
        '/manifests/1 `*/contracts.json` matches a manifest that `a/contracts.json` matches too: remove one of them',
        '/manifests/2 no file matches `none/*.json`: fix or remove it',
        '/manifests/3 `../x.json` is outside the folder of the manifest: list only manifests below it',
      ],
    ],
    ['nested.json', ['/manifests/0 `contracts.json` lists manifests itself: list its manifests here']],
    [
      'wrong.json',
      ['/contract unknown property "contract", and required property "contracts" is missing: rename it'],
    ],
  ])('in %s are reported at their places', (manifest, messages) => {
    const cwd = tempProject(
      manifest === 'nested.json'
        ? { ...files, 'contracts.json': { manifests: ['a/contracts.json'] } }
        : files,
    );
    const error = thrownBy(() => openProjects({ cwd, manifest }));
    expect(
      error.details.map(({ place, message }) => `${'pointer' in place ? place.pointer : ''} ${message}`),
    ).toEqual(messages);
  });

  test.each<[title: string, options: Parameters<typeof openProjects>[0], message: string]>([
    [
      'named twice',
      { manifest: [PETS, `./${PETS}`] },
      `the manifest \`${PETS}\` is named twice: omit one of them`,
    ],
    [
      'named and listed',
      { manifest: [PETS, 'contracts.yaml'] },
      `the manifest \`${PETS}\` is named twice: omit one of them`,
    ],
    ['none', { manifest: [] }, 'no manifest is named: omit `manifest`, or name at least one'],
  ])('%s', (_title, options, message) => {
    expect(() => openProjects({ cwd: MONOREPO, ...options })).toThrow(new UsageError(message));
  });

  test('in several manifests are reported together', () => {
    const cwd = tempProject({
      'contracts.json': { manifests: ['*/contracts.json', 'nested.json'] },
      'a/contracts.json': { contract: {} },
      'b/contracts.json': { contracts },
      'b/schemas/a.json': id,
      'b/api_samples/a.json': {},
      'c/contracts.json': { contracts },
      'nested.json': { manifests: ['b/contracts.json'] },
    });
    const error = thrownBy(() => openProjects({ cwd, manifest: ['gone.json', 'contracts.json'] }));
    expect(formatUsageError(error, { color: false })).toBe(
      [
        '4 manifests are wrong, so nothing was checked; the manifest `gone.json` cannot be read: there is no such file; create it, or fix the path',
        '',
        'a/contracts.json',
        '',
        '  1:2  error  manifest   /contract',
        '       unknown property "contract", and required property "contracts" is missing: rename it',
        '   1 | {"contract":{}}',
        '     |  ^^^^^^^^^^',
        '',
        'c/contracts.json',
        '',
        '  1:1  error  manifest',
        '       the folder `c/api_samples` of `samples:` does not exist: create it, or name another folder in the manifest',
        '   1 | {"contracts":{"a":{"schema":"a.json","samples":"*.json"}}}',
        '     | ^',
        '',
        'contracts.json',
        '',
        '  1:34  error  manifest   /manifests/1',
        '        `nested.json` lists manifests itself: list its manifests here',
        '    1 | {"manifests":["*/contracts.json","nested.json"]}',
        '      |                                  ^^^^^^^^^^^^^',
      ].join('\n'),
    );
  });

  test('what needs one manifest names one of a list', () => {
    expect(() => openProject({ cwd: MONOREPO })).toThrow(
      new UsageError(
        `\`contracts.yaml\` lists 2 manifests, and only one can be used here: choose one with \`--manifest ${ORDERS}\``,
      ),
    );
  });

  test('a live service has one manifest', async () => {
    const live = { url: 'http://127.0.0.1:9' };
    await expect(check({ cwd: MONOREPO, manifest: [PETS, ORDERS], live })).rejects.toThrow(
      new UsageError('a live service is checked with one manifest, not with 2: choose one'),
    );
    await expect(check({ cwd: MONOREPO, live })).rejects.toThrow('only one can be used here');
  });
});

function thrownBy(task: () => unknown): UsageError {
  try {
    task();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
