// `npm run compare -- BEFORE AFTER [TREE…]`: whether two builds of this package give the same verdicts. Both check the project of AFTER, its
// fixtures and everything in each TREE; their exit codes and their JSON reports, without wording, must be equal. Prints the
// differences; exits with 0, with 1 if runs differ, and with 2 if it could not run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';

import { contractsFromSchemaStore } from '../examples/contracts-from-schemastore.mjs';
import { contractsFromTable, readTables } from '../examples/contracts-from-table.mjs';
import { hasManifest, hasTable } from './replay/open-tree.mjs';

const REPORT = ['--format', 'json', '--pedantic', '--verbose'];
/** The properties of a report that are wording, and `also`: a build may give more or fewer reasons for the same finding. */
const WORDING = new Set(['message', 'clients', 'also', 'what', 'one']);
/** Every folder of versions documents is checked in both ways. */
const LAWS = [[], ['--service', 'compute', '--newest', '2.61']];
const LONGEST_RUN_MS = 180_000;
const MOST_TRIES = 3;
const FILES_PER_RUN = 40;
const DIFFERENCES_SHOWN = 4;
const CHARACTERS_SHOWN = 90;

const isObject = (value) => typeof value === 'object' && value !== null;
const print = (line) => process.stdout.write(`${line}\n`);
const shorten = (line) => (line.length > CHARACTERS_SHOWN ? `${line.slice(0, CHARACTERS_SHOWN - 1)}…` : line);

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

// What is run

/** A project is checked without a cache; if the cache would not be in the project itself, also with an empty and with a filled cache. */
function* checks(project, cwd) {
  yield { project, cwd, args: ['check', '--no-cache'] };
  if (fs.existsSync(join(cwd, 'node_modules'))) return;
  const cache = newFolder();
  yield { project, cwd, args: ['check'], cache };
  // An unchanged command line is answered without running.
  fs.rmSync(join(cache, 'samplegate', 'runs'), { recursive: true, force: true });
  // Some results are not cached.
  if (fs.readdirSync(cache).length > 0) yield { project, cwd, args: ['check'], cache };
}

/** Files that are not JSON, or not versions documents, have findings too. */
function otherRuns(project, cwd, documents) {
  const runs = Math.ceil(documents.length / FILES_PER_RUN);
  return Array.from({ length: runs }, (_, run) => {
    const some = documents.slice(run * FILES_PER_RUN, (run + 1) * FILES_PER_RUN);
    return { project, cwd, args: ['laws', ...some.map((name) => `./${name}`)] };
  });
}

/** The runs in a folder and the folders below it. `isInProject`: a manifest above claims these files. */
function* runsBelow(tree, folder, isInProject = false) {
  const entries = fs
    .readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const documents = files.filter((name) => name.toLowerCase().endsWith('.json'));
  const project = join(basename(tree), relative(tree, folder));
  const isManifestHere = hasManifest(folder);
  const make = isManifestHere ? undefined : makerFor(folder, documents);
  if (isManifestHere) yield* checks(project, folder);
  if (make !== undefined) yield* checks(`${project}, manifest generated`, makeProject(make, folder));
  const isProject = isInProject || isManifestHere || make !== undefined;
  if (documents.some((name) => isVersions(readJson(join(folder, name)))))
    yield* LAWS.map((options) => ({ project, cwd: folder, args: ['laws', '.', ...options] }));
  else if (!isProject) yield* otherRuns(project, folder, documents);
  for (const entry of entries)
    if (entry.isDirectory() && !['.git', 'node_modules'].includes(entry.name))
      yield* runsBelow(tree, join(folder, entry.name), isProject);
}

function isVersions(value) {
  if (!isObject(value)) return false;
  const { id, links, version, versions, choices } = value;
  return [version, versions, choices].some(isObject) || (isObject(links) && /^v\d/.test(id));
}

// Generated projects: a generator fills a folder with samples and schemas, and returns the manifest

function makerFor(folder, documents) {
  const has = (...paths) => paths.every((path) => fs.existsSync(join(folder, path)));
  if (hasTable(folder)) return makeFromTables;
  if (has('src/schemas/json', 'src/test', 'src/negative_test')) return makeFromSchemaStore;
  if (documents.some((name) => isTestGroups(readJson(join(folder, name))))) return makeFromTestGroups;
  return openApiContracts(folder).length > 0 ? makeFromOpenApi : undefined;
}

function makeProject(make, folder) {
  const made = newFolder();
  fs.writeFileSync(join(made, 'contracts.json'), JSON.stringify(make(folder, made)));
  return made;
}

/** A whole service, as in docs/whole-service.md. */
function makeFromTables(folder, made) {
  for (const part of ['schemas', 'api_samples'])
    fs.cpSync(join(folder, part), join(made, part), { recursive: true });
  return contractsFromTable(readTables(folder));
}

/** SchemaStore, as in docs/conformance.md, and its schemas without tests. */
function makeFromSchemaStore(folder, made) {
  fs.cpSync(join(folder, 'src'), join(made, 'src'), { recursive: true });
  const manifest = contractsFromSchemaStore(folder);
  const schemas = jsonIn(join(folder, manifest.schemas));
  const untested = Object.fromEntries(schemas.map((schema) => [basename(schema, '.json'), { schema }]));
  return { ...manifest, contracts: { ...untested, ...manifest.contracts } };
}

function jsonIn(folder) {
  return fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
}

/** The JSON Schema Test Suite: a file is a list of groups, and a group is a schema with its tests. Before 2019-09 only the folder names the dialect. */
function makeFromTestGroups(folder, made) {
  const [, draft] = /[\\/]draft(\d)(?![^\\/])/.exec(folder) ?? [];
  const $schema = `http://json-schema.org/draft-0${draft}/schema#`;
  const withDialect = (schema) => (isObject(schema) && draft ? { $schema, ...schema } : schema);
  const write = (root, path, value) => {
    fs.mkdirSync(dirname(join(made, root, path)), { recursive: true });
    fs.writeFileSync(join(made, root, path), `${JSON.stringify(value)}\n`);
    return path;
  };
  const contractOf = (name, { schema, tests }) => ({
    schema: write('schemas', `${name}.json`, withDialect(schema)),
    samples: tests.map(({ data, valid }, number) => ({
      path: write('samples', `${name}/${number}.json`, data),
      ...(valid ? {} : { expect: 'invalid' }),
    })),
  });
  const contracts = jsonIn(folder).flatMap((file) => {
    const groups = readJson(join(folder, file));
    const named = isTestGroups(groups) ? groups.entries() : [];
    return [...named].map(([number, group]) => [`${basename(file, '.json')}/${number}`, group]);
  });
  return {
    samples: 'samples',
    contracts: Object.fromEntries(contracts.map(([name, group]) => [name, contractOf(name, group)])),
  };
}

function isTestGroups(value) {
  return Array.isArray(value) && isObject(value[0]) && 'schema' in value[0] && Array.isArray(value[0].tests);
}

/** OpenAPI documents: only their schemas, without samples. */
function makeFromOpenApi(folder, made) {
  fs.cpSync(folder, join(made, 'schemas'), { recursive: true });
  const contracts = Object.fromEntries(openApiContracts(folder));
  return { samples: '.', contracts, rules: { 'contract-has-document': 'off' } };
}

function openApiContracts(folder) {
  const files = fs.readdirSync(folder).filter((name) => /\.(json|ya?ml)$/.test(name));
  return files.flatMap((file) =>
    componentsOf(join(folder, file)).map((name) => [
      `${file}/${name}`,
      { schema: `${file}#/components/schemas/${name}` },
    ]),
  );
}

/** The names of the schemas; in YAML, those at the usual indentation, because this script has no YAML parser. */
function componentsOf(file) {
  if (file.endsWith('.json')) return Object.keys(readJson(file)?.components?.schemas ?? {});
  const [, schemas = ''] = /^ {2}schemas:\n((?: {3,}.*\n|\n)*)/m.exec(fs.readFileSync(file, 'utf8')) ?? [];
  return [...schemas.matchAll(/^ {4}([\w.-]+):/gm)].map(([, name]) => name);
}

// The result of one run

/** Without a report, the build crashed or timed out. */
async function resultOf(build, { cwd, args, cache }) {
  const kept = { SAMPLEGATE_CACHE: 'on', XDG_CACHE_HOME: join(cache ?? '', build) };
  const child = spawn(process.execPath, [bins[build], ...args, ...REPORT], {
    cwd,
    env: { ...process.env, ...(cache === undefined ? { SAMPLEGATE_CACHE: 'off' } : kept) },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_RUN_MS,
  });
  const ended = once(child, 'close');
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exitCode, saysOnStderr: stderr !== '', report: reportWithoutWording(stdout) };
}

function reportWithoutWording(stdout) {
  try {
    const report = JSON.parse(stdout, (key, value) => (WORDING.has(key) ? undefined : value));
    return { ...report, findings: inOrder(report.findings) };
  } catch {
    return undefined;
  }
}

/** Findings that only differ in their wording are sorted by everything else. */
function inOrder(findings) {
  const ties = new Map();
  for (const finding of findings) {
    const { file, start, end, severity, ruleId, pointer } = finding;
    const key = JSON.stringify([file, start.offset, end.offset, severity, ruleId, pointer]);
    ties.set(key, [...(ties.get(key) ?? []), JSON.stringify(finding)]);
  }
  return [...ties.values()].flatMap((tied) => tied.toSorted().map((finding) => JSON.parse(finding)));
}

/** One line per place where two values differ. */
function* differences(old, now, path = '') {
  if (isDeepStrictEqual(old, now)) return;
  if (!isObject(old) || !isObject(now) || Array.isArray(old) !== Array.isArray(now)) {
    yield `${path}: ${show(old)} -> ${show(now)}`;
    return;
  }
  const isList = Array.isArray(old);
  if (isList && old.length !== now.length) yield `${path}.length: ${old.length} -> ${now.length}`;
  for (const key of Object.keys({ ...old, ...now })) {
    const member = path === '' ? key : `${path}.${key}`;
    yield* differences(old[key], now[key], isList ? `${path}[${key}]` : member);
  }
}

function show(value) {
  return value === undefined ? 'nothing' : shorten(JSON.stringify(value));
}

// The comparison

const [before, after, ...trees] = process.argv.slice(2).map((path) => resolve(path));
const binOf = (folder) => join(folder ?? '', 'dist', 'bin.js');
const bins = { before: binOf(before), after: binOf(after) };
if (after === undefined || ![...Object.values(bins), ...trees].every((path) => fs.existsSync(path))) {
  process.stderr.write('usage: node scripts/compare-builds.mjs BEFORE AFTER [TREE…]\n');
  process.stderr.write('BEFORE and AFTER are package folders, each with a build in `dist`\n');
  process.exit(2);
}
const scratch = fs.mkdtempSync(join(tmpdir(), 'samplegate-compare-'));
process.once('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));
// A signal alone does not run the handlers of `exit`.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
await compareAll();

function newFolder() {
  return fs.mkdtempSync(join(scratch, 'made-'));
}

function* allRuns() {
  const laws = ['laws', 'api_samples/versions', '--newest', '2.61'];
  yield* [['check'], laws].map((args) => ({ project: basename(after), cwd: after, args }));
  for (const tree of [join(after, 'tests', 'fixtures'), ...trees]) yield* runsBelow(tree, tree);
}

async function compareAll() {
  const endings = new Map();
  let [runs, differing, findings] = [0, 0, 0];
  for (const run of allRuns()) {
    const { old, found } = await compare(run);
    const ending = old.report === undefined ? 'without a report' : `with exit code ${old.exitCode}`;
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
    findings += old.report?.findings.length ?? 0;
    runs += 1;
    if (found.length > 0) differing += 1;
  }
  const counts = [...endings].map(([ending, count]) => `${count} ended ${ending}`);
  print(`before: ${[...counts, `${findings} findings`].join(', ')}`);
  print(`${runs} runs compared, ${differing} differ`);
  process.exitCode = differing === 0 ? 0 : 1;
}

/** On a busy machine a time limit may end the run of one build alone: only differences that appear every time count. */
async function compare(run, tries = 1) {
  const [old, now] = await Promise.all(Object.keys(bins).map((build) => resultOf(build, run)));
  const found = [...differences(old, now)];
  if (found.length > 0 && tries < MOST_TRIES) return compare(run, tries + 1);
  if (found.length > 0) printDifferences(run, found);
  else if (tries > 1) printDifferences(run, ['differs at first, but not when it is run again']);
  return { old, found };
}

function printDifferences({ project, args, cache }, found) {
  print(`${project}: ${shorten(args.join(' '))}${cache === undefined ? '' : ' (cached result)'}`);
  for (const line of found.slice(0, DIFFERENCES_SHOWN)) print(`  ${line}`);
  if (found.length > DIFFERENCES_SHOWN) print(`  and ${found.length - DIFFERENCES_SHOWN} more`);
}
