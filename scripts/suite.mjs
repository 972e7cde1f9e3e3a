// `npm run suite -- DIR`: the official JSON Schema Test Suite through the library, one `schemaVerdict` per test. DIR has its `tests/` and
// `remotes/`. Required tests run with every format as an annotation, `optional/format` with formats asserted. Prints `N of N` for each dialect
// and kind, and every miss; exits with 0, with 1 where one verdict is wrong, and with 2 where it could not run.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { loadLibrary } from './replay/load-library.mjs';

/** The folders of the suite, and the `$schema` of tests that do not name one. */
const DIALECTS = [
  ['draft4', 'http://json-schema.org/draft-04/schema#', 'id'],
  ['draft6', 'http://json-schema.org/draft-06/schema#', '$id'],
  ['draft7', 'http://json-schema.org/draft-07/schema#', '$id'],
  ['draft2019-09', 'https://json-schema.org/draft/2019-09/schema', '$id'],
  ['draft2020-12', 'https://json-schema.org/draft/2020-12/schema', '$id'],
];

/** Where the suite's remote schemas are said to be; they are read from `remotes/`, and nothing is requested. */
const REMOTE = 'http://localhost:1234/';

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
    const dialect = { name, uri, idKeyword, remotes: readRemotes(resolve(dir), name, uri, idKeyword) };
    wrong += runAll(library, work, dialect, 'required', readTests(resolve(dir), name), 'annotated');
    const formats = readTests(resolve(dir), join(name, 'optional', 'format'));
    wrong += runAll(library, work, dialect, 'format', formats, 'asserted');
  }
  process.exitCode = wrong > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`suite: ${error.message}\n`);
  process.exitCode = 2;
}

function readTests(root, folder) {
  const path = join(root, 'tests', folder);
  return readdirSync(path)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      file: join(folder, file),
      groups: JSON.parse(readFileSync(join(path, file), 'utf8')),
    }));
}

/** The remote schemas for one dialect, by file name: those at the root of `remotes/`, and those in the dialect's own folder. */
function readRemotes(root, name, uri, idKeyword) {
  const folder = join(root, 'remotes');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.json') && (!/^(draft|v1)/.test(file) || file.startsWith(`${name}/`)),
  );
  return Object.fromEntries(
    files.map((file) => {
      const schema = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return [file.replaceAll('/', '__'), identified(schema, REMOTE + file, uri, idKeyword)];
    }),
  );
}

/** A schema that can be found by the URL that it is retrieved from. */
function identified(schema, url, uri, idKeyword) {
  if (typeof schema === 'boolean') return { $schema: uri, [idKeyword]: url, allOf: [schema] };
  const own = schema[idKeyword];
  const stated = { $schema: uri, ...schema };
  if (own === undefined && !('$ref' in schema && /draft-0/.test(uri))) return { ...stated, [idKeyword]: url };
  return stated;
}

function runAll(library, work, dialect, kind, files, formats) {
  let total = 0;
  const misses = [];
  for (const { file, groups } of files) {
    const schemas = { ...dialect.remotes };
    for (const [index, { schema }] of groups.entries())
      schemas[`test-${index}.json`] =
        typeof schema === 'object' ? { $schema: dialect.uri, ...schema } : schema;
    const project = openFolder(library, join(work, file.replaceAll('/', '-')), schemas);
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

function openFolder(library, folder, schemas) {
  for (const [name, schema] of Object.entries(schemas)) {
    const path = join(folder, 'schemas', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(schema));
  }
  mkdirSync(join(folder, 'api_samples'));
  const contracts = { any: { schema: 'test-0.json', samples: 'none.json' } };
  return library.openProject({ cwd: folder, manifestText: JSON.stringify({ contracts }) });
}
