import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

let steps = 0;

/** Runs one part of the test, and counts it. */
export async function step(name, body) {
  await body();
  steps += 1;
  process.stdout.write(`ok  ${name}\n`);
}

/** How many parts have passed. */
export function stepsPassed() {
  return steps;
}

/** The output of a command, which must exit with this code. */
export function run(command, args, cwd, { expected = 0, env = {} } = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      NO_COLOR: '1',
      FORCE_COLOR: '0',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      ...env,
    },
  });
  assert.equal(
    status,
    expected,
    `\`${command} ${args.join(' ')}\` exited with ${status}\n${stdout}\n${stderr}`,
  );
  return stdout + stderr;
}

/** Creates the folder of a stranger's project with these files, by path. */
export function makeProject(path, files = {}, settings = {}) {
  mkdirSync(path, { recursive: true });
  const content = { name: 'stranger', version: '1.0.0', private: true, ...settings };
  writeFiles(path, { 'package.json': JSON.stringify(content), ...files });
}

/** Writes files below a folder, by path. */
export function writeFiles(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
