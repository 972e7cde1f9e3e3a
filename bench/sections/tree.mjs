// A whole service's contract: `samplegate check` as whole processes, in turn with `node -e 0` and a plain loop over ajv; other command lines if they are
// installed; and each stage. Prints whether all verdicts agree.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readTables } from '../../examples/contracts-from-table.mjs';
import { median } from '../figures.mjs';
import { measure } from '../measure.mjs';
import { measureOthers } from '../references/other-tools.mjs';
import { plainAjv } from '../references/references.mjs';
import { printStages } from '../stage-times.mjs';
import { row } from '../table.mjs';
import { withProjectOf } from './project-of-tree.mjs';

export async function tree(bench, { tree: given, isPatient, rounds = 7 }) {
  if (given === undefined || !existsSync(join(given, 'contract.json')))
    return '--tree gives no folder with a contract.json';
  await withProjectOf(given, async (folder, manifest) => {
    commitTwice(folder, readTables(given).mapping[0].sample);
    await measureChecks(bench, { folder, given, manifest, isPatient, rounds });
    await printStages(folder, rounds);
  });
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

/** A space is a change like any other: the file is read and judged. */
const withSpace = (file, text) => writeFileSync(file, `${text} `);

const copied = (file) => {
  const copy = join(dirname(file), 'new.json');
  copyFileSync(file, copy);
  return () => rmSync(copy);
};

async function measureChecks(bench, { folder, given, manifest, isPatient, rounds }) {
  const check =
    (...options) =>
    ({ bin }) =>
      measure([bin, 'check', ...options, '--format', 'json'], folder);
  const { sample, schema } = readTables(given).mapping.find((entry) => entry.schema !== null);
  const samplePath = join('api_samples', sample);
  // The runs before the change and after it are not measured.
  const afterChange = (path, change) => (build) => {
    const file = join(folder, path);
    const text = readFileSync(file, 'utf8');
    check()(build);
    const undo = change(file, text) ?? (() => writeFileSync(file, text));
    const measured = check()(build);
    undo();
    check()(build);
    return measured;
  };
  const withGlob = (file, text) =>
    writeFileSync(
      file,
      text.replace(JSON.stringify(sample), JSON.stringify(sample.replace('.json', '*.json'))),
    );
  const rows = await bench.inTurn('tree', {
    heading: "a whole service's contract",
    tasks: {
      'samplegate check --no-cache': check('--no-cache'),
      'samplegate check, nothing changed': check(),
      'samplegate check, one sample changed': afterChange(samplePath, withSpace),
      'samplegate check, one schema changed': afterChange(schema, withSpace),
      'samplegate check, a manifest entry changed': afterChange('contracts.json', withGlob),
      'samplegate check, a new sample': afterChange(samplePath, copied),
      'samplegate check, a deleted sample': afterChange(samplePath, (file) => rmSync(file)),
      'samplegate check --base HEAD^1': check('--base', 'HEAD^1'),
      'samplegate strength': ({ bin }) => measure([bin, 'strength', '--format', 'json'], folder),
    },
    references: {
      'a plain loop over ajv': () => plainAjv(given),
      'node -e 0': () => measure(['-e', '0'], folder),
    },
    rounds,
  });
  const cold = rows['samplegate check --no-cache'];
  const notes = measureOthers(bench, given, folder, isPatient);
  const added = (key) =>
    median(rows['samplegate check --base HEAD^1'].map((run, round) => run[key] - cold[round][key])).toFixed(
      0,
    );
  row('--base adds', added('ms'), added('processor'));
  const expected = rows['a plain loop over ajv'][0].stdout;
  const isSame = [...cold, ...rows['samplegate check, nothing changed']].every(
    ({ stdout }) => failingIn(stdout, manifest) === expected,
  );
  process.stdout.write(
    `\nsamples that fail: ${JSON.parse(expected).length}; ${isSame ? 'samplegate and ajv agree' : 'samplegate and ajv do NOT agree'}\n`,
  );
  for (const note of notes) process.stdout.write(`${note}\n`);
  if (!isSame) process.exitCode = 1;
}

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
