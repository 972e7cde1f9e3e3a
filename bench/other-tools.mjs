// Other command lines on the same samples and schemas. Neither is a dependency: each is measured where it is installed, in the way
// of its own that takes the fewest processes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from './measure.mjs';

const FORMATS = fileURLToPath(new URL('service-formats.cjs', import.meta.url));

/** The tools, in the order of their rows. Each gives its figures and every verdict that it reached, as `[sample, whether it passes]`. */
export const OTHER_TOOLS = [
  { name: 'ajv-cli', label: 'ajv-cli, a process a schema, once', runs: 1, formats: true, run: ajvCli },
  {
    name: '@sourcemeta/jsonschema',
    label: '@sourcemeta/jsonschema test, one process',
    runs: 7,
    // Its formats are those of the specification, and it takes no others; this is also what it does unasked.
    formats: false,
    run: sourcemeta,
  },
];

/** The program of an installed package; undefined where it is not. */
export function programOf(name) {
  const require = createRequire(import.meta.url);
  try {
    const manifest = require.resolve(`${name}/package.json`);
    const { bin } = require(manifest);
    return join(dirname(manifest), typeof bin === 'string' ? bin : Object.values(bin)[0]);
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** It takes one schema a process. The formats of the service come by a module. */
function ajvCli(program, { tree, samplesOf, folder }) {
  process.stderr.write(`ajv-cli: a process for each of ${samplesOf.size} schemas\n`);
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
    return { ...measured, verdicts, said: verdicts.length < samples.length ? measured.stderr : '' };
  });
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
  return {
    ms: sum('ms'),
    processor: sum('processor'),
    megabytes: Math.max(...runs.map((run) => run.megabytes)),
    verdicts: runs.flatMap(({ verdicts }) => verdicts),
    refusal: runs.map(({ said }) => said.trim().split('\n')[0]).find((said) => said !== ''),
  };
}

/** It has a file of tests a schema, and runs a folder of them. What it starts is no node, so that GNU time measures it where there is one. */
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

/** Its report; where it stopped, such as at a schema that it refuses, what it said. */
function verdictsIn(stdout, stderr) {
  try {
    const { results, error, filePath } = JSON.parse(stdout);
    if (results === undefined) return { verdicts: [], refusal: `${error} (${filePath})` };
    return { verdicts: results.tests.map(({ name, status }) => [name, status === 'passed']) };
  } catch {
    return { verdicts: [], refusal: `${stderr}${stdout}`.trim().split('\n')[0] };
  }
}
