// `npm run history -- DIR` makes a git history of folders with versions samples, one commit each, in the order of their names. Compares each
// commit with the one before, and prints what is found. An error, or a step of the newest microversion that is judged wrongly, exits with 1.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { loadLibrary } from './replay/load-library.mjs';

const [given] = process.argv.slice(2);
if (given === undefined || !existsSync(given)) {
  process.stderr.write('history: name a folder with one folder per state: `npm run history -- DIR`\n');
  process.exit(2);
}
const states = readdirSync(given, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => join(resolve(given), name))
  .toSorted();
const cwd = mkdtempSync(join(tmpdir(), 'samplegate-history-'));

const git = (...args) =>
  execFileSync('git', ['-c', 'user.name=history', '-c', 'user.email=history@example.org', ...args], { cwd });

/** Commits the samples of a state; `expected.json` is not a sample, but says which microversion is the newest. */
function commit(folder) {
  const samples = join(cwd, 'api_samples');
  rmSync(samples, { recursive: true, force: true });
  mkdirSync(samples);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'expected.json'))
    cpSync(join(folder, file), join(samples, file));
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', folder);
}

/** The newest minor version of a state; undefined where nobody says. */
function newestMinor(folder) {
  const file = join(folder, 'expected.json');
  const { max } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return max === undefined ? undefined : Number(max.split('.')[1]);
}

try {
  const { check } = await loadLibrary();
  git('init', '--quiet');
  mkdirSync(join(cwd, 'schemas'));
  writeFileSync(join(cwd, 'schemas', 'versions.json'), '{ "type": "object" }\n');
  const contracts = { versions: { schema: 'versions.json', samples: '*.json' } };
  writeFileSync(join(cwd, 'contracts.json'), JSON.stringify({ service: 'compute', contracts }));
  const counts = new Map();
  const wrong = [];
  let jumps = 0;
  for (const [index, state] of states.entries()) {
    commit(state);
    const before = states[index - 1];
    if (before === undefined) continue;
    // The library caches nothing unless it is asked to.
    // oxlint-disable-next-line no-await-in-loop -- one working tree
    const { findings, summary } = await check({ cwd, base: 'HEAD^1' });
    for (const { ruleId, severity } of findings)
      counts.set(`${severity} ${ruleId}`, (counts.get(`${severity} ${ruleId}`) ?? 0) + 1);
    const isJump = newestMinor(state) > newestMinor(before) + 1;
    if (isJump) jumps += 1;
    const isReported = findings.some(({ ruleId }) => ruleId === 'newest-by-one');
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    if (isJump !== isReported)
      errors.push(isJump ? 'a jump is not reported' : 'no jump, but one is reported');
    if (summary.notChecked.length > 0) errors.push(JSON.stringify(summary.notChecked));
    wrong.push(...errors.map((message) => `${state}: ${message}`));
  }
  process.stdout.write(
    `${states.length - 1} steps, of which ${jumps} raise the newest microversion by more than one\n`,
  );
  for (const [what, count] of [...counts].toSorted(([a], [b]) => a.localeCompare(b)))
    process.stdout.write(`${String(count).padStart(5)} ${what}\n`);
  for (const line of wrong) process.stdout.write(`wrong: ${line}\n`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  rmSync(cwd, { recursive: true, force: true });
}
