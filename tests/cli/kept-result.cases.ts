import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { tempProject } from '../engine/temp-project';
import { runCli, type CliWorld } from './run-cli';

/** A project with a finding in a sample and one in a schema, and where its result is kept. */
function project() {
  const cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
    'schemas/a.json': { type: 'object', properties: { id: { type: 'integer', minLenght: 1 } } },
    'api_samples/a.json': { id: 'x' },
  });
  mkdirSync(join(cwd, 'node_modules'));
  const folder = join(cwd, 'node_modules', '.cache', 'samplegate');
  const check = (args: readonly string[] = [], world: Partial<CliWorld> = {}) =>
    runCli(['check', ...args], { cwd, build: 'build', ...world });
  return { cwd, check, isKept: () => existsSync(folder) && readdirSync(folder).length > 0 };
}

test.each(['pretty', 'json', 'ndjson', 'junit', 'github'])(
  'the %s report of a kept result is the same, byte for byte',
  async (format) => {
    const { check, isKept } = project();
    const args = ['--format', format, '--pedantic', '--verbose'];
    const fresh = await check([...args, '--no-cache']);
    expect(isKept()).toBe(false);
    const first = await check(args);
    expect(isKept()).toBe(true);
    const second = await check(args);
    expect(fresh.code).toBe(1);
    expect([first, second]).toEqual([fresh, fresh]);
  },
);

test('what is asked about some paths is told of a kept result too', async () => {
  const { check } = project();
  await check();
  expect(await check(['schemas/a.json'])).toEqual(await check(['schemas/a.json', '--no-cache']));
});

test('a mended sample is right at once', async () => {
  const { cwd, check } = project();
  expect((await check()).code).toBe(1);
  writeFileSync(join(cwd, 'api_samples', 'a.json'), '{ "id": 1 }\n');
  expect((await check(['--quiet'])).out).not.toContain('api_samples/a.json');
});

describe('no result is kept', () => {
  test.each<[string, readonly string[], Partial<CliWorld>]>([
    ['with --no-cache', ['--no-cache'], {}],
    ['where the environment says so', [], { env: { SAMPLEGATE_CACHE: 'off' } }],
  ])('%s', async (_, args, world) => {
    const { check, isKept } = project();
    await check(args, world);
    expect(isKept()).toBe(false);
  });
});
