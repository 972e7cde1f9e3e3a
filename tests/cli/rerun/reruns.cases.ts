import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { isUnchanged, lastRunOf } from '../../../src/cli/rerun/answer-rerun';
import { recordRun } from '../../../src/cli/rerun/keep-run';
import type { Invocation } from '../../../src/cli/rerun/kept-run-file';
import { run } from '../../../src/cli/run';
import { tempProject } from '../../engine/temp-project';

const SCHEMA = JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });

/** What the last run of a command line printed, if nothing that it saw has changed. */
function unchangedRun(invocation: Invocation) {
  const last = lastRunOf(invocation);
  return last !== undefined && isUnchanged(last) ? last.kept : undefined;
}

interface Kept {
  readonly folder: string;
  readonly invocation: Invocation;
  /** The file with the output. */
  readonly file: string | undefined;
}

/** Runs `samplegate check` on a small project as a process of its own does, with a cache in the project. */
async function keptRun(args: readonly string[] = ['check'], more: Partial<Invocation> = {}): Promise<Kept> {
  const folder = tempProject({
    'contracts.json': JSON.stringify({
      samples: 'samples',
      contracts: { one: { schema: 'one.json', samples: ['one.json'] } },
    }),
    'schemas/one.json': SCHEMA,
    'samples/one.json': '{"a": 1}\n',
    'samples/other.json': '[1, 2]\n',
  });
  mkdirSync(join(folder, 'node_modules'));
  const invocation: Invocation = {
    argv: args,
    cwd: folder,
    env: { HOME: folder },
    isTerminal: false,
    isErrorTerminal: false,
    bundle: __filename,
    ...more,
  };
  const recorded = recordRun(
    {
      ...invocation,
      readStdin: () => Promise.resolve(Buffer.from('')),
      interrupted: () => Promise.resolve(),
      out: () => {},
      err: () => {},
    },
    invocation,
  );
  recorded.keep(await run(args, recorded.io));
  const runs = join(folder, 'node_modules/.cache/samplegate/runs');
  const names = filesOf(runs);
  return { folder, invocation, file: names[0] === undefined ? undefined : join(runs, names[0]) };
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

describe('an unchanged command line', () => {
  test('has the output and the exit code of the last run', async () => {
    const { invocation } = await keptRun();
    const kept = unchangedRun(invocation);
    expect(kept?.exitCode).toBe(1);
    expect(kept?.out).toContain('sample-has-contract');
    expect(kept?.out).toContain('1 error');
  });

  test.each<[string, Partial<Invocation>]>([
    ['other arguments', { argv: ['check', '--pedantic'] }],
    ['a terminal', { isTerminal: true }],
    ['a terminal for errors', { isErrorTerminal: true }],
    ['another width', { isTerminal: true, columns: 60 }],
    ['another working folder', { cwd: '/' }],
    ['a cache that is off', { env: { SAMPLEGATE_CACHE: 'off' } }],
    ['--no-cache', { argv: ['check', '--no-cache'] }],
    ['a variable that it asked for', { env: { FORCE_COLOR: '1' } }],
    ['another build', { bundle: join(__dirname, '../run-cli.ts') }],
  ])('is run again with %s', async (_, change) => {
    const { invocation } = await keptRun();
    expect(unchangedRun({ ...invocation, ...change })).toBeUndefined();
  });

  test('ignores a variable that it did not ask for', async () => {
    const { invocation } = await keptRun();
    expect(unchangedRun({ ...invocation, env: { ...invocation.env, LANG: 'de' } })).toBeDefined();
  });

  test.each<[string, (folder: string) => void]>([
    ['a changed sample', (folder) => writeFileSync(join(folder, 'samples/one.json'), '{"a": 2}\n')],
    ['a changed schema', (folder) => appendFileSync(join(folder, 'schemas/one.json'), ' ')],
    ['a changed manifest', (folder) => appendFileSync(join(folder, 'contracts.json'), '\n')],
    ['a new sample', (folder) => writeFileSync(join(folder, 'samples/new.json'), '{}')],
    ['a new folder', (folder) => mkdirSync(join(folder, 'samples/new'))],
    ['a deleted sample', (folder) => rmSync(join(folder, 'samples/other.json'))],
    [
      'a renamed sample',
      (folder) => renameSync(join(folder, 'samples/one.json'), join(folder, 'samples/two.json')),
    ],
    ['a new schema', (folder) => writeFileSync(join(folder, 'schemas/two.json'), '{}')],
    ['a second manifest', (folder) => writeFileSync(join(folder, 'contracts.yaml'), '')],
    ['a repository', (folder) => mkdirSync(join(folder, '.git'))],
    [
      'a link in place of a sample',
      (folder) => {
        renameSync(join(folder, 'samples/one.json'), join(folder, 'one.json'));
        symlinkSync(join(folder, 'one.json'), join(folder, 'samples/one.json'));
      },
    ],
    [
      'a folder in place of a sample',
      (folder) => {
        rmSync(join(folder, 'samples/one.json'));
        mkdirSync(join(folder, 'samples/one.json'));
      },
    ],
  ])('is run again after %s', async (_, change) => {
    const { folder, invocation } = await keptRun();
    change(folder);
    expect(unchangedRun(invocation)).toBeUndefined();
  });

  test('is not run again for a file that was only written anew', async () => {
    const { folder, invocation } = await keptRun();
    writeFileSync(join(folder, 'samples/one.json'), '{"a": 1}\n');
    expect(unchangedRun(invocation)).toBeDefined();
  });

  test.each<[string, (file: string) => void]>([
    ['cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, -9))],
    ['changed', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('1 error', '0 error'))],
    ['empty', (file) => writeFileSync(file, '')],
    ['no text', (file) => writeFileSync(file, Buffer.alloc(2048, 0xff))],
    ['a folder', (file) => [rmSync(file), mkdirSync(file)]],
    ['writable for others', (file) => chmodSync(file, 0o666)],
    ['in a folder that others can write', (file) => chmodSync(join(file, '..'), 0o777)],
  ])('is run again if what is kept is %s', async (_, damage) => {
    const { invocation, file = '' } = await keptRun();
    expect(unchangedRun(invocation)).toBeDefined();
    damage(file);
    expect(unchangedRun(invocation)).toBeUndefined();
  });
});

test.each<[string, readonly string[]]>([
  ['writes a report to a file', ['check', '--format', 'junit=report.xml']],
  ['cannot run', ['check', '--formt', 'json']],
  ['asks git', ['check', '--changed', 'HEAD']],
  ['has --no-cache', ['check', '--no-cache']],
  ['is of a command that writes', ['types']],
])('nothing is kept of a run that %s', async (_, args) => {
  expect((await keptRun(args)).file).toBeUndefined();
});
