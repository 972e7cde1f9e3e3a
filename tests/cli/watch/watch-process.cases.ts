import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { bundledCommand } from '../../bundled-source';
import { tempProject } from '../../engine/temp-project';
import { saveFile } from './watching';

const WAITING = 'samplegate: waiting for changes, Ctrl-C ends';

let bundle: string | undefined;

/** A process of its own that watches a project, and what it has printed so far. */
function start(program: string, args: (bundle: string) => readonly string[]) {
  bundle ??= bundledCommand();
  const cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
    'schemas/a.json': { type: 'object' },
    'api_samples/a.json': {},
  });
  const child = spawn(program, args(bundle), {
    cwd,
    env: { PATH: process.env['PATH'], TERM: 'xterm', SHELL: '/bin/sh' },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed += String(chunk);
    });
  return {
    child,
    /** Resolves with its exit code and signal when all that it printed has been read. */
    exit: once(child, 'close'),
    write: (text: string) => saveFile(join(cwd, 'api_samples', 'a.json'), text),
    printed: () => printed,
    /** Resolves when it waits for changes for the n-th time. */
    waits: async (times: number) => {
      while (printed.split(WAITING).length <= times)
        await Promise.race([
          once(child.stdout, 'data'),
          once(child.stderr, 'data'),
          once(child, 'exit').then(() => {
            throw new Error(printed);
          }),
        ]);
    },
  };
}

const canScript = (() => {
  try {
    execFileSync('script', ['--version']);
    return process.platform === 'linux';
  } catch {
    return false;
  }
})();

describe('a process that watches', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('ends with exit code 130 at %s', async (signal) => {
    const { child, exit, write, waits, printed } = start(process.execPath, (file) => [
      file,
      'check',
      '--watch',
    ]);
    await waits(1);
    write('[]');
    await waits(2);
    child.kill(signal);
    expect(await exit).toEqual([130, null]);
    expect(printed()).toContain('expected an object, got an empty array');
    expect(printed()).not.toContain('\u001B');
    expect(printed()).not.toMatch(/^ +at /m);
  });

  test('ends when nobody reads its output', async () => {
    const { child, exit, write, waits } = start(process.execPath, (file) => [file, 'check', '--watch']);
    await waits(1);
    child.stdout.destroy();
    write('[]');
    expect(await exit).toEqual([130, null]);
  });

  test('clears a terminal, and ends at Ctrl-C in it', async () => {
    // Without this program there is no terminal.
    if (!canScript) return;
    const { child, exit, write, waits, printed } = start('script', (file) => [
      '-qec',
      `'${process.execPath}' '${file}' check --watch`,
      '/dev/null',
    ]);
    await waits(1);
    write('[]');
    await waits(2);
    expect(printed().split('\u001B[2J\u001B[3J\u001B[H')).toHaveLength(3);
    child.stdin.write('\u0003');
    expect(await exit).toEqual([130, null]);
    expect(printed()).toMatch(/Ctrl-C ends\r\n\^C\r\n$/);
  });
});
