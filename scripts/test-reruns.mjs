// `npm run test:reruns [-- FOLDER…]`: whether an unchanged command line, which is answered without running, is ever answered wrongly. Checks every project
// in the fixtures, or in each FOLDER. Then changes, removes, renames and adds each of its files, one after the other, and sets each variable that
// counts. After each change, the kept output must be refused, or be what a run without any cache prints. Prints a line per wrong answer; exits with 1 where there is one.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { bundleSource } from './bundle-source.mjs';
import { hasManifest } from './replay/open-tree.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'dist', 'bin.js');
const work = fs.mkdtempSync(join(tmpdir(), 'samplegate-reruns-'));
process.on('exit', () => fs.rmSync(work, { recursive: true, force: true }));

const OPEN_API = /^(openapi|swagger)\.(ya?ml|json)$/;
const VARIABLES = [
  'NO_COLOR',
  'FORCE_COLOR',
  'TERM',
  'HOME',
  'GITHUB_WORKSPACE',
  'GITHUB_STEP_SUMMARY',
  'CI',
];
/** These are many, and alike in what they ask for. */
const RULES = join('fixtures', 'rules');
const home = join(work, 'home');
const cache = join(work, 'cache');
fs.mkdirSync(home);

await bundleSource('src/cli/rerun/kept-run-text.ts', join(work, 'kept-run-text.cjs'));
const { parseKept, isUnchanged } = createRequire(import.meta.url)(join(work, 'kept-run-text.cjs'));

let changes = 0;
let failed = 0;

const environment = (more = {}) => ({ PATH: process.env.PATH, HOME: home, XDG_CACHE_HOME: cache, ...more });

function run(folder, args, env = environment()) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { exitCode: status, out: stdout, err: stderr };
}

/** Runs a command and returns what it keeps; undefined if it keeps nothing. */
function keep(folder, args) {
  fs.rmSync(cache, { recursive: true, force: true });
  run(folder, args);
  const runs = join(cache, 'samplegate', 'runs');
  const [name] = fs.existsSync(runs) ? fs.readdirSync(runs) : [];
  return name === undefined ? undefined : parseKept(fs.readFileSync(join(runs, name), 'utf8'));
}

/** The home folder is that of this process. */
function isUnchangedIn(env, kept) {
  process.env.HOME = env.HOME;
  return isUnchanged(kept, env);
}

/** Compares what is kept with a run, if it would be used. */
function judge(what, kept, { folder, args }, env = environment()) {
  if (isUnchangedIn(env, kept)) {
    const now = run(folder, [...args, '--no-cache'], env);
    const same = ['exitCode', 'out', 'err'].every((part) => now[part] === kept[part]);
    if (!same) {
      failed += 1;
      process.stdout.write(`WRONG: ${what}\n`);
    }
  }
  changes += 1;
}

function filesBelow(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const CHANGES = {
  'a changed byte': (file, bytes) => fs.writeFileSync(file, changed(bytes)),
  'a space at the end': (file) => fs.appendFileSync(file, ' '),
  'nothing in it': (file) => fs.truncateSync(file),
  deleted: (file) => fs.rmSync(file),
  renamed: (file) => fs.renameSync(file, join(dirname(file), `new-${basename(file)}`)),
  'a folder': (file) => {
    fs.rmSync(file);
    fs.mkdirSync(file);
  },
  'a link to itself': (file) => {
    fs.rmSync(file);
    fs.symlinkSync(basename(file), file);
  },
};

/** One digit or letter in the middle becomes another one. */
function changed(bytes) {
  const copy = Buffer.from(bytes);
  const middle = Math.floor(copy.length / 2);
  const at = Math.max(
    copy.findIndex((byte, index) => index >= middle && /\w/.test(String.fromCharCode(byte))),
    0,
  );
  copy[at] = copy[at] === 0x39 ? 0x38 : 0x39;
  return copy;
}

function testFiles(project, kept) {
  for (const file of filesBelow(project.folder)) {
    const bytes = fs.readFileSync(file);
    for (const [name, change] of Object.entries(CHANGES)) {
      change(file, bytes);
      judge(`${project.name}: ${relative(project.folder, file)}, ${name}`, kept, project);
      fs.rmSync(file, { recursive: true, force: true });
      fs.rmSync(join(dirname(file), `new-${basename(file)}`), { force: true });
      fs.writeFileSync(file, bytes);
    }
  }
}

function testAdded(project, kept) {
  const folders = new Set([project.folder, ...filesBelow(project.folder).map((file) => dirname(file))]);
  for (const folder of folders)
    for (const name of ['new.json', 'new.yaml', 'contracts.yml', '.git', 'NEW.JSON'])
      if (!fs.existsSync(join(folder, name))) {
        fs.writeFileSync(join(folder, name), '{}\n');
        judge(`${project.name}: ${relative(project.folder, join(folder, name))} added`, kept, project);
        fs.rmSync(join(folder, name));
      }
}

function testVariables(project, kept) {
  for (const name of VARIABLES)
    judge(
      `${project.name}: ${name} set`,
      kept,
      project,
      environment({ [name]: name === 'HOME' ? work : '1' }),
    );
}

function test(source, args) {
  const folder = join(work, 'project');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(source, folder, { recursive: true, verbatimSymlinks: true });
  const project = { name: [relative(root, source), ...args].join(' '), folder, args };
  const kept = keep(folder, args);
  // A manifest or a document that is wrong has no result.
  if (kept === undefined) return;
  if (!isUnchangedIn(environment(), kept)) {
    failed += 1;
    process.stdout.write(`WRONG: ${project.name}: refused, although nothing has changed\n`);
    return;
  }
  testFiles(project, kept);
  // What a run does not ask for costs a run each time.
  if (!source.includes(RULES)) {
    testAdded(project, kept);
    testVariables(project, kept);
  }
}

function* projectsBelow(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  const documents = entries.filter((entry) => entry.isFile() && OPEN_API.test(entry.name));
  if (hasManifest(folder)) yield [folder, ['check']];
  else if (documents.length > 0) yield [folder, ['check', documents[0].name]];
  for (const entry of entries)
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* projectsBelow(join(folder, entry.name));
}

const folders = process.argv.slice(2);
for (const folder of folders.length > 0 ? folders : [join(root, 'tests', 'fixtures')])
  for (const [source, args] of projectsBelow(resolve(folder))) test(source, args);
process.stdout.write(`${changes} changes: ${failed === 0 ? 'none' : failed} answered wrongly\n`);
if (failed > 0 || changes === 0) process.exitCode = 1;
