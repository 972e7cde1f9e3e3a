// What `npm start` does: installs if the lock file is newer than what is installed, builds if a source is newer than the build,
// and checks the samples here, also as responses of `samplegate serve`. A second run starts at once. Needs only Node and npm.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changedAt, isBuildCurrent } from './is-build-current.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A command to try next. It fails: the samples document 2.60 as the newest microversion, not 2.61. */
const FAILING = 'node dist/bin.js laws api_samples/versions --newest 2.61';

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
if (!isBuildCurrent()) run('npm', ['run', '--silent', 'build']);

const bin = join(root, 'dist', 'bin.js');
const args = process.argv.slice(2);
const isLive = args.some((arg) => arg.startsWith('--live') || arg.startsWith('--targets'));
const api = isLive ? undefined : await startApi();
const live = api === undefined ? [] : ['--live', api.url];
if (args.length === 0)
  process.stdout.write(
    'Checking the samples in api_samples against the contracts in contracts.yaml,\nand the same samples as responses of a live API (`samplegate serve`):\n\n',
  );
const { status } = spawnSync(process.execPath, [bin, 'check', ...live, ...args], {
  cwd: root,
  stdio: 'inherit',
});
api?.child.kill();
if (args.length === 0 && status === 0)
  process.stdout.write(`\nAll green. To see a failure, run:\n\n  ${FAILING}\n`);
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
