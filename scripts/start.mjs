// What `npm start` does: installs when the lock file is newer than what is installed, builds when a source is newer than
// the build, and runs the gate on the samples here. A second run starts at once. Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process';
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

const { status } = spawnSync(
  process.execPath,
  [join(root, 'dist', 'bin.js'), 'check', '--verbose', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 2;
