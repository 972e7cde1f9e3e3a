// Measures a whole service's contract: `samplegate check` cold and warm as whole processes, in turn with `node -e 0` and a plain loop
// over ajv; other command lines if they are installed; each stage; and jest. Prints milliseconds, memory, and whether all verdicts agree.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contractsFromTable, readTables } from '../examples/contracts-from-table.mjs';
import { bundleSource } from '../scripts/bundle-source.mjs';
import { benchJest } from './jest.mjs';
import { measure } from './measure.mjs';
import { OTHER_TOOLS, programOf } from './other-tools.mjs';
import { median, row } from './table.mjs';

const RUNS = 7;
const root = fileURLToPath(new URL('..', import.meta.url));
// SAMPLEGATE_BIN measures another build.
const bin = process.env.SAMPLEGATE_BIN ?? join(root, 'dist', 'bin.js');

/** The samples that fail their schemas, including those that are expected to fail. */
function failingIn(report, manifest) {
  const { findings } = JSON.parse(report);
  const wrongOnPurpose = Object.values(manifest.contracts)
    .flatMap(({ samples = [] }) => samples)
    .flatMap(({ path, expect }) => (expect === 'invalid' ? [path] : []));
  const files = findings
    .filter(({ ruleId, also }) =>
      [ruleId, ...also.map((other) => other.ruleId)].includes('sample-matches-schema'),
    )
    .map(({ file }) => file.replace('api_samples/', ''));
  const accepted = findings
    .filter(({ ruleId }) => ruleId === 'sample-fails-as-expected')
    .map(({ file }) => file.replace('api_samples/', ''));
  const failing = new Set([...files, ...wrongOnPurpose]);
  for (const file of accepted) failing.delete(file);
  return JSON.stringify([...failing].toSorted((a, b) => (a < b ? -1 : 1)));
}

/** Measures a copy of a tree, with the manifest that is made from its tables. */
export async function benchTree(given) {
  const tree = resolve(given);
  if (!existsSync(bin) || !existsSync(join(tree, 'contract.json'))) {
    process.stderr.write(
      'bench: run `npm run build` first, and pass a tree with a contract.json: `npm run bench -- --tree TREE`\n',
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
    commitTwice(folder, readTables(tree).mapping[0].sample);
    measureAll(folder, tree, manifest);
    await measureStages(folder);
    benchJest(folder, root);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the folder a repository with two commits, which differ in one sample. */
function commitTwice(folder, path) {
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...args], {
      cwd: folder,
    });
  const sample = join(folder, 'api_samples', path);
  const text = readFileSync(sample, 'utf8');
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'the base');
  writeFileSync(sample, `${text}\n`);
  git('commit', '--quiet', '--all', '--message', 'a change');
}

function measureAll(folder, tree, manifest) {
  const tasks = {
    'samplegate check, cold (--no-cache)': () =>
      measure([bin, 'check', '--no-cache', '--format', 'json'], folder),
    'samplegate check --base HEAD^1': () =>
      measure([bin, 'check', '--base', 'HEAD^1', '--format', 'json'], folder),
    'samplegate check, warm': () => measure([bin, 'check', '--format', 'json'], folder),
    'a plain loop over ajv, in one process': () =>
      measure([join(root, 'bench', 'plain-ajv.mjs'), tree], root),
    'node -e 0': () => measure(['-e', '0'], folder),
  };
  const names = Object.keys(tasks);
  const runs = Object.fromEntries(names.map((name) => [name, []]));
  // The first round warms the caches, including that of the file system.
  for (let run = 0; run <= RUNS; run += 1)
    for (const name of names) {
      const measured = tasks[name]();
      if (run > 0) runs[name].push(measured);
    }
  const [cold, based, warm, plain, empty] = names;
  const ratio = (name, other) =>
    `${median(runs[name].map(({ ms }, run) => ms / runs[other][run].ms)).toFixed(2)} ×`;
  process.stdout.write(`${RUNS} runs in turn, medians, node ${process.version}\n\n`);
  row('', 'ms', 'processor ms', 'MB', 'to node -e 0', 'to plain ajv');
  for (const name of names) {
    const of = (key) => median(runs[name].map((run) => run[key])).toFixed(0);
    row(name, of('ms'), of('processor'), of('megabytes'), ratio(name, empty), ratio(name, plain));
  }
  const added = (key) =>
    median(runs[based].map((run, index) => run[key] - runs[cold][index][key])).toFixed(0);
  process.stdout.write(
    `\n--base adds ${added('ms')} ms and ${added('processor')} ms of processor time to a cold run\n`,
  );
  const base = {
    empty: median(runs[empty].map(({ ms }) => ms)),
    plain: median(runs[plain].map(({ ms }) => ms)),
  };
  const comparisons = OTHER_TOOLS.flatMap((tool) => measureOther(tool, tree, folder, base));
  const [reference] = runs[plain];
  const isSame = [...runs[cold], ...runs[warm]].every(
    ({ stdout }) => failingIn(stdout, manifest) === reference.stdout,
  );
  process.stdout.write(
    `\nsamples that fail: ${JSON.parse(reference.stdout).length}; ${isSame ? 'samplegate and ajv agree' : 'samplegate and ajv do NOT agree'}\n`,
  );
  for (const line of comparisons) process.stdout.write(`${line}\n`);
  const missing = OTHER_TOOLS.map(({ name }) => name).filter((name) => programOf(name) === undefined);
  if (missing.length > 0)
    process.stdout.write(
      `not measured, because not installed: ${missing.join(', ')}: run \`npm install --no-save ${missing.join(' ')}\`\n`,
    );
  if (!isSame) process.exitCode = 1;
}

/** A figure, or `-` if this machine cannot measure it. */
const show = (value) => (Number.isNaN(value) ? '-' : value.toFixed(0));

/** Prints the row of a tool if it is installed, and returns a line that compares its verdicts. */
function measureOther({ name, label, runs, formats, run }, tree, folder, base) {
  const program = programOf(name);
  if (program === undefined) return [];
  const samplesOf = new Map();
  for (const { sample, schema } of readTables(tree).mapping)
    if (schema !== null) samplesOf.set(schema, [...(samplesOf.get(schema) ?? []), sample]);
  const measured = Array.from({ length: runs }, () => run(program, { tree, samplesOf, folder }));
  const of = (key) => median(measured.map((one) => one[key]));
  const ratio = (other) => `${(of('ms') / other).toFixed(2)} ×`;
  row(
    label,
    show(of('ms')),
    show(of('processor')),
    show(of('megabytes')),
    ratio(base.empty),
    ratio(base.plain),
  );
  const options = formats ? [] : ['--no-formats'];
  const reference = JSON.parse(
    measure([join(root, 'bench', 'plain-ajv.mjs'), tree, ...options], root).stdout,
  );
  return [describeVerdicts(name, measured[0], [...samplesOf.values()].flat(), reference, formats)];
}

/** Compares the verdicts of another tool with those of the loop over ajv, with the same formats or without formats. */
function describeVerdicts(name, { verdicts, failure }, samples, reference, formats) {
  const mode = formats ? 'with the formats of the service' : 'without formats, because it only has its own';
  const failing = new Set(verdicts.flatMap(([sample, passes]) => (passes ? [] : [sample])));
  const expected = new Set(reference);
  const checked = new Set(verdicts.map(([sample]) => sample));
  const missing = samples.length - verdicts.length;
  const different = [...checked].filter((sample) => failing.has(sample) !== expected.has(sample));
  const parts = [
    different.length === 0
      ? `agrees with ajv on ${checked.size} samples (${failing.size} fail)`
      : `does NOT agree with ajv on ${different.length} of ${checked.size} samples, such as ${different[0]}`,
    ...(missing === 0 ? [] : [`${missing} of ${samples.length} verdicts are missing, so it did less work`]),
    ...(failure === undefined ? [] : [`it failed with: ${failure}`]),
  ];
  return `${name} (${mode}): ${parts.join('; ')}`;
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
