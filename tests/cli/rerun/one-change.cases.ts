import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { lastRunOf } from '../../../src/cli/rerun/answer-rerun';
import { recordRun } from '../../../src/cli/rerun/keep-run';
import type { Invocation } from '../../../src/cli/rerun/kept-run-file';
import { run } from '../../../src/cli/run';
import { tempProject } from '../../engine/temp-project';

const FILES = {
  'contracts.json': { contracts: { one: { schema: 'one.json', samples: ['one.json'] } } },
  'schemas/one.json': { type: 'object', required: ['id'] },
  'api_samples/one.json': { id: 1 },
  'api_samples/two.json': [],
};

/** A project with a cache of its own. */
function project(): string {
  const folder = tempProject(FILES);
  mkdirSync(join(folder, 'node_modules'));
  return folder;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  /** Whether what the last run found out was used. */
  readonly isUsed: boolean;
}

/** Runs a command line as a process of its own does, after it was found that it cannot be answered without running. */
async function runAgain(cwd: string, args: readonly string[] = ['check', '--pedantic']): Promise<Ran> {
  const invocation: Invocation = {
    argv: args,
    cwd,
    env: { HOME: cwd },
    isTerminal: false,
    isErrorTerminal: false,
    bundle: __filename,
  };
  const out: string[] = [];
  const recorded = recordRun(
    {
      ...invocation,
      readStdin: () => Promise.resolve(Buffer.from('')),
      interrupted: () => Promise.resolve(),
      out: (text) => out.push(text),
      err: (text) => out.push(text),
    },
    invocation,
    lastRunOf(invocation),
  );
  const { memory, ...io } = recorded.io;
  let isUsed = false;
  const onUse = () => {
    isUsed = true;
    memory?.onUse();
  };
  const code = await run(args, { ...io, ...(memory === undefined ? {} : { memory: { ...memory, onUse } }) });
  recorded.keep(code);
  return { code, out: out.join(''), isUsed };
}

async function fresh(cwd: string): Promise<Pick<Ran, 'code' | 'out'>> {
  const { code, out } = await runAgain(cwd, ['check', '--pedantic', '--no-cache']);
  return { code, out };
}

function change(cwd: string, path: string, content: unknown): void {
  writeFileSync(join(cwd, path), JSON.stringify(content));
}

/** The file with what the last run found out. */
function judged(cwd: string): string {
  const folder = join(cwd, 'node_modules/.cache/samplegate/judged');
  const [name = ''] = readdirSync(folder);
  return join(folder, name);
}

describe('after a change of one file, only that is judged:', () => {
  test.each([
    ['a sample', 'api_samples/one.json', { name: 1 }],
    ['a schema', 'schemas/one.json', { type: 'array' }],
  ])('%s', async (_, path, content) => {
    const cwd = project();
    expect((await runAgain(cwd)).isUsed).toBe(false);
    change(cwd, path, content);
    const { isUsed, ...rest } = await runAgain(cwd);
    expect(isUsed).toBe(true);
    expect(rest).toEqual(await fresh(cwd));
    expect(rest.out).toContain('sample-matches-schema');
  });

  test('the change after it too, and a change back', async () => {
    const cwd = project();
    const first = await runAgain(cwd);
    change(cwd, 'api_samples/one.json', { name: 1 });
    await runAgain(cwd);
    change(cwd, 'api_samples/two.json', {});
    const second = await runAgain(cwd);
    expect(second.isUsed).toBe(true);
    expect({ code: second.code, out: second.out }).toEqual(await fresh(cwd));
    for (const path of ['api_samples/one.json', 'api_samples/two.json'] as const)
      writeFileSync(join(cwd, path), `${JSON.stringify(FILES[path])}\n`);
    const last = await runAgain(cwd);
    expect(last.isUsed).toBe(true);
    expect(last.out).toBe(first.out);
  });
});

describe('after a change of the project, only what it has an effect on is judged:', () => {
  test.each<[string, (cwd: string) => void]>([
    ['a new sample', (cwd) => change(cwd, 'api_samples/three.json', {})],
    ['a deleted sample', (cwd) => rmSync(join(cwd, 'api_samples/two.json'))],
    [
      'a renamed sample',
      (cwd) => renameSync(join(cwd, 'api_samples/one.json'), join(cwd, 'api_samples/3.json')),
    ],
    ['a new schema', (cwd) => change(cwd, 'schemas/two.json', { type: 'array' })],
    [
      'a changed manifest',
      (cwd) =>
        change(cwd, 'contracts.json', { contracts: { one: { schema: 'one.json', samples: ['two.json'] } } }),
    ],
  ])('%s, then a changed sample, then everything as it was', async (_, edit) => {
    const cwd = project();
    const first = await runAgain(cwd);
    edit(cwd);
    const { isUsed, ...rest } = await runAgain(cwd);
    expect(isUsed).toBe(true);
    expect(rest).toEqual(await fresh(cwd));
    change(cwd, 'api_samples/one.json', { id: 2 });
    const next = await runAgain(cwd);
    expect(next.isUsed).toBe(true);
    expect({ code: next.code, out: next.out }).toEqual(await fresh(cwd));
    rmSync(join(cwd, 'api_samples'), { recursive: true });
    rmSync(join(cwd, 'schemas'), { recursive: true });
    mkdirSync(join(cwd, 'api_samples'));
    mkdirSync(join(cwd, 'schemas'));
    for (const [path, content] of Object.entries(FILES))
      writeFileSync(join(cwd, path), `${JSON.stringify(content)}\n`);
    const last = await runAgain(cwd);
    expect(last.isUsed).toBe(true);
    expect(last.out).toBe(first.out);
  });
});

test.each<[string, (cwd: string) => void]>([
  ['a project without contracts', (cwd) => change(cwd, 'contracts.json', { contracts: {} })],
  [
    'a sample that becomes a link to itself',
    (cwd) => {
      rmSync(join(cwd, 'api_samples/two.json'));
      symlinkSync('two.json', join(cwd, 'api_samples/two.json'));
    },
  ],
])('%s is judged with everything else', async (_, edit) => {
  const cwd = project();
  await runAgain(cwd);
  edit(cwd);
  const { isUsed, ...rest } = await runAgain(cwd);
  expect(isUsed).toBe(false);
  expect(rest).toEqual(await fresh(cwd));
});

describe('what a run found out is not used if it is', () => {
  test.each<[string, (file: string) => void]>([
    ['cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, -9))],
    ['empty', (file) => writeFileSync(file, '')],
    [
      'changed',
      (file) => writeFileSync(file, readFileSync(file, 'latin1').replace('one.json', 'two.json'), 'latin1'),
    ],
    ['gone', (file) => rmSync(file)],
    ['a folder', (file) => [rmSync(file), mkdirSync(file)]],
    ['writable for others', (file) => chmodSync(file, 0o666)],
    ['in a folder that others can write', (file) => chmodSync(join(file, '..'), 0o777)],
    [
      'behind a link',
      (file) => {
        writeFileSync(`${file}.other`, readFileSync(file));
        rmSync(file);
        symlinkSync(`${file}.other`, file);
      },
    ],
  ])('%s', async (_, damage) => {
    const cwd = project();
    await runAgain(cwd);
    damage(judged(cwd));
    change(cwd, 'api_samples/one.json', { name: 1 });
    const { isUsed, ...rest } = await runAgain(cwd);
    expect(isUsed).toBe(false);
    expect(rest).toEqual(await fresh(cwd));
  });

  test('that of another run', async () => {
    const [cwd, other] = [project(), project()];
    await runAgain(cwd);
    change(other, 'api_samples/two.json', { id: 'other' });
    await runAgain(other);
    writeFileSync(judged(cwd), readFileSync(judged(other)));
    change(cwd, 'api_samples/one.json', { name: 1 });
    expect((await runAgain(cwd)).isUsed).toBe(false);
  });
});

test('only the user can read what a run found out', async () => {
  const cwd = project();
  await runAgain(cwd);
  expect(statSync(judged(cwd)).mode & 0o777).toBe(0o600);
});
