// `npm run suite -- DIR`: runs the official JSON Schema Test Suite through the product, as projects on disk and one `schemaVerdict` per test. DIR has
// the suite's `tests/` and `remotes/`. In the manifest, every format is off for the required tests, and on for those of `optional/format`.
// Prints `N of M` per dialect and kind, and every miss; exits with 0, with 1 where a verdict is wrong, and with 2 where it could not run.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { loadLibrary } from './replay/load-library.mjs';
import { DIALECTS, openGroups, readTests } from './suite/read-suite.mjs';

const [dir, ...more] = process.argv.slice(2);
if (dir === undefined || more.length > 0) {
  process.stderr.write('usage: npm run suite -- DIR\n');
  process.exit(2);
}
try {
  const root = resolve(dir);
  const dialects = [...DIALECTS].filter(([name]) => existsSync(join(root, 'tests', name)));
  if (dialects.length === 0) throw new Error(`there is no tests/draft2020-12 or other dialect in ${dir}`);
  const library = await loadLibrary();
  const work = mkdtempSync(join(tmpdir(), 'samplegate-suite-'));
  process.on('exit', () => rmSync(work, { recursive: true }));
  let wrong = 0;
  for (const [name, uri] of dialects) {
    const required = readTests(root, name);
    const off = Object.fromEntries(formatsIn(required).map((format) => [format, 'off']));
    wrong += runAll(library, work, { name, kind: 'required' }, required, { root, uri, formats: off });
    const asserted = readTests(root, join(name, 'optional', 'format'));
    wrong += runAll(library, work, { name, kind: 'format' }, asserted, { root, uri });
  }
  process.exitCode = wrong > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`suite: ${error.message}\n`);
  process.exitCode = 2;
}

/** Every text that is the value of a `format`. */
function formatsIn(files) {
  const found = Array.from(JSON.stringify(files).matchAll(/"format":"([^"]+)"/g), ([, format]) => format);
  return [...new Set(found)];
}

function runAll(library, work, { name, kind }, files, settings) {
  let total = 0;
  const misses = [];
  for (const { file, groups } of files) {
    const project = openGroups(library, join(work, file.replaceAll('/', '-')), groups, settings);
    for (const [index, { description, tests }] of groups.entries()) {
      for (const test of tests) {
        total += 1;
        const ref = { file: `test-${index}.json`, pointer: '' };
        const verdict = library.schemaVerdict(project, ref, test.data);
        const got = verdict.kind === 'checked' ? verdict.violations.length === 0 : verdict.kind;
        if (got !== test.valid)
          misses.push(`${file}: ${description}: ${test.description}: expected ${test.valid}, got ${got}`);
      }
    }
  }
  for (const miss of misses) process.stdout.write(`  ${miss}\n`);
  process.stdout.write(`${name.padEnd(12)}  ${kind.padEnd(8)}  ${total - misses.length} of ${total}\n`);
  return misses.length;
}
