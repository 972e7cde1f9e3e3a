// Converts tables of a service's operations and samples into a manifest:
//
//   node examples/contracts-from-table.mjs TREE > TREE/contracts.json
//
// TREE has `contract.json` (one row per schema of each operation) and `mapping.json` (the operation and microversion of each sample).
// `contract-meta.json`, `formats.json` and `validation.json` are optional. docs/whole-service.md describes the columns. Remarks about
// the tables are printed to the standard error.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How this service reads the formats that have no pattern in `formats.json`. All others are those of Samplegate. */
const VARIANTS = { base64: 'lax', 'date-time': 'iso8601', 'mac-address': 'off', url: 'off', uuid: 'lax' };

/** Severities other than the default ones. A table also lists operations without a sample: these are only worth an info. */
const RULES = { 'contract-has-document': 'info' };

/** The folders of the schemas and samples in TREE. */
const SCHEMAS = 'schemas';
const SAMPLES = 'api_samples';

/**
 * Makes the manifest for the rows of the tables, as a value.
 *
 * @param {object} tables
 * @param {readonly object[]} tables.contract rows of contract.json
 * @param {readonly object[]} tables.mapping rows of mapping.json
 * @param {object} [tables.meta] contract-meta.json
 * @param {Readonly<Record<string, object>>} [tables.formats] formats.json
 * @param {readonly object[]} [tables.validation] rows of validation.json; the samples of those `negative-on-purpose` must fail
 * @param {(remark: string) => void} [remark] called for each row that is skipped
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
      remark(`${sample}: its operation is not in contract.json, so the sample is skipped`);
  return {
    ...(meta.project === undefined ? {} : { service: SERVICE_TYPES[meta.project] ?? meta.project }),
    samples: SAMPLES,
    schemas: SCHEMAS,
    ...(meta.min_version === undefined ? {} : { base_microversion: meta.min_version }),
    contracts: Object.fromEntries(contracts.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    rules: RULES,
    formats: Object.fromEntries(Object.entries(formats).flatMap(formatOf)),
    // The patterns in such tables are written for Python, so they may be invalid with the `u` flag.
    unicode_patterns: false,
  };
}

/** The service types of projects, as in the OpenStack-API-Version header. */
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

/** Returns a function that names a row: with a short name, or with a full one if two operations have the same short name. */
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

/** One contract: the ranges of its schemas in order, the microversions at which the operation exists, and its samples. */
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
    // Omit an end that is the same as the service's own.
    ...(from === null || minor(from) <= minor(oldest) ? {} : { min_version: from }),
    ...(to === null || to === newest ? {} : { max_version: to }),
    ...(isForAll ? { schema: only.schema } : { ranges }),
    ...(samples.length === 0 ? {} : { samples: samples.map((row) => sampleOf(row, oldest)) }),
  };
}

/** A sample needs only its path if it was recorded at the microversion of its folder or, without a folder, at the oldest one. */
function sampleOf({ sample, microversion, folder_version, expect }, oldest) {
  const isPlain = microversion === (folder_version ?? oldest);
  return isPlain && expect === undefined
    ? sample
    : { path: sample, ...(isPlain ? {} : { microversion }), ...(expect === undefined ? {} : { expect }) };
}

/** The samples of each operation. A sample that is negative on purpose is expected to fail. */
function samplesByOperation(mapping, validation) {
  const wrong = new Set(
    validation.filter(({ classification }) => classification === 'negative-on-purpose').map(recordingOf),
  );
  const rows = mapping.map((row) => (wrong.has(recordingOf(row)) ? { ...row, expect: 'invalid' } : row));
  return groupBy(rows, operationOf);
}

/** The identity of a recording in both tables. */
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

/** A microversion as a number to sort by. An open start comes first. */
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
