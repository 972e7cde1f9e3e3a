import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { bundledSource } from '../bundled-source';
import { tempFolder } from '../temp-folder';

const SCRIPT = join(__dirname, '../../scripts/fuzz.mjs');

/** Runs the fuzz against a module with the exports of the library. */
function fuzz(library: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      SAMPLEGATE_REPLAY_LIBRARY: library,
      NODE_PATH: join(__dirname, '../../node_modules'),
    },
  });
  return { status, stdout, stderr };
}

/** A library in which some exports differ. */
function broken(exports: string): string {
  const path = join(tempFolder(), 'broken.cjs');
  writeFileSync(
    path,
    `module.exports = { ...require(${JSON.stringify(bundledSource('src/index.ts'))}), ${exports} };`,
  );
  return path;
}

describe('the fuzz', () => {
  test('compares verdicts in each dialect, and checks damaged projects', () => {
    expect(fuzz(bundledSource('src/index.ts'), '--seed', '3', '--runs', '5')).toEqual({
      status: 0,
      stdout: [
        'verdicts in draft-04: 5 runs, 0 fail (seed 3)',
        'verdicts in draft-06: 5 runs, 0 fail (seed 3)',
        'verdicts in draft-07: 5 runs, 0 fail (seed 3)',
        'verdicts in 2019-09: 5 runs, 0 fail (seed 3)',
        'verdicts in 2020-12: 5 runs, 0 fail (seed 3)',
        'damaged projects: 5 runs, 0 fail (seed 3)',
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  test('prints the smallest schema and value with a wrong verdict', () => {
    const library = broken("schemaVerdict: () => ({ kind: 'checked', violations: [] })");
    const { status, stdout } = fuzz(library, '--only', 'draft-07', '--runs', '50');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^FAILED: verdicts in draft-07 \(seed 1\): .*Samplegate says true, .* says false/);
  });

  test('prints the input whose check never ends', () => {
    const library = broken('check: () => { for (;;); }');
    const { status, stdout } = fuzz(library, '--only', 'damaged', '--runs', '5', '--limit', '1');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^FAILED: no end after 1 s\n\{\n {2}"contracts.yaml": /);
  });

  test('refuses wrong arguments', () => {
    const usage = 'usage: npm run fuzz -- [--seed N] [--runs N] [--only TEXT] [--limit SECONDS]\n';
    expect(fuzz('none', '--runs', 'x')).toEqual({ status: 2, stdout: '', stderr: usage });
  });
});
