// `npm run bench`: measures `samplegate check` on the samples of this project, as a whole process, in turn with `node -e 0`. Also
// measures it with the samples served as a live API on loopback, and each stage in a cold process. Prints medians; asserts nothing.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSource } from '../scripts/bundle-source.mjs';
import { median } from './table.mjs';

const RUNS = 15;
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'dist', 'bin.js');
if (!existsSync(bin)) {
  process.stderr.write('bench: there is no build: run `npm run build` first\n');
  process.exit(2);
}

function time(args) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} exited with ${status}\n${stdout}${stderr}`);
  return { ms: performance.now() - start, stdout };
}

const print = (label, value, unit) =>
  process.stdout.write(`${label.padEnd(44)}${value.padStart(8)} ${unit}\n`);

const api = spawn(process.execPath, [bin, 'serve', '--port', '0'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [printed] = await once(api.stdout, 'data');
const [url] = /http:\S+/.exec(String(printed)) ?? [];

const check = [];
const live = [];
const empty = [];
time([bin, 'check']);
time([bin, 'check', '--live', url]);
time(['-e', '0']);
for (let run = 0; run < RUNS; run += 1) {
  check.push(time([bin, 'check']).ms);
  live.push(time([bin, 'check', '--live', url]).ms);
  empty.push(time(['-e', '0']).ms);
}
api.kill();
process.stdout.write(`samplegate check on this project, ${RUNS} runs, medians, node ${process.version}\n\n`);
print('samplegate check, whole process', median(check).toFixed(0), 'ms');
print('samplegate check --live, whole process', median(live).toFixed(0), 'ms');
print('node -e 0, whole process', median(empty).toFixed(0), 'ms');
print('ratio of check, run by run', median(check.map((ms, index) => ms / empty[index])).toFixed(2), '×');
print(
  'ratio of check --live, run by run',
  median(live.map((ms, index) => ms / empty[index])).toFixed(2),
  '×',
);

const folder = mkdtempSync(join(tmpdir(), 'samplegate-bench-'));
try {
  const outfile = join(folder, 'stages.cjs');
  await bundleSource('bench/stages.ts', outfile);
  const runs = Array.from({ length: RUNS }, () => JSON.parse(time([outfile]).stdout));
  process.stdout.write('\nstages, each in a cold process, without the code cache\n\n');
  for (const stage of Object.keys(runs[0]))
    print(stage, median(runs.map((run) => run[stage])).toFixed(1), 'ms');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
