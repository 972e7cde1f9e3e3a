// Installs packages of Debian for a test, unless they are installed already. Recommended packages are not installed, and the installation
// starts no service.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tailOf } from '../tail-of.mjs';

const POLICY = '/usr/sbin/policy-rc.d';
const DENIED = 101;
const LONGEST_INSTALL_MS = 60 * 60_000;

/** Those of the packages that are not installed; `undefined` if the machine does not run Debian. */
function missingOf(packages) {
  const { error, stdout } = spawnSync(
    'dpkg-query',
    ['--show', '--showformat', '${db:Status-Abbrev}${Package}\n', ...packages],
    { encoding: 'utf8' },
  );
  if (error !== undefined) return undefined;
  const installed = new Set(stdout.split('\n').filter((line) => line.startsWith('ii ')));
  return packages.filter((name) => !installed.has(`ii ${name}`));
}

/** Stops `invoke-rc.d` from starting services; returns a function that restores the machine's own policy. */
function forbidServices() {
  const isThere = existsSync(POLICY);
  // If the machine's policy forbids it already, there is nothing to change or restore.
  if (isThere && spawnSync(POLICY, ['service', 'start']).status === DENIED) return () => {};
  const backup = `${POLICY}.samplegate`;
  if (isThere) renameSync(POLICY, backup);
  writeFileSync(POLICY, `#!/bin/sh\nexit ${DENIED}\n`, { mode: 0o755 });
  return () => {
    if (isThere) renameSync(backup, POLICY);
    else rmSync(POLICY, { force: true });
  };
}

/** Runs apt-get with its output in the log; returns whether it succeeded. */
async function aptGet(args, log) {
  const output = openSync(log, 'a');
  const child = spawn('apt-get', ['-y', '-q', '-o', 'DPkg::Lock::Timeout=600', ...args], {
    stdio: ['ignore', output, output],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    timeout: LONGEST_INSTALL_MS,
    // Ctrl-C must not reach apt-get: an interrupted installation leaves packages half-installed.
    detached: true,
  });
  closeSync(output);
  const [code] = await once(child, 'exit');
  return code === 0;
}

async function runInstall(packages, log) {
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
    process.stdout.write('apt-get is running: the run ends when it is done\n');
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.prependListener(signal, wait);
  try {
    if (await aptGet(install, log)) return true;
    // On a new machine, it usually fails because the package lists are missing or name versions that no longer exist.
    return (await aptGet(['update'], log)) && (await aptGet(install, log));
  } finally {
    restore();
    for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, wait);
    if (interrupted) process.exit(130);
  }
}

/**
 * Installs those packages that are missing, with a log in the folder. The outcome is `present`, `installed`, `impossible` (the machine does not run Debian, or
 * the user is not root) or `failed`. The last two have a reason.
 */
export async function installPackages(packages, folder) {
  const missing = missingOf(packages);
  if (missing === undefined) return { outcome: 'impossible', reason: 'this machine has no dpkg' };
  if (missing.length === 0) return { outcome: 'present' };
  const wanted = `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not installed`;
  if (spawnSync('apt-get', ['--version']).error !== undefined) {
    return { outcome: 'impossible', reason: `${wanted}, and this machine has no apt-get` };
  }
  if (process.getuid?.() !== 0) {
    return { outcome: 'impossible', reason: `${wanted}, and only root can install with apt-get` };
  }
  const log = join(folder, 'apt-get.log');
  if (await runInstall(missing, log)) return { outcome: 'installed' };
  return { outcome: 'failed', reason: `apt-get could not install ${missing.join(', ')}:\n${tailOf(log)}` };
}
