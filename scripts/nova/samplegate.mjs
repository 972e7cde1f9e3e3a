import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { spawnOwned } from './spawn-owned.mjs';

/** This project, whose manifest is the one that is used. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The built command. */
export const BIN = join(ROOT, 'dist', 'bin.js');

/** Everything is on loopback: no proxy of the environment may come between. */
export const ENVIRONMENT = {
  ...process.env,
  NO_COLOR: '1',
  FORCE_COLOR: '0',
  NO_PROXY: '127.0.0.1',
  no_proxy: '127.0.0.1',
};

const LONGEST_RUN_MS = 60_000;

/** Runs the built command to its end, without holding up the servers of this process. */
export async function samplegate(...args) {
  const { child, ended } = spawnOwned(process.execPath, [BIN, ...args], {
    cwd: ROOT,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_RUN_MS,
  });
  const [status, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { status, stdout, stderr };
}

/** Checks a service with this project's manifest; the findings are those of the JSON report. */
export async function checkLive(url, ...args) {
  const { status, stdout, stderr } = await samplegate('check', '--live', url, '-f', 'json', ...args);
  // 2: it could not run; anything else but 0 and 1 is no exit code of the command.
  if (status === 0 || status === 1) return { status, findings: JSON.parse(stdout).findings };
  throw new Error(
    `\`samplegate check\` ended with ${status}:\n${`${stdout}\n${stderr}`.trim().slice(0, 2000)}`,
  );
}

/** Findings for a message: a line each. */
export function linesOf(findings) {
  if (findings.length === 0) return '  (no findings)';
  return findings
    .map(
      ({ severity, ruleId, file, pointer, message }) =>
        `  ${severity} ${ruleId} ${file}${pointer ?? ''}: ${message}`,
    )
    .join('\n');
}
