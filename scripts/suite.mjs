// `npm run suite -- DIR`: the official JSON Schema Test Suite through the library, one `schemaVerdict` per test. DIR has its `tests/` and
// `remotes/`. Required tests run with every format as an annotation, `optional/format` with formats asserted. Prints `N of N` for each dialect
// and kind, and every miss; exits with 0, with 1 where one verdict is wrong, and with 2 where it could not run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { loadLibrary } from './replay/load-library.mjs';
import { openGroups, readRemotes, readTests } from './suite/read-suite.mjs';

/** The folders of the suite, and the `$schema` of tests that do not name one. */
const DIALECTS = [
  ['draft4', 'http://json-schema.org/draft-04/schema#', 'id'],
  ['draft6', 'http://json-schema.org/draft-06/schema#', '$id'],
  ['draft7', 'http://json-schema.org/draft-07/schema#', '$id'],
  ['draft2019-09', 'https://json-schema.org/draft/2019-09/schema', '$id'],
  ['draft2020-12', 'https://json-schema.org/draft/2020-12/schema', '$id'],
];

const [dir, ...more] = process.argv.slice(2);
if (dir === undefined || more.length > 0) {
  process.stderr.write('usage: npm run suite -- DIR\n');
  process.exit(2);
}
try {
  const library = await loadLibrary();
  const work = mkdtempSync(join(tmpdir(), 'samplegate-suite-'));
  process.on('exit', () => rmSync(work, { recursive: true }));
  let wrong = 0;
  for (const [name, uri, idKeyword] of DIALECTS) {
    const dialect = { name, uri, idKeyword, remotes: readRemotes(resolve(dir), { name, uri, idKeyword }) };
    wrong += runAll(library, work, dialect, 'required', readTests(resolve(dir), name), 'annotated');
    const formats = readTests(resolve(dir), join(name, 'optional', 'format'));
    wrong += runAll(library, work, dialect, 'format', formats, 'asserted');
  }
  process.exitCode = wrong > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`suite: ${error.message}\n`);
  process.exitCode = 2;
}

function runAll(library, work, dialect, kind, files, formats) {
  let total = 0;
  const misses = [];
  for (const { file, groups } of files) {
    const project = openGroups(library, join(work, file.replaceAll('/', '-')), groups, dialect);
    for (const [index, { description, tests }] of groups.entries()) {
      for (const test of tests) {
        total += 1;
        const ref = { file: `test-${index}.json`, pointer: '' };
        const verdict = library.schemaVerdict(project, ref, test.data, { formats });
        const got = verdict.kind === 'checked' ? verdict.violations.length === 0 : verdict.kind;
        if (got !== test.valid)
          misses.push(`${file}: ${description}: ${test.description}: expected ${test.valid}, got ${got}`);
      }
    }
  }
  for (const miss of misses) process.stdout.write(`  ${miss}\n`);
  process.stdout.write(
    `${dialect.name.padEnd(12)}  ${kind.padEnd(8)}  ${total - misses.length} of ${total}\n`,
  );
  return misses.length;
}
