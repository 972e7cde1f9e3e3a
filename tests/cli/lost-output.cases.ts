import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { bundledCommand, bundledSource } from '../bundled-source';
import { tempProject } from '../engine/temp-project';

/** A device that is always full, where the system has one. */
const FULL = '/dev/full';

const PROJECT = {
  'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
  'schemas/a.json': { type: 'object' },
  'api_samples/a.json': {},
};

/** A process with one of its outputs on a full disk; what it prints on the other, and its exit code. */
function printTo(full: 'out' | 'err', args: readonly string[]) {
  const device = openSync(FULL, 'w');
  try {
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      cwd: tempProject(PROJECT),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], SAMPLEGATE_CACHE: 'off' },
      stdio: ['ignore', full === 'out' ? device : 'pipe', full === 'err' ? device : 'pipe'],
    });
    return { code: status, text: full === 'out' ? stderr : stdout };
  } finally {
    closeSync(device);
  }
}

const LOST = {
  code: 2,
  text: expect.stringMatching(/^samplegate: cannot write to the standard output: ENOSPC: [^\n]*\n$/),
};

const onLinux = existsSync(FULL) ? describe : describe.skip;

onLinux('on a full disk', () => {
  test('a report that is lost ends with exit code 2, and says why', () => {
    const program = bundledCommand();
    expect(printTo('out', [program, 'check'])).toEqual(LOST);
    // Nothing can say why.
    expect(printTo('err', [program, 'check', 'gone.json'])).toEqual({ code: 2, text: '' });
  }, 60_000);

  test('so does what an unchanged command line prints again', () => {
    const printer = bundledSource('src/cli/rerun/answer-rerun.ts');
    const again = (kept: object) => [
      '--eval',
      `require(${JSON.stringify(printer)}).printAgain({ kept: ${JSON.stringify(kept)} })`,
    ];
    expect(printTo('out', again({ out: 'all right\n', err: '', exitCode: 0 }))).toEqual(LOST);
    expect(printTo('err', again({ out: 'all right\n', err: 'a warning\n', exitCode: 0 }))).toEqual({
      code: 0,
      text: 'all right\n',
    });
  }, 60_000);
});
