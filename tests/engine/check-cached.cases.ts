import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { tempProject } from './temp-project';

const FILES = {
  'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
  'schemas/a.json': { type: 'object', required: ['id'] },
  'api_samples/a.json': { name: 'web' },
};

test('with `cache`, the result of the last run is reused until a sample changes', async () => {
  const cwd = tempProject(FILES);
  const caches = tempProject({});
  const options = { cwd, cache: { build: 'one', env: { XDG_CACHE_HOME: caches } } };
  const first = await check(options);
  const [file = ''] = readdirSync(join(caches, 'samplegate'));
  const written = readFileSync(join(caches, 'samplegate', file), 'utf8');
  expect((await check(options)).findings).toEqual(first.findings);
  expect(first.findings.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`)).toEqual([
    'sample-matches-schema ',
  ]);
  writeFileSync(join(cwd, 'api_samples/a.json'), '{ "id": 1 }\n');
  expect((await check(options)).findings).toEqual([]);
  expect(readFileSync(join(caches, 'samplegate', file), 'utf8')).not.toBe(written);
});

test.each([
  ['no `cache`', {}],
  ['SAMPLEGATE_CACHE=off', { build: 'one', off: true }],
  ['no build, as when running from source', { build: undefined }],
])(
  '%s: nothing is written',
  async (_, { build, off = false }: { build?: string | undefined; off?: boolean }) => {
    const caches = tempProject({});
    const env = { XDG_CACHE_HOME: caches, ...(off ? { SAMPLEGATE_CACHE: 'off' } : {}) };
    await check({
      cwd: tempProject(FILES),
      ...(_ === 'no `cache`' ? {} : { cache: { env, ...(build === undefined ? {} : { build }) } }),
    });
    expect(readdirSync(caches)).toEqual([]);
  },
);

test('`paths` also limit a cached result', async () => {
  const cwd = tempProject({
    ...FILES,
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: '*.json' } } },
    'api_samples/b.json': {},
  });
  const cache = { build: 'one', env: { XDG_CACHE_HOME: tempProject({}) } };
  await check({ cwd, cache });
  const { findings } = await check({ cwd, cache, paths: ['api_samples/b.json'] });
  expect(findings.map(({ file }) => file)).toEqual(['api_samples/b.json']);
});
