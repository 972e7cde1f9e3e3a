// Debian's packages of a Compute API, installed once: no recommended packages, and no service started by the install.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tailOf } from './tail-of.mjs';

const PACKAGES = ['nova-api', 'uwsgi-core', 'uwsgi-plugin-python3', 'python3-keystoneauth1'];
const POLICY = '/usr/sbin/policy-rc.d';
const DENIED = 101;
const LONGEST_INSTALL_MS = 15 * 60_000;

/** Which of the packages are not installed here; `undefined` where the machine is no Debian. */
function missingPackages() {
  const { error, stdout } = spawnSync(
    'dpkg-query',
    ['--show', '--showformat', '${db:Status-Abbrev}${Package}\n', ...PACKAGES],
    { encoding: 'utf8' },
  );
  if (error !== undefined) return undefined;
  const installed = new Set(stdout.split('\n').filter((line) => line.startsWith('ii ')));
  return PACKAGES.filter((name) => !installed.has(`ii ${name}`));
}

/** Makes `invoke-rc.d` start nothing; gives back what puts the machine's own policy in its place again. */
function forbidServices() {
  const isThere = existsSync(POLICY);
  // A policy that forbids it already is left alone: what is not touched need not be restored.
  if (isThere && spawnSync(POLICY, ['nova-api', 'start']).status === DENIED) return () => {};
  const aside = `${POLICY}.samplegate`;
  if (isThere) renameSync(POLICY, aside);
  writeFileSync(POLICY, `#!/bin/sh\nexit ${DENIED}\n`, { mode: 0o755 });
  return () => {
    if (isThere) renameSync(aside, POLICY);
    else rmSync(POLICY, { force: true });
  };
}

/** Runs apt-get with its output in the log; whether it succeeded. */
async function aptGet(args, log) {
  const output = openSync(log, 'a');
  const child = spawn('apt-get', ['-y', '-q', '-o', 'DPkg::Lock::Timeout=120', ...args], {
    stdio: ['ignore', output, output],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    timeout: LONGEST_INSTALL_MS,
    // Ctrl-C is not for apt-get: an install that is cut short leaves packages half there.
    detached: true,
  });
  closeSync(output);
  const [code] = await once(child, 'exit');
  return code === 0;
}

async function installPackages(packages, log) {
  const install = [
    '-o',
    'Dpkg::Options::=--force-confold',
    'install',
    '--no-install-recommends',
    ...packages,
  ];
  const restore = forbidServices();
  let interrupted = false;
  const wait = () => {
    interrupted = true;
    process.stdout.write('apt-get is at work: the run ends after it\n');
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.prependListener(signal, wait);
  try {
    if (await aptGet(install, log)) return true;
    // The usual reason on a new machine: no lists of packages, or ones that name versions no longer there.
    return (await aptGet(['update'], log)) && (await aptGet(install, log));
  } finally {
    restore();
    for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, wait);
    if (interrupted) process.exit(130);
  }
}

/**
 * Sees to it that the packages are there. The outcome is `present`, `installed`, `impossible` (this machine cannot
 * have them: no Debian, or not root) or `failed`; the last two come with a reason.
 */
export async function installNova(folder) {
  const missing = missingPackages();
  if (missing === undefined) return { outcome: 'impossible', reason: 'this machine has no dpkg' };
  if (missing.length === 0) return { outcome: 'present' };
  const wanted = `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not installed`;
  if (spawnSync('apt-get', ['--version']).error !== undefined) {
    return { outcome: 'impossible', reason: `${wanted}, and there is no apt-get here` };
  }
  if (process.getuid?.() !== 0) {
    return { outcome: 'impossible', reason: `${wanted}, and only root can install with apt-get` };
  }
  const log = join(folder, 'apt-get.log');
  if (await installPackages(missing, log)) return { outcome: 'installed' };
  return { outcome: 'failed', reason: `apt-get could not install ${missing.join(', ')}:\n${tailOf(log)}` };
}
