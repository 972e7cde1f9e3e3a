// `npm run suite:numbers -- DIR`: the tests about numbers of the official JSON Schema Test Suite, through files: the text of each schema and
// each value is written as the suite has it, so that no number is rounded on the way, and everything is checked with one `check` per file.
// Prints `N of N` for each dialect and file, and every miss; exits with 0, with 1 where one verdict is wrong, and with 2 where it could not
// run. `optional/zeroTerminatedFloats`, where 1.0 is not an integer in draft-04, is omitted: later drafts say the opposite.
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { loadLibrary } from './replay/load-library.mjs';
import { DIALECTS } from './suite/read-suite.mjs';

const { findNodeAtLocation, parseTree } = createRequire(import.meta.url)('jsonc-parser');

const FILES = (
  'const enum type multipleOf uniqueItems maximum minimum exclusiveMaximum exclusiveMinimum ' +
  'optional/bignum optional/float-overflow'
).split(' ');

const [dir, ...more] = process.argv.slice(2);
if (dir === undefined || more.length > 0) {
  process.stderr.write('usage: npm run suite:numbers -- DIR\n');
  process.exit(2);
}
try {
  const library = await loadLibrary();
  const work = mkdtempSync(join(tmpdir(), 'samplegate-numbers-'));
  process.on('exit', () => rmSync(work, { recursive: true }));
  let wrong = 0;
  for (const [dialect, uri] of DIALECTS) {
    for (const file of FILES) {
      const path = join(resolve(dir), 'tests', dialect, `${file}.json`);
      if (!existsSync(path)) continue;
      wrong += await runFile(library, readFileSync(path, 'utf8'), uri, `${dialect}/${file}`, work);
    }
  }
  process.exitCode = wrong > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`suite:numbers: ${error.message}\n`);
  process.exitCode = 2;
}

/** Writes a project with one contract per group of tests, and compares its findings with what the tests expect. */
async function runFile(library, text, uri, name, work) {
  const folder = join(work, name.replaceAll('/', '-'));
  const tests = writeProject(folder, text, uri);
  const { findings } = await library.check({ cwd: folder, manifest: 'contracts.json' });
  const rulesAt = new Map();
  for (const { file, ruleId, also } of findings) {
    const rules = rulesAt.get(file) ?? new Set();
    for (const rule of [ruleId, ...also.map((other) => other.ruleId)]) rules.add(rule);
    rulesAt.set(file, rules);
  }
  // If a sample was not judged, there is no verdict, so the test counts as wrong.
  const unjudged = findings.filter(
    ({ ruleId }) => ruleId === 'sample-judged' || ruleId === 'schema-readable',
  );
  const misses = tests.filter(
    ({ sample, valid }) => valid === (rulesAt.get(sample)?.has('sample-matches-schema') ?? false),
  );
  for (const { description, valid } of misses)
    process.stdout.write(`  ${name}: ${description}: expected ${valid}\n`);
  for (const { message } of unjudged) process.stdout.write(`  ${name}: ${message}\n`);
  process.stdout.write(`${name.padEnd(36)}  ${tests.length - misses.length} of ${tests.length}\n`);
  return misses.length + unjudged.length;
}

function writeProject(folder, text, uri) {
  mkdirSync(join(folder, 'schemas'), { recursive: true });
  mkdirSync(join(folder, 'api_samples'));
  const tree = parseTree(text);
  const textAt = (...path) => {
    const { offset, length } = findNodeAtLocation(tree, path);
    return text.slice(offset, offset + length);
  };
  const contracts = {};
  const tests = [];
  for (const [index, group] of JSON.parse(text).entries()) {
    contracts[`group-${index}`] = { schema: `${index}.json`, samples: `${index}-*.json` };
    const schema = textAt(index, 'schema');
    const stated =
      typeof group.schema === 'boolean' || '$schema' in group.schema || Object.keys(group.schema).length === 0
        ? schema
        : schema.replace('{', `{ "$schema": ${JSON.stringify(uri)},`);
    writeFileSync(join(folder, 'schemas', `${index}.json`), stated);
    for (const [number, { description, valid }] of group.tests.entries()) {
      const sample = `api_samples/${index}-${number}.json`;
      writeFileSync(join(folder, sample), textAt(index, 'tests', number, 'data'));
      tests.push({ sample, valid, description: `${group.description}: ${description}` });
    }
  }
  writeFileSync(join(folder, 'contracts.json'), JSON.stringify({ contracts }));
  return tests;
}
