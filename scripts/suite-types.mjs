// `npm run suite:types -- DIR [--list]`: generates the types of the official JSON Schema Test Suite's required schemas of 2020-12, and compiles
// each test's value as that type, in one run of the compiler. Values that the suite accepts must compile, and those that it refuses must not,
// except for the reasons in `suite/type-reasons.mjs`, which are printed with their counts (with --list, with their tests). Exits with 0, with 1
// where a difference has no reason, and with 2 where it could not run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { bundleSource } from './bundle-source.mjs';
import { DIALECTS, openGroups, readTests } from './suite/read-suite.mjs';
import { whyCompiled, whyNotCompiled, withMeantTypes } from './suite/type-reasons.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const DIALECT = 'draft2020-12';
const COMPILER_OPTIONS = {
  target: 'es2023',
  lib: ['es2023'],
  module: 'node18',
  skipLibCheck: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  types: [],
};

const args = process.argv.slice(2);
const [dir, ...more] = args.filter((arg) => arg !== '--list');
if (dir === undefined || more.length > 0) {
  process.stderr.write('usage: npm run suite:types -- DIR [--list]\n');
  process.exit(2);
}
try {
  const work = mkdtempSync(join(tmpdir(), 'samplegate-suite-types-'));
  process.on('exit', () => rmSync(work, { recursive: true }));
  const { tests, failures } = await generateAll(work);
  const errors = compile(join(work, 'types'));
  process.exitCode = report(tests, errors, failures, args.includes('--list')) > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`suite:types: ${error.message}\n`);
  process.exitCode = 2;
}

/** Writes a file of types for each group, and one with the values of its tests. */
async function generateAll(work) {
  // The bundle finds the compiler of types next to it.
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'), 'junction');
  await bundleSource('scripts/suite/library-with-types.mjs', join(work, 'library.cjs'));
  const library = createRequire(join(work, 'here.js'))('./library.cjs');
  const suite = { root: resolve(dir), uri: DIALECTS.get(DIALECT) };
  const types = join(work, 'types');
  mkdirSync(types);
  const tests = [];
  const failures = [];
  let unusable = 0;
  for (const { file, groups } of readTests(suite.root, DIALECT)) {
    const folder = join(work, file.replaceAll('/', '-'));
    const project = openGroups(library, folder, groups, suite);
    const meant = groups.map((group) => ({ ...group, schema: withMeantTypes(group.schema) }));
    const meantProject = openGroups(library, `${folder}-meant`, meant, suite);
    for (const [index, group] of groups.entries()) {
      const ref = { file: `test-${index}.json`, pointer: '' };
      const verdictIn = (of, data) => library.schemaVerdict(of, ref, data, { formats: 'annotated' });
      const name = `${file.replaceAll(/\W/g, '-')}-${index}`;
      try {
        const requests = [{ name: 'It', schema: ref }];
        const written = await library.generateTypes({
          schemas: project.schemas,
          requests,
          contracts: [],
          microversions: [],
        });
        writeFileSync(join(types, `${name}.ts`), written.find(({ path }) => path !== 'index.ts').text);
      } catch (error) {
        // The command for verdicts reports the schemas that no verdict is possible for.
        if (verdictIn(project, null).kind === 'checked')
          failures.push(`${file}: ${group.description}: ${error.message}`);
        else unusable += 1;
        continue;
      }
      const lines = [`import type { It } from './${name}.js';`];
      for (const test of group.tests) {
        lines.push(`export const value${lines.length}: It = ${JSON.stringify(test.data)};`);
        tests.push({
          title: `${file}: ${group.description}: ${test.description}`,
          place: `${name}-values.ts:${lines.length}`,
          schema: group.schema,
          data: test.data,
          isValid: test.valid,
          isMeant: isAccepted(verdictIn(meantProject, test.data)),
          keywords: test.valid ? [] : keywordsOf(verdictIn(project, test.data)),
        });
      }
      writeFileSync(join(types, `${name}-values.ts`), `${lines.join('\n')}\n`);
    }
  }
  if (unusable > 0) process.stdout.write(`2020-12  ${unusable} schemas have neither types nor verdicts\n`);
  return { tests, failures };
}

function isAccepted(verdict) {
  return verdict.kind === 'checked' && verdict.violations.length === 0;
}

function keywordsOf(verdict) {
  return verdict.kind === 'checked' ? verdict.violations.map(({ keyword }) => keyword) : [];
}

/** The places of the compiler's errors, `file:line`. Throws where a file of types does not compile. */
function compile(folder) {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER_OPTIONS }));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
    encoding: 'utf8',
    cwd: folder,
    maxBuffer: 2 ** 28,
  });
  const places = new Set();
  for (const line of `${stdout}${stderr}`.split('\n').filter((text) => /^\S/.test(text))) {
    const [, file, number] = /^(\S+-values\.ts)\((\d+),/.exec(line) ?? [];
    if (file === undefined) throw new Error(line);
    places.add(`${file}:${number}`);
  }
  return places;
}

/** Prints the figures, and gives the number of differences without a reason. */
function report(tests, errors, failures, isList) {
  const compiles = ({ place }) => !errors.has(place);
  const accepted = tests.filter(({ isValid }) => isValid);
  const refused = tests.filter(({ isValid }) => !isValid);
  const unsound = accepted.filter((test) => !compiles(test));
  const loose = refused.filter(compiles);
  const unexplained = [
    ...failures,
    ...printReasons('accepted', accepted.length, 'compile', unsound, whyNotCompiled, isList),
    ...printReasons('refused', refused.length, 'do not compile', loose, whyCompiled, isList),
  ];
  for (const line of unexplained) process.stdout.write(`WRONG ${line}\n`);
  return unexplained.length;
}

function printReasons(what, total, does, differing, reasonOf, isList) {
  process.stdout.write(`2020-12  ${what.padEnd(8)}  ${total - differing.length} of ${total} ${does}\n`);
  const byReason = grouped(differing, reasonOf);
  const known = [...byReason].filter(([reason]) => reason !== undefined);
  for (const [reason, tests] of known.toSorted((a, b) => b[1].length - a[1].length)) {
    process.stdout.write(`  ${String(tests.length).padStart(4)}  ${reason}\n`);
    if (isList) for (const { title } of tests) process.stdout.write(`          ${title}\n`);
  }
  return (byReason.get(undefined) ?? []).map(({ title }) => title);
}

function grouped(values, keyOf) {
  const groups = new Map();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
