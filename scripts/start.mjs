// What `npm start` does: installs when the lock file is newer than what is installed, builds when a source is newer than
// the build, and runs the gate on the samples here, also as `samplegate serve` answers with them. A second run starts at once. Needs nothing but Node and npm.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function changedAt(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((file) => changedAt(join(folder, file)))
    .reduce((newest, time) => Math.max(newest, time), changedAt(folder));
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error !== undefined || status !== 0) {
    process.stderr.write(
      `samplegate: \`${command} ${args.join(' ')}\` failed${error === undefined ? '' : `: ${error.message}`}\n`,
    );
    process.exit(2);
  }
}

if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json'))
  run('npm', ['ci', '--no-audit', '--no-fund']);

const sources = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'].map(changedAt);
if (changedAt('dist/bin.js') < Math.max(newestBelow('src'), newestBelow('scripts'), ...sources))
  run('npm', ['run', '--silent', 'build']);

const bin = join(root, 'dist', 'bin.js');
const args = process.argv.slice(2);
const isLive = args.some((arg) => arg.startsWith('--live') || arg.startsWith('--targets'));
const api = isLive ? undefined : await startApi();
const live = api === undefined ? [] : ['--live', api.url];
const { status } = spawnSync(process.execPath, [bin, 'check', '--verbose', ...live, ...args], {
  cwd: root,
  stdio: 'inherit',
});
api?.child.kill();
process.exitCode = status ?? 2;

/** The samples here as a live API, so that the responses are checked too; gives its URL once it listens. */
async function startApi() {
  const child = spawn(process.execPath, [bin, 'serve', '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const text of child.stdout) {
    printed += text;
    const [url] = /http:\/\/\S+/.exec(printed) ?? [];
    if (url !== undefined && printed.includes('\n')) return { child, url };
  }
  process.stderr.write('samplegate: the samples could not be served\n');
  process.exit(2);
}
