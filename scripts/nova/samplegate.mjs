import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { spawnOwned } from './spawn-owned.mjs';

/** The folder of this project. Its manifest is the one to check with. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The built command. */
export const BIN = join(ROOT, 'dist', 'bin.js');

/** All services are on loopback, so proxies from the environment must not be used. */
export const ENVIRONMENT = {
  ...process.env,
  NO_COLOR: '1',
  FORCE_COLOR: '0',
  NO_PROXY: '127.0.0.1',
  no_proxy: '127.0.0.1',
};

const LONGEST_RUN_MS = 600_000;

/** Runs the built command to its end, without blocking the servers in this process. */
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

/** Checks a service with this project's manifest, and returns the findings of the JSON report. */
export async function checkLive(url, ...args) {
  const live = ['--live', url, '--timeout', '120'];
  const { status, stdout, stderr } = await samplegate('check', ...live, '-f', 'json', ...args);
  // 2 means that it could not run; other codes than 0 and 1 mean a crash.
  if (status === 0 || status === 1) return { status, findings: JSON.parse(stdout).findings };
  throw new Error(
    `\`samplegate check\` ended with ${status}:\n${`${stdout}\n${stderr}`.trim().slice(0, 2000)}`,
  );
}

/** Findings as text, one line each. */
export function linesOf(findings) {
  if (findings.length === 0) return '  (no findings)';
  return findings
    .map(
      ({ severity, ruleId, file, pointer, message }) =>
        `  ${severity} ${ruleId} ${file}${pointer ?? ''}: ${message}`,
    )
    .join('\n');
}
