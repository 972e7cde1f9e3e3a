// `node bench/fleet.mjs [COUNT [CONCURRENCY]]`: checks 2,000 services on loopback in one run of `samplegate check --targets`. Some are
// dead, slow or wrong. Fails if a service is missing from the report or reported wrongly. Prints seconds and peak memory, next to those
// of a plain loop of requests to the same services.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KINDS, kindOf } from './fleet-kinds.mjs';
import { writeFleetProject } from './fleet-project.mjs';

const [count = 2000, concurrency = 32] = process.argv.slice(2).map(Number);
const root = fileURLToPath(new URL('..', import.meta.url));
// SAMPLEGATE_BIN measures another build.
const bin = process.env.SAMPLEGATE_BIN ?? join(root, 'dist', 'bin.js');
if (!existsSync(bin)) {
  process.stderr.write('bench: there is no build: run `npm run build` first\n');
  process.exit(2);
}

function writeProject(folder, urls) {
  const targets = urls.map((url, index) => ({
    name: `${kindOf(index)} ${index}`,
    url,
    ...(kindOf(index) === 'hung' ? { timeout: 1 } : {}),
  }));
  writeFleetProject(root, folder, { 'targets.json': targets });
  writeFileSync(join(folder, 'urls.json'), JSON.stringify(urls));
}

/** Runs a command to its end. */
async function measure(args, cwd) {
  const start = performance.now();
  const child = spawn(process.execPath, ['--require', join(root, 'bench', 'usage.cjs'), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const texts = { 1: '', 3: '' };
  for (const descriptor of [1, 3])
    child.stdio[descriptor].on('data', (chunk) => (texts[descriptor] += chunk));
  const [code] = await once(child, 'close');
  const seconds = (performance.now() - start) / 1000;
  const [kilobytes, microseconds] = JSON.parse(texts[3]);
  return { code, out: texts[1], seconds, megabytes: kilobytes / 1024, processor: microseconds / 1e6 };
}

/** The mistakes in the report, one line each. */
function mistakes({ code, out }) {
  const lines = out.split('\n').filter(Boolean).map(JSON.parse);
  const reported = new Map(lines.filter(({ kind }) => kind === 'target').map((row) => [row.target, row]));
  const expected = Array.from({ length: count }, (_, index) => [
    `${kindOf(index)} ${index}`,
    KINDS[kindOf(index)].status,
  ]);
  return [
    ...expected.flatMap(([name, status]) => {
      const found = reported.get(name)?.status ?? 'missing';
      return found === status ? [] : [`${name}: expected ${status}, got ${found}`];
    }),
    ...(reported.size === count ? [] : [`expected ${count} targets in the report, got ${reported.size}`]),
    ...(code === 1 ? [] : [`expected the exit code 1, got ${code}`]),
    ...(lines.filter(({ kind }) => kind === 'summary').length === 1 ? [] : ['expected exactly one summary']),
  ];
}

const print = (label, value, unit) =>
  process.stdout.write(`${label.padEnd(44)}${value.padStart(8)} ${unit}\n`);

const folder = mkdtempSync(join(tmpdir(), 'samplegate-fleet-'));
const server = fork(join(root, 'bench', 'fleet-server.mjs'), [String(count)]);
try {
  const [urls] = await once(server, 'message');
  writeProject(folder, urls);
  const reference = await measure(
    [join(root, 'bench', 'fleet-reference.mjs'), join(folder, 'urls.json'), String(concurrency)],
    root,
  );
  const check = await measure(
    [bin, 'check', '--targets', 'targets.json', '--format', 'ndjson', '--concurrency', String(concurrency)],
    folder,
  );
  const wrong = mistakes(check);
  process.stdout.write(`${count} services on loopback, three documents each, ${concurrency} in parallel\n\n`);
  print('samplegate check --targets', check.seconds.toFixed(1), 's');
  print('  processor time', check.processor.toFixed(1), 's');
  print('  peak memory', check.megabytes.toFixed(0), 'MB');
  print('a plain loop of undici requests', reference.seconds.toFixed(1), 's');
  print('  processor time', reference.processor.toFixed(1), 's');
  print('  peak memory', reference.megabytes.toFixed(0), 'MB');
  print('ratio to the plain loop', (check.seconds / reference.seconds).toFixed(2), '×');
  print('reported wrongly', String(wrong.length), `of ${count}`);
  for (const line of wrong.slice(0, 10)) process.stdout.write(`  ${line}\n`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  server.disconnect();
  rmSync(folder, { recursive: true });
}
