// `npm run test:reruns [-- [--edits] FOLDER…]`: whether an unchanged command line, which is answered without running, is ever answered wrongly, and whether one that
// judges only what has changed is. Checks every project in the fixtures, or in each FOLDER. Then changes, removes, renames and adds each of its files,
// one after the other, and sets each variable that counts. After each change, the kept output must be refused, or be what a run without any cache prints.
// After each change of a content, a run that may use what the last one found out must print the same as one that may not.
// Prints a line per wrong answer; exits with 1 where there is one. With --edits, only the latter.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { bundleSource } from './bundle-source.mjs';
import { changedByte, EDITS } from './reruns/edits.mjs';
import { filesBelow, keepFiles, projectsBelow } from './reruns/projects.mjs';
import { otherProjects } from './reruns/other-projects.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'dist', 'bin.js');
const work = fs.mkdtempSync(join(tmpdir(), 'samplegate-reruns-'));
process.on('exit', () => fs.rmSync(work, { recursive: true, force: true }));

const parsed = parseArgs({ allowPositionals: true, options: { edits: { type: 'boolean' } } });
const onlyEdits = parsed.values.edits === true;

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

await bundleSource('scripts/reruns/in-process.mjs', join(work, 'in-process.cjs'));
const {
  run: runHere,
  recordRun,
  lastRunOf,
  parseKept,
  changedSightings,
} = createRequire(import.meta.url)(join(work, 'in-process.cjs'));

let changes = 0;
let failed = 0;
let edits = 0;
let reused = 0;

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
  return name === undefined ? undefined : parseKept(fs.readFileSync(join(runs, name)));
}

/** The home folder is that of this process. */
function isUnchangedIn(env, kept) {
  process.env.HOME = env.HOME;
  return changedSightings(kept, env)?.size === 0;
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

const CHANGES = {
  'a changed byte': (file, bytes) => fs.writeFileSync(file, changedByte(bytes.toString('latin1')), 'latin1'),
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

/** Runs a command line in this process, as a process of its own does. */
async function runIn(folder, args, last) {
  const [out, err] = [[], []];
  const env = environment();
  process.env.HOME = env.HOME;
  const invocation = { argv: args, cwd: folder, env, isTerminal: false, isErrorTerminal: false, bundle: bin };
  const io = {
    ...invocation,
    build: 'this',
    readStdin: () => Promise.resolve(Buffer.from('')),
    interrupted: () => new Promise(() => {}),
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  };
  const recorded = recordRun(io, invocation, last);
  let isReused = false;
  const { memory } = recorded.io;
  const onUse = () => {
    isReused = true;
    memory.onUse();
  };
  const exitCode = await runHere(args, { ...recorded.io, ...(memory && { memory: { ...memory, onUse } }) });
  recorded.keep(exitCode);
  return { exitCode, out: out.join(''), err: err.join(''), isReused, lastRun: () => lastRunOf(invocation) };
}

/** The files of the cache, with their bytes. */
function keptFiles() {
  return filesBelow(cache).map((file) => [file, fs.readFileSync(file)]);
}

/** Edits each JSON file, and compares a run that may use what the last one found out with one that may not. */
async function testEdits(project, args) {
  const { folder } = project;
  const whole = await wholeRun(project, args);
  if (whole === undefined) return;
  const files = filesBelow(folder).filter((file) => file.endsWith('.json'));
  for (const [index, file] of files.entries()) {
    // Not every file is UTF-8.
    const content = fs.readFileSync(file);
    const text = content.toString('utf8');
    const swap = { 'the text of another file': () => fs.readFileSync(files[index - 1] ?? file, 'utf8') };
    for (const [name, edit] of Object.entries({ ...EDITS, ...swap })) {
      const now = edit(text);
      if (now === undefined || now === text) continue;
      fs.writeFileSync(file, now);
      await judgeEdit(whole, `${relative(folder, file)}, ${name}`);
      fs.writeFileSync(file, content);
      whole.forget();
    }
  }
}

/** Adds, removes and renames files, and edits the manifest; after some of these changes, also a sample. */
async function testOtherProjects(project, args) {
  const { folder } = project;
  const whole = await wholeRun(project, args);
  if (whole === undefined) return;
  const { files, restore } = keepFiles(folder);
  const sample = files.find((file) => file.endsWith('.json') && relative(folder, file).includes('samples'));
  const others = [...otherProjects(folder, files)];
  // The fixtures of rules are many and alike, so each has half of these changes, and not always the same half.
  const some = project.isOfRule ? others.filter((_, index) => index % 2 === project.name.length % 2) : others;
  for (const [index, { what, change }] of some.entries()) {
    change();
    const isReused = await judgeEdit(whole, what);
    if (isReused && index % CHANGED_AGAIN === 0 && sample !== undefined && fs.existsSync(sample)) {
      fs.writeFileSync(sample, changedByte(fs.readFileSync(sample, 'latin1')), 'latin1');
      await judgeEdit(whole, `${what}, then a changed sample`);
    }
    restore();
    whole.forget();
  }
}

/** After one in this many other projects, another change follows: it uses what the same run found out. */
const CHANGED_AGAIN = 4;

/** A run that found something out for the next one; undefined where there is nothing. */
async function wholeRun(project, args) {
  const { folder } = project;
  fs.rmSync(cache, { recursive: true, force: true });
  const { lastRun } = await runIn(folder, args);
  if (lastRun()?.kept.judgement === undefined) return undefined;
  const kept = keptFiles();
  return {
    project,
    args,
    lastRun,
    /** Forgets the runs after it. */
    forget: () => {
      for (const [path, bytes] of kept) fs.writeFileSync(path, bytes);
    },
  };
}

/** Compares a run that may use what a whole one found out with one that may not; returns whether it used it. */
async function judgeEdit({ project: { name, folder }, args, lastRun }, what) {
  edits += 1;
  const last = lastRun();
  const again = last === undefined ? undefined : await runIn(folder, args, last);
  // Whatever does not use it is the same run.
  if (again?.isReused !== true) return false;
  reused += 1;
  const anew = await runIn(folder, [...args, '--no-cache']);
  if (['exitCode', 'out', 'err'].some((part) => again[part] !== anew[part])) {
    failed += 1;
    process.stdout.write(`WRONG: ${name}: ${what}, ${args.join(' ')}\n`);
  }
  return true;
}

/** Everything that a run finds out is in one of these. */
const REPORTS = [
  ['--pedantic', '--format', 'json'],
  ['--pedantic', '--verbose'],
  ['--pedantic', '--format', 'junit'],
];

async function test(source, args) {
  const folder = join(work, 'project');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(source, folder, { recursive: true, verbatimSymlinks: true });
  const isOfRule = source.includes(RULES);
  const project = { name: [relative(root, source), ...args].join(' '), folder, args, isOfRule };
  const kept = onlyEdits ? undefined : keep(folder, args);
  // Those of rules are many.
  for (const report of isOfRule ? REPORTS.slice(0, 1) : REPORTS)
    await testEdits(project, [...args, ...report]);
  await testOtherProjects(project, [...args, ...REPORTS[0]]);
  if (onlyEdits) return;
  // A manifest or a document that is wrong has no result.
  if (kept === undefined) return;
  if (!isUnchangedIn(environment(), kept)) {
    failed += 1;
    process.stdout.write(`WRONG: ${project.name}: refused, although nothing has changed\n`);
    return;
  }
  testFiles(project, kept);
  // What a run does not ask for costs a run each time.
  if (!isOfRule) {
    testAdded(project, kept);
    testVariables(project, kept);
  }
}

const folders = parsed.positionals;
for (const folder of folders.length > 0 ? folders : [join(root, 'tests', 'fixtures')])
  for (const [source, args] of projectsBelow(resolve(folder))) await test(source, args);
process.stdout.write(
  `${changes} changes, and ${edits} edits, of which ${reused} were judged with what the last run found out: ${failed === 0 ? 'none' : failed} answered wrongly\n`,
);
if (failed > 0 || edits === 0 || reused === 0) process.exitCode = 1;
