import { describe, expect, test } from '@jest/globals';
import { join, resolve } from 'node:path';

import { LIVE_OPTIONS } from '../../src/cli/options/live-options';
import { contractTests, matchers, type ContractTestOptions } from '../../src/testing';
import { inOptionWords } from '../../src/testing/option-words';
import { tempProject } from '../engine/temp-project';
import { entry } from '../engine/versions-subject';

/** The tests that fail, by name, each with its text without lines of code. */
async function failuresOf(
  options: ContractTestOptions,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const outcomes = await Promise.all(
    contractTests(options).map(({ name, run }) =>
      run().then(
        () => [],
        (error: Error) => [
          [name, error.message.split('\n').filter((line) => !/^ *(\d* \||$)/.test(line))] as const,
        ],
      ),
    ),
  );
  return Object.fromEntries(outcomes.flat());
}

const schema = { type: 'object' };

function versionTo(newest: string) {
  return entry('v2.1', 'http://127.0.0.1:8774/v2.1/', { version: newest, min_version: '2.1' });
}

test('a finding of two rules that look across documents fails one test', async () => {
  const cwd = tempProject({
    'contracts.json': {
      contracts: { a: { schema: 'a.json', samples: '*.json' } },
      facts: {
        newest: [
          { sample: 'index.json', at: '$.versions[0].version' },
          { sample: 'show.json', at: '$.version.version' },
        ],
      },
    },
    'schemas/a.json': schema,
    'api_samples/index.json': { versions: [versionTo('2.60')] },
    'api_samples/show.json': { version: versionTo('2.61') },
  });
  const failures = await failuresOf({ cwd });
  expect(Object.keys(failures)).toEqual(['documents-agree']);
});

test.each<[object, string]>([
  [{ failon: 'warning' }, 'unknown option `failon` of contract tests: did you mean `failOn`?'],
  [{ manifst: 'x.json' }, 'unknown option `manifst` of contract tests: did you mean `manifest`?'],
  [
    { changed: 'HEAD' },
    'unknown option `changed` of contract tests: use one of cwd, from, manifest, failOn, live',
  ],
  [
    { live: { url: 'http://127.0.0.1:1', heders: [] } },
    'unknown option `live.heders` of contract tests: did you mean `headers`?',
  ],
  [{ live: true }, 'the option `live` of contract tests must be an object or a function, got true'],
])('a misspelt option is one failing test: %j', async (options, message) => {
  const cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: '*.json' } } },
    'schemas/a.json': schema,
    'api_samples/a.json': {},
  });
  expect(await failuresOf({ cwd, ...options })).toEqual({ 'the contracts can be checked': [message] });
});

test('a broken schema fails the tests of its samples, and that of its rule only if it has none', async () => {
  const cwd = tempProject({
    'contracts.json': {
      contracts: {
        used: { schema: 'broken.json', samples: '*.json' },
        unused: { schema: 'gone.json', live: { request: 'GET /' } },
      },
    },
    'schemas/broken.json': '{',
    'api_samples/a.json': {},
    'api_samples/b.json': {},
  });
  const failures = await failuresOf({ cwd });
  expect(failures).toEqual({
    'api_samples/a.json': [
      'schemas/broken.json',
      expect.stringMatching(/1:2 {2}error {2}schema-readable/),
      expect.stringContaining('the object that starts on line 1 is not closed'),
      expect.stringContaining('also: sample-judged'),
      expect.stringMatching(/see api_samples\/a\.json:1:1 {2}not checked/),
    ],
    'api_samples/b.json': expect.arrayContaining([expect.stringMatching(/see api_samples\/b\.json/)]),
    'schema-readable': ['contracts.json', expect.anything(), expect.stringContaining('gone.json')],
  });
});

test('all tests share one run, which starts with the first', async () => {
  let started = 0;
  const cwd = tempProject({
    'contracts.json': {
      contracts: { a: { schema: 'a.json', samples: 'a.json', live: { request: 'GET /' } } },
    },
    'schemas/a.json': schema,
    'api_samples/a.json': {},
  });
  const tests = contractTests({
    cwd,
    live: () => {
      started += 1;
      return Promise.reject(new Error('the service did not start'));
    },
  });
  expect(started).toBe(0);
  const outcomes = await Promise.allSettled(tests.map(({ run }) => run()));
  expect(started).toBe(1);
  for (const outcome of outcomes)
    expect(outcome).toEqual({ status: 'rejected', reason: new Error('the service did not start') });
});

const folders = tempProject({
  'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
  'schemas/a.json': schema,
  'api_samples/a.json': {},
  'tests/unit/a.test.js': '',
  'tests/contracts.json': { contracts: {} },
  'two/contracts.json': {},
  'two/contracts.yaml': '',
  'other/contracts.yaml': 'contracts: { a: { schema: a.json, samples: a.json } }',
  'other/schemas/a.json': schema,
  'other/api_samples/a.json': {},
  '.git/HEAD': '',
});

test.each<[title: string, options: ContractTestOptions, manifest: string]>([
  ['the folder', { from: join(folders, 'api_samples') }, 'contracts.json'],
  ['a file in the folder', { from: join(folders, 'api_samples/a.json') }, 'contracts.json'],
  [
    'beside the test file',
    { from: join(folders, 'other'), manifest: 'contracts.yaml' },
    'other/contracts.yaml',
  ],
  [
    'in the working folder',
    { from: join(folders, 'api_samples'), manifest: 'other/contracts.yaml' },
    'other/contracts.yaml',
  ],
  ['the working folder', {}, 'contracts.json'],
])('the manifest is found: %s', (_title, options, manifest) => {
  const tests = contractTests({ cwd: folders, ...options });
  expect(new Set(tests.map((each) => each.manifest))).toEqual(new Set([manifest]));
  expect(tests.length).toBeGreaterThan(5);
});

test.each<[title: string, options: ContractTestOptions, message: string]>([
  [
    'none above the test file',
    { cwd: '/', from: tempProject({ '.git/HEAD': '', 'a/b.js': '' }) },
    "there is no contracts.yaml in `TMP` or in a folder above: run `samplegate init` to write one, or choose one with `{ manifest: 'FILE' }`",
  ],
  [
    'two',
    { from: join(folders, 'two') },
    "`two/contracts.yaml` and `two/contracts.json` both exist: delete one, or choose one with `{ manifest: 'FILE' }`",
  ],
  [
    'a folder that does not exist',
    { from: 'gone' },
    'there is no folder `gone`: pass the folder of the test file as `from`, `import.meta.dirname` or `__dirname`',
  ],
  ['a file that does not exist', { from: folders, manifest: 'gone.yaml' }, '`gone.yaml` cannot be read'],
  // From JavaScript, it may be anything.
  [
    'a wrong severity',
    { failOn: 'eror' as 'error' },
    'the option `failOn` of contract tests must be `error`, `warning` or `info`, got the string "eror"',
  ],
])('one test fails where the manifest cannot be used: %s', async (_title, options, message) => {
  const [only, ...others] = contractTests({ cwd: folders, ...options });
  expect(others).toEqual([]);
  const error: unknown = await only?.run().catch((thrown: unknown) => thrown);
  if (!(error instanceof Error)) throw new Error('the test passes');
  expect(error.message.replace(/`[^`]*samplegate-\w+`/, '`TMP`')).toContain(message);
  expect(error.stack).toBe(`Error: ${error.message}`);
});

test('the matcher of the core finds the manifest from a folder', () => {
  expect(matchers.toSatisfyContract({}, 'a', { cwd: folders }).pass).toBe(true);
  expect(matchers.toSatisfyContract([], 'a', { from: join(folders, 'other'), cwd: folders }).pass).toBe(
    false,
  );
  expect(() => matchers.toSatisfyContract({}, 'b', { cwd: folders })).toThrow('there is no contract `b`');
});

test('no text in a test names an option of the command line', () => {
  for (const option of [...Object.keys(LIVE_OPTIONS), 'manifest FILE', 'cert FILE --key FILE'])
    if (!['targets', 'retry-after'].includes(option))
      expect(inOptionWords(`use \`--${option}\``)).not.toContain('--');
  expect(
    inOptionWords("pass `--header 'X-Auth-Token: $OS_TOKEN'`; and 3 more places: --verbose lists them"),
  ).toBe('pass `live: { headers }`; and 3 more places');
});

describe('several manifests', () => {
  const cwd = join(__dirname, '../fixtures/projects/monorepo');

  test('have their own tests, and only their own findings', async () => {
    const tests = contractTests({ from: cwd });
    expect(new Set(tests.map(({ manifest }) => resolve(manifest)))).toEqual(
      new Set(['orders', 'pets'].map((name) => join(cwd, 'packages', name, 'contracts.yaml'))),
    );
    expect(Object.keys(await failuresOf({ cwd }))).toEqual(['packages/pets/samples/pet.json']);
  });

  test('the matcher finds the only one that has the contract', () => {
    expect(matchers.toSatisfyContract({ id: 1, status: 'sold' }, 'pets.show', { cwd }).pass).toBe(true);
    expect(() => matchers.toSatisfyContract({}, 'pet.show', { cwd })).toThrow(
      'no manifest has a contract `pet.show`: did you mean `pets.show`?',
    );
  });

  test('a live service has one', async () => {
    const [only] = contractTests({ cwd, live: { url: 'http://127.0.0.1:9' } });
    await expect(only?.run()).rejects.toThrow(
      "a live service is checked with one manifest, not with 2: choose one with `{ manifest: 'FILE' }`",
    );
  });
});

const operation = (example: unknown) => ({
  responses: {
    200: { description: 'ok', content: { 'application/json': { schema: { type: 'integer' }, example } } },
  },
});

const pointer = (method: string) =>
  `openapi.json#/paths/~1a/${method}/responses/200/content/application~1json/example`;

test('an OpenAPI document has one test per example, named by its operation', async () => {
  const cwd = tempProject({
    'contracts.json': {
      openapi: { document: 'openapi.json' },
      rules: { 'operation-has-example': 'warning' },
    },
    'openapi.json': {
      openapi: '3.1.0',
      info: { title: 'Two', version: '1' },
      paths: { '/a': { get: operation(5), put: operation('five') } },
    },
  });
  const names = contractTests({ cwd }).map(({ name }) => name);
  expect(names.slice(0, 2)).toEqual([`GET /a → 200: ${pointer('get')}`, `PUT /a → 200: ${pointer('put')}`]);
  expect(names).toContain('operation-has-example');
  const failures = await failuresOf({ cwd });
  expect(failures[`PUT /a → 200: ${pointer('put')}`]).toEqual([
    'openapi.json   PUT /a → 200   contract PUT /a.200',
    expect.stringMatching(/^ +1:\d+ +error +sample-matches-schema$/),
    expect.stringContaining('expected an integer, got "five"'),
  ]);
  expect(failures).not.toHaveProperty([`GET /a → 200: ${pointer('get')}`]);
});
