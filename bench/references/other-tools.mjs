// Runs other command lines on the same samples and schemas. They are not dependencies: each is measured if it is installed, in the way
// that needs the fewest processes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTables } from '../../examples/contracts-from-table.mjs';
import { median, times } from '../figures.mjs';
import { measure } from '../measure.mjs';
import { row, show } from '../table.mjs';
import { plainAjv } from './references.mjs';

const FORMATS = fileURLToPath(new URL('service-formats.cjs', import.meta.url));

/** The tools, in the order of their rows. Each returns its figures and all its verdicts, as `[sample, whether it passes]`. */
const OTHER_TOOLS = [
  {
    name: 'ajv-cli',
    label: 'ajv-cli, one process per schema, once',
    rounds: 1,
    isSlow: true,
    formats: true,
    run: ajvCli,
  },
  {
    name: '@sourcemeta/jsonschema',
    label: '@sourcemeta/jsonschema test, one process',
    rounds: 5,
    // It only has the formats of the specification, and by default does not check them.
    formats: false,
    run: sourcemeta,
  },
];

/** Measures the tools that are installed, the slow ones only if `isPatient`, on the samples of a tree, and returns lines that compare their verdicts. */
export function measureOthers({ figures: [figures] }, tree, folder, isPatient) {
  const { rows, references } = figures.tree;
  const samplesOf = new Map();
  for (const { sample, schema } of readTables(tree).mapping)
    if (schema !== null) samplesOf.set(schema, [...(samplesOf.get(schema) ?? []), sample]);
  return OTHER_TOOLS.map(({ name, label, rounds, isSlow, formats, run }) => {
    const program = programOf(name);
    if (program === undefined)
      return `${name}: not measured, because it is not installed: \`npm run bench -- --peers\` installs it`;
    if (isSlow && !isPatient) return `${name}: takes minutes, so only \`npm run bench -- tree\` measures it`;
    const runs = Array.from({ length: rounds }, () => run(program, { tree, samplesOf, folder }));
    const of = (key) => median(runs.map((one) => one[key]));
    const ratio = (reference) => times(of('ms') / median(rows[reference].map(({ ms }) => ms)));
    row(label, show(of('ms')), show(of('processor')), show(of('megabytes')), ...references.map(ratio));
    const options = formats ? [] : ['--no-formats'];
    const reference = JSON.parse(plainAjv(tree, ...options).stdout);
    return describeVerdicts(name, runs[0], [...samplesOf.values()].flat(), reference, formats);
  });
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

/** The program of a package in bench/peers; undefined if it is not installed. */
function programOf(name) {
  const manifest = fileURLToPath(new URL(`../peers/node_modules/${name}/package.json`, import.meta.url));
  if (!existsSync(manifest)) return undefined;
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : Object.values(bin)[0]);
}

/** Runs ajv-cli once per schema. The formats of the service are loaded from a module. */
function ajvCli(program, { tree, samplesOf, folder }) {
  process.stderr.write(`ajv-cli: one process for each of ${samplesOf.size} schemas\n`);
  const runs = [...samplesOf].map(([schema, samples]) => {
    const data = samples.flatMap((sample) => ['-d', join(tree, 'api_samples', sample)]);
    const options = ['--spec=draft2020', '--strict=false', '--all-errors', '--errors=no', '-c', FORMATS];
    const args = [program, 'validate', ...options, '-s', join(tree, schema), ...data];
    const measured = measure(args, folder, { env: { BENCH_TREE: tree } });
    const lines = new Set(`${measured.stdout}\n${measured.stderr}`.split('\n'));
    const verdicts = samples.flatMap((sample) => {
      const file = join(tree, 'api_samples', sample);
      return [
        [sample, true],
        [sample, false],
      ].filter(([, passes]) => lines.has(`${file} ${passes ? 'valid' : 'invalid'}`));
    });
    return { ...measured, verdicts, error: verdicts.length < samples.length ? measured.stderr : '' };
  });
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
  return {
    ms: sum('ms'),
    processor: sum('processor'),
    megabytes: Math.max(...runs.map((run) => run.megabytes)),
    verdicts: runs.flatMap(({ verdicts }) => verdicts),
    failure: runs.map(({ error }) => error.trim().split('\n')[0]).find((line) => line !== ''),
  };
}

/** Runs a folder with one test file per schema. The tool starts a program that is not node, so GNU time measures it if there is one. */
function sourcemeta(program, { tree, samplesOf, folder }) {
  const tests = join(folder, 'tests');
  const usage = join(folder, 'usage.txt');
  mkdirSync(tests, { recursive: true });
  for (const [index, [schema, samples]] of [...samplesOf].entries()) {
    const cases = samples.map((sample) => ({
      description: sample,
      valid: true,
      dataPath: join(tree, 'api_samples', sample),
    }));
    const test = { target: join(tree, schema), tests: cases };
    writeFileSync(join(tests, `${index}.test.json`), JSON.stringify(test));
  }
  const command = [process.execPath, program, 'test', tests, '--json'];
  const time = ['/usr/bin/time', '--quiet', '-o', usage, '-f', '%M %U %S'];
  const hasTime = /GNU/.test(String(spawnSync(time[0], ['--version']).stdout));
  const [file, ...args] = hasTime ? [...time, ...command] : command;
  const start = performance.now();
  const { stdout, stderr } = spawnSync(file, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const ms = performance.now() - start;
  const [kilobytes, user, system] = hasTime ? readFileSync(usage, 'utf8').split(' ').map(Number) : [];
  return {
    ms,
    processor: (user + system) * 1000,
    megabytes: kilobytes / 1024,
    ...verdictsIn(stdout, stderr),
  };
}

/** The verdicts in its report; if it stopped, such as at a schema that it rejects, its error. */
function verdictsIn(stdout, stderr) {
  try {
    const { results, error, filePath } = JSON.parse(stdout);
    if (results === undefined) return { verdicts: [], failure: `${error} (${filePath})` };
    return { verdicts: results.tests.map(({ name, status }) => [name, status === 'passed']) };
  } catch {
    return { verdicts: [], failure: `${stderr}${stdout}`.trim().split('\n')[0] };
  }
}
