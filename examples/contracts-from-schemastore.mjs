// Writes a manifest for the tests of SchemaStore (https://github.com/SchemaStore/schemastore):
//
//   node examples/contracts-from-schemastore.mjs TREE > TREE/contracts.json
//
// TREE is a checkout: `src/test/NAME/*` must satisfy the schema `src/schemas/json/NAME.json`, and `src/negative_test/NAME/*` must not.
// Formats that `src/schema-validation.jsonc` lists as unknown are not checked. What is not in the manifest is printed to the standard
// error: tests without a schema, and tests in YAML and TOML.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders below `src`, which is the sample root because some tests have the same name in both folders. */
const PASSING = 'test';
const FAILING = 'negative_test';
const SCHEMAS = 'schemas/json';

/** Listed as unknown because the validator that SchemaStore uses lacks it. Samplegate has it. */
const STANDARD_FORMATS = new Set(['iri']);

/**
 * Makes the manifest of a checkout, as a value.
 *
 * @param {string} tree the folder of the checkout
 * @param {(remark: string) => void} [remark] called for what is not in the manifest
 */
export function contractsFromSchemaStore(tree, remark = () => {}) {
  const source = join(tree, 'src');
  const tests = [PASSING, FAILING].flatMap((folder) => testsIn(source, folder));
  for (const [type, of] of groupBy(tests, ({ file }) => extname(file)))
    if (type !== '.json') remark(`${of.length} ${type} files are skipped: samples are JSON`);
  const json = tests.filter(({ file }) => extname(file) === '.json');
  const contracts = [...groupBy(json, ({ name }) => name)].flatMap(([name, of]) => {
    if (existsSync(join(source, SCHEMAS, `${name}.json`)))
      return [[name, { schema: `${name}.json`, samples: of.map(sampleOf) }]];
    remark(`src/${SCHEMAS}/${name}.json is missing: ${of.map(({ file }) => `src/${file}`).join(', ')}`);
    return [];
  });
  return {
    samples: 'src',
    schemas: `src/${SCHEMAS}`,
    contracts: Object.fromEntries(contracts.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    formats: Object.fromEntries(unknownFormats(source).map((format) => [format, 'off'])),
  };
}

/** The tests in a folder: each file below `src`, and the name of its schema. */
function testsIn(source, folder) {
  return readdirSync(join(source, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(source.length + 1)
        .replaceAll(sep, '/'),
    )
    .toSorted()
    .map((file) => ({ name: file.split('/')[1], file }));
}

/** An entry of `samples:` that matches only this file. */
function sampleOf({ file }) {
  const path = file.replaceAll(/[\\*?[\](){}!+@|]/g, String.raw`\$&`);
  return file.startsWith(`${FAILING}/`) ? { path, expect: 'invalid' } : path;
}

/** The formats that SchemaStore does not check, sorted. */
function unknownFormats(source) {
  const { options } = parseJsonc(readFileSync(join(source, 'schema-validation.jsonc'), 'utf8'));
  const formats = new Set(Object.values(options).flatMap(({ unknownFormat = [] }) => unknownFormat));
  return [...formats].filter((format) => !STANDARD_FORMATS.has(format)).toSorted((a, b) => (a < b ? -1 : 1));
}

/** Parses JSON with comments and trailing commas. */
function parseJsonc(text) {
  const withoutComments = text.replaceAll(/("(?:[^"\\]|\\.)*")|\/\/.*|\/\*[^]*?\*\//g, '$1');
  return JSON.parse(withoutComments.replaceAll(/("(?:[^"\\]|\\.)*")|,(?=\s*[\]}])/g, '$1'));
}

/** Groups items by a key, in the order in which the keys appear. */
function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (groups.has(key)) groups.get(key).push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [tree, ...more] = process.argv.slice(2);
  if (tree === undefined || more.length > 0 || tree.startsWith('-')) {
    process.stderr.write('usage: node contracts-from-schemastore.mjs TREE > TREE/contracts.json\n');
    process.exitCode = 2;
  } else {
    const manifest = contractsFromSchemaStore(tree, (remark) => process.stderr.write(`${remark}\n`));
    process.stdout.write(`${JSON.stringify(manifest, undefined, 2)}\n`);
  }
}
