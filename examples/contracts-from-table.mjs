// Turns a table of a service's operations and of its samples into a manifest:
//
//   node examples/contracts-from-table.mjs TREE > TREE/contracts.json
//
// TREE holds `contract.json` (one row for each schema of each operation), `mapping.json` (which sample was recorded of which
// operation, and at which microversion), and, where there are any, `contract-meta.json`, `formats.json` and `validation.json`.
// docs/whole-service.md tells the columns. What is odd about the tables is told on the standard error.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How this service reads formats that `formats.json` names and gives no pattern for; all others are Samplegate's own. */
const VARIANTS = { base64: 'lax', 'date-time': 'iso8601', 'mac-address': 'off', url: 'off', uuid: 'lax' };

/** Rules set otherwise than by default: a table lists operations that no sample was recorded of, and each is worth no more than a word. */
const RULES = { 'contract-has-document': 'info' };

/** Where schemas and samples lie, below TREE. */
const SCHEMAS = 'schemas';
const SAMPLES = 'api_samples';

/**
 * The manifest for the rows of the tables, as a value.
 *
 * @param {object} tables
 * @param {readonly object[]} tables.contract rows of contract.json
 * @param {readonly object[]} tables.mapping rows of mapping.json
 * @param {object} [tables.meta] contract-meta.json
 * @param {Readonly<Record<string, object>>} [tables.formats] formats.json
 * @param {readonly object[]} [tables.validation] rows of validation.json; of those `negative-on-purpose`, the sample must fail
 * @param {(remark: string) => void} [remark] hears of rows that are left out
 */
export function contractsFromTable(tables, remark = () => {}) {
  const { contract, mapping, meta = {}, formats = {}, validation = [] } = tables;
  const nameOf = namesOf(contract);
  const samples = samplesByOperation(mapping, validation);
  const contracts = [...groupBy(contract, operationOf)].map(([operation, rows]) => {
    const claimed = samples.get(operation);
    samples.delete(operation);
    return [nameOf(rows[0]), contractOf(rows, claimed, meta)];
  });
  for (const rows of samples.values())
    for (const { sample } of rows)
      remark(`${sample}: mapping.json names an operation that contract.json lacks`);
  return {
    ...(meta.project === undefined ? {} : { service: SERVICE_TYPES[meta.project] ?? meta.project }),
    samples: SAMPLES,
    schemas: SCHEMAS,
    ...(meta.min_version === undefined ? {} : { base_microversion: meta.min_version }),
    contracts: Object.fromEntries(contracts.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    rules: RULES,
    formats: Object.fromEntries(Object.entries(formats).flatMap(formatOf)),
    // The patterns of such tables are Python's, which knows no `u` flag.
    unicode_patterns: false,
  };
}

/** The service type, as the OpenStack-API-Version header has it, of a project. */
const SERVICE_TYPES = {
  nova: 'compute',
  cinder: 'volume',
  ironic: 'baremetal',
  manila: 'shared-file-system',
};

/** Reads the tables of a tree. */
export function readTables(tree) {
  const read = (name) => JSON.parse(readFileSync(join(tree, name), 'utf8'));
  const maybe = (name) => (existsSync(join(tree, name)) ? read(name) : undefined);
  return {
    contract: read('contract.json'),
    mapping: read('mapping.json'),
    meta: maybe('contract-meta.json'),
    formats: maybe('formats.json'),
    validation: maybe('validation.json'),
  };
}

function operationOf({ resource, controller, method, action, kind }) {
  return JSON.stringify([resource, controller, method, action, kind]);
}

/** `servers.show.response`, `servers.resize.request`. */
function shortNameOf({ resource, method, action, kind }) {
  return [resource, action ?? method, kind].join('.');
}

/** A short name each, and where two operations would share one, all that tells them apart. */
function namesOf(rows) {
  const operations = new Map(
    [...groupBy(rows, shortNameOf)].map(([name, of]) => [name, new Set(of.map(operationOf))]),
  );
  return (row) => {
    const { resource, controller, method, action, kind } = row;
    return operations.get(shortNameOf(row)).size === 1
      ? shortNameOf(row)
      : [resource, controller, method, action, kind].filter((part) => part !== null).join('.');
  };
}

/** One contract: the ranges of its schemas in order, where the operation exists, and its samples. */
function contractOf(rows, samples = [], { min_version: oldest, max_version: newest }) {
  const [{ api_min_version: from, api_max_version: to }] = rows;
  const ranges = rows
    .map(({ min_version, max_version, schema }) => ({
      ...(min_version === null ? {} : { min_version }),
      ...(max_version === null ? {} : { max_version }),
      schema: withoutFolder(schema),
    }))
    .toSorted((a, b) => minor(a.min_version) - minor(b.min_version));
  const [only] = ranges;
  const isForAll = ranges.length === 1 && only.min_version === undefined && only.max_version === undefined;
  return {
    // An end that is the service's own says nothing.
    ...(from === null || minor(from) <= minor(oldest) ? {} : { min_version: from }),
    ...(to === null || to === newest ? {} : { max_version: to }),
    ...(isForAll ? { schema: only.schema } : { ranges }),
    ...(samples.length === 0 ? {} : { samples: samples.map((row) => sampleOf(row, oldest)) }),
  };
}

/** A sample that was recorded at the microversion of its folder, or at the oldest in none, needs no more than its path. */
function sampleOf({ sample, microversion, folder_version, expect }, oldest) {
  const isPlain = microversion === (folder_version ?? oldest);
  return isPlain && expect === undefined
    ? sample
    : { path: sample, ...(isPlain ? {} : { microversion }), ...(expect === undefined ? {} : { expect }) };
}

/** The samples of each operation; one that is negative on purpose is expected to fail. */
function samplesByOperation(mapping, validation) {
  const wrong = new Set(
    validation.filter(({ classification }) => classification === 'negative-on-purpose').map(recordingOf),
  );
  const rows = mapping.map((row) => (wrong.has(recordingOf(row)) ? { ...row, expect: 'invalid' } : row));
  return groupBy(rows, operationOf);
}

/** What a sample was recorded of, as far as both tables tell. */
function recordingOf({ sample, kind, microversion }) {
  return JSON.stringify([sample, kind, microversion]);
}

function formatOf([name, { pattern }]) {
  if (pattern !== undefined) return [[name, { pattern }]];
  return Object.hasOwn(VARIANTS, name) ? [[name, VARIANTS[name]]] : [];
}

function withoutFolder(schema) {
  return schema.startsWith(`${SCHEMAS}/`) ? schema.slice(SCHEMAS.length + 1) : schema;
}

/** A microversion as a number to sort by; an open start is before all. */
function minor(microversion) {
  const [major = 0, least = 0] = microversion?.split('.').map(Number) ?? [];
  return major * 1_000_000 + least;
}

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
    process.stderr.write('usage: node contracts-from-table.mjs TREE > TREE/contracts.json\n');
    process.exitCode = 2;
  } else {
    const manifest = contractsFromTable(readTables(tree), (remark) => process.stderr.write(`${remark}\n`));
    process.stdout.write(`${JSON.stringify(manifest, undefined, 2)}\n`);
  }
}
