// A whole service's contract: `samplegate check` cold and warm as whole processes, `node -e 0` and a plain loop over ajv in turn with
// it, their memory, whether they agree on every sample, and the milliseconds of each stage.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contractsFromTable, readTables } from '../examples/contracts-from-table.mjs';
import { bundleSource } from '../scripts/bundle-source.mjs';

const RUNS = 7;
const root = fileURLToPath(new URL('..', import.meta.url));
// Another build may be measured.
const bin = process.env.SAMPLEGATE_BIN ?? join(root, 'dist', 'bin.js');

/** Runs a command to its end; its peak memory and processor time come by the fourth descriptor. */
function measure(args, cwd, { usage = true } = {}) {
  const start = performance.now();
  const { stdout, stderr, status, output } = spawnSync(
    process.execPath,
    [...(usage ? ['--require', join(root, 'bench', 'usage.cjs')] : []), ...args],
    { cwd, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const ms = performance.now() - start;
  if (status > 1) throw new Error(`node ${args.join(' ')} exited with ${status}\n${stderr}`);
  const [kilobytes, microseconds] = usage ? JSON.parse(output[3]) : [0, 0];
  return { ms, stdout, megabytes: kilobytes / 1024, processor: microseconds / 1000 };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const cell = (value) => String(value).padStart(14);
const row = (label, ...cells) => process.stdout.write(`${label.padEnd(46)}${cells.map(cell).join('')}\n`);

/** The samples that fail their schemas, those that are to fail among them. */
function failingIn(report, manifest) {
  const { findings } = JSON.parse(report);
  const wrongOnPurpose = Object.values(manifest.contracts)
    .flatMap(({ samples = [] }) => samples)
    .flatMap(({ path, expect }) => (expect === 'invalid' ? [path] : []));
  const files = findings
    .filter(({ ruleId, also }) =>
      [ruleId, ...also.map((said) => said.ruleId)].includes('sample-matches-schema'),
    )
    .map(({ file }) => file.replace('api_samples/', ''));
  const accepted = findings
    .filter(({ ruleId }) => ruleId === 'sample-fails-as-expected')
    .map(({ file }) => file.replace('api_samples/', ''));
  const failing = new Set([...files, ...wrongOnPurpose]);
  for (const file of accepted) failing.delete(file);
  return JSON.stringify([...failing].toSorted((a, b) => (a < b ? -1 : 1)));
}

/** Measures on a copy of a tree, with the manifest that its tables make. */
export async function benchTree(given) {
  const tree = resolve(given);
  if (!existsSync(bin) || !existsSync(join(tree, 'contract.json'))) {
    process.stderr.write(
      'bench: run `npm run build` first, and name a tree with a contract.json: `npm run bench -- --tree TREE`\n',
    );
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-tree-'));
  try {
    const manifest = contractsFromTable(readTables(tree));
    writeFileSync(join(folder, 'contracts.json'), JSON.stringify(manifest));
    for (const part of ['schemas', 'api_samples'])
      cpSync(join(tree, part), join(folder, part), { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    measureAll(folder, tree, manifest);
    await measureStages(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureAll(folder, tree, manifest) {
  const tasks = {
    'samplegate check, cold (--no-cache)': () =>
      measure([bin, 'check', '--no-cache', '--format', 'json'], folder),
    'samplegate check, warm': () => measure([bin, 'check', '--format', 'json'], folder),
    'a plain loop over ajv, in one process': () =>
      measure([join(root, 'bench', 'plain-ajv.mjs'), tree], root),
    'node -e 0': () => measure(['-e', '0'], folder),
  };
  const names = Object.keys(tasks);
  const runs = Object.fromEntries(names.map((name) => [name, []]));
  // The first round warms the caches, the file system's among them.
  for (let run = 0; run <= RUNS; run += 1)
    for (const name of names) {
      const measured = tasks[name]();
      if (run > 0) runs[name].push(measured);
    }
  const [cold, warm, plain, empty] = names;
  const ratio = (name, other) =>
    `${median(runs[name].map(({ ms }, run) => ms / runs[other][run].ms)).toFixed(2)} ×`;
  process.stdout.write(`${RUNS} runs in turn, medians, node ${process.version}\n\n`);
  row('', 'ms', 'processor ms', 'MB', 'to node -e 0', 'to plain ajv');
  for (const name of names) {
    const of = (key) => median(runs[name].map((run) => run[key])).toFixed(0);
    row(name, of('ms'), of('processor'), of('megabytes'), ratio(name, empty), ratio(name, plain));
  }
  for (const other of ['ajv-cli', '@sourcemeta/jsonschema']) row(other, perSchema(other, tree));
  const [reference] = runs[plain];
  const isSame = [...runs[cold], ...runs[warm]].every(
    ({ stdout }) => failingIn(stdout, manifest) === reference.stdout,
  );
  process.stdout.write(
    `\nsamples that fail: ${JSON.parse(reference.stdout).length}; ${isSame ? 'all agree' : 'NOT the same with samplegate and ajv'}\n`,
  );
  if (!isSame) process.exitCode = 1;
}

/** One process a schema, as such a command is used; its own formats, so that its verdicts are not compared. */
function perSchema(name, tree) {
  const require = createRequire(import.meta.url);
  let program;
  try {
    const { bin: bins } = require(`${name}/package.json`);
    program = join(root, 'node_modules', name, typeof bins === 'string' ? bins : Object.values(bins)[0]);
  } catch {
    return 'skipped: it is not installed';
  }
  const samples = new Map();
  for (const { sample, schema } of readTables(tree).mapping)
    if (schema !== null)
      samples.set(schema, [...(samples.get(schema) ?? []), join(tree, 'api_samples', sample)]);
  const start = performance.now();
  for (const [schema, files] of samples) {
    const args =
      name === 'ajv-cli'
        ? [
            'validate',
            '--spec=draft2020',
            '--strict=false',
            '-s',
            join(tree, schema),
            ...files.flatMap((file) => ['-d', file]),
          ]
        : ['validate', join(tree, schema), ...files];
    spawnSync(process.execPath, [program, ...args], { stdio: 'ignore' });
  }
  return (performance.now() - start).toFixed(0);
}

async function measureStages(folder) {
  const outfile = join(folder, 'node_modules', 'stages.cjs');
  await bundleSource('bench/stages.ts', outfile);
  const runs = Array.from({ length: RUNS }, () =>
    JSON.parse(measure([outfile], folder, { usage: false }).stdout),
  );
  process.stdout.write('\nstages, each in a cold process, without the code cache\n\n');
  for (const stage of Object.keys(runs[0]))
    row(stage, `${median(runs.map((run) => run[stage])).toFixed(0)} ms`);
}
