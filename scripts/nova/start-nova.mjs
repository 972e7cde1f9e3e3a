// Starts a real Compute API from Debian's packages on loopback. Everything it writes is in one temporary folder.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newestOf } from './ask.mjs';
import { freePort } from './free-port.mjs';
import { databaseUrl, writeNovaConfig } from './nova-config.mjs';
import { spawnOwned } from './spawn-owned.mjs';
import { tailOf } from '../tail-of.mjs';
import { waitFor } from './wait-for.mjs';

const LONGEST_COMMAND_MS = 600_000;

/** Starts one of nova's programs with the configuration in the folder, and its output in a log there. */
function spawnLogged(folder, command, args, options) {
  const log = join(folder, `${command}.log`);
  const output = openSync(log, 'a');
  const owned = spawnOwned(command, args, {
    cwd: folder,
    env: { ...process.env, OS_NOVA_CONFIG_DIR: folder },
    stdio: ['ignore', output, output],
    ...options,
  });
  closeSync(output);
  return { ...owned, logged: () => tailOf(log) };
}

async function novaManage(folder, ...args) {
  const all = ['--config-file', join(folder, 'nova.conf'), ...args];
  const { ended, logged } = spawnLogged(folder, 'nova-manage', all, { timeout: LONGEST_COMMAND_MS });
  const how = await ended;
  if (how !== 0) throw new Error(`\`nova-manage ${args.join(' ')}\` ended with ${how}:\n${logged()}`);
}

/** Writes the configuration and creates the databases. A restart does not need that again. */
async function prepareNova(folder) {
  writeNovaConfig(folder);
  await novaManage(folder, 'api_db', 'sync');
  await novaManage(folder, 'db', 'sync', '--local_cell');
  await novaManage(folder, 'cell_v2', 'map_cell0', '--database_connection', databaseUrl(folder, 'cell0'));
}

/** Starts the API of a prepared folder; resolves when it responds. */
async function startPreparedNova(folder, port) {
  const app = ['--plugin', 'python3', '--wsgi-file', '/usr/bin/nova-api-wsgi', '--need-app'];
  const socket = ['--http-socket', `127.0.0.1:${port}`, '--buffer-size', '65535'];
  // One process with two threads and no master, so that SIGTERM ends it and nothing starts another one.
  const threads = ['--enable-threads', '--threads', '2', '--die-on-term'];
  const uwsgi = spawnLogged(folder, 'uwsgi', [...app, ...socket, ...threads]);
  const url = `http://127.0.0.1:${port}/`;
  try {
    const newest = await waitFor('nova', uwsgi, () => newestOf(url), uwsgi.logged);
    return { name: 'nova', url, newest, memory: residentSize(uwsgi.child.pid), stop: uwsgi.stop };
  } catch (error) {
    await uwsgi.stop();
    throw error;
  }
}

/** The resident memory of a process, such as `151 MB`. Linux only. */
function residentSize(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return `${Math.round(Number(kilobytes) / 1024)} MB`;
}

/** Starts a Compute API in a new temporary folder; `stop` removes the folder. */
export async function startNova() {
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-nova-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  await prepareNova(folder);
  const nova = await startPreparedNova(folder, await freePort());
  return { ...nova, stop: () => nova.stop().then(remove) };
}
