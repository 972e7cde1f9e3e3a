// A demonstration of the check before a merge:
//
//   node examples/one-file-bump.mjs FOLDER
//
// FOLDER becomes a git repository with the versions documents of Compute. Its last commit raises the newest microversion in one of them and
// forgets the others. Then `samplegate check --base HEAD^` writes a report in every format to FOLDER/reports. It needs git, and a build of
// this repository (`npm ci`).
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What the demonstration has of this repository. */
const PARTS = ['contracts.yaml', 'schemas/versions', 'api_samples/versions'];

/** The file that the last commit changes. */
const RAISED = 'api_samples/versions/versions-get-resp.json';

/** The names of the reports that other programs know by their ends. */
const FILES = {
  ctrf: 'ctrf.json',
  gitlab: 'gitlab.json',
  html: 'report.html',
  json: 'report.json',
  junit: 'junit.xml',
  'junit:xunit2': 'junit-xunit2.xml',
  markdown: 'summary.md',
  ndjson: 'report.ndjson',
  sarif: 'samplegate.sarif',
};

/** Runs git without the user's settings, so that the same files give the same commits everywhere. */
function git(folder, ...args) {
  const date = '2026-01-01T00:00:00Z';
  const { GIT_DIR: _dir, GIT_INDEX_FILE: _index, GIT_WORK_TREE: _tree, ...env } = process.env;
  return execFileSync('git', ['-c', 'init.defaultBranch=main', '-c', 'core.autocrlf=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...env,
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_SYSTEM: devNull,
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org',
      GIT_COMMITTER_DATE: date,
    },
  });
}

function commit(folder, message) {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', message);
}

/** Makes the repository, and gives the microversion that its last commit states. */
function createRepository(folder) {
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  git(folder, 'init', '--quiet');
  commit(folder, 'Add the versions documents');
  const file = join(folder, RAISED);
  const text = readFileSync(file, 'utf8');
  const [, major, minor] = /"version": "(\d+)\.(\d+)"/.exec(text);
  const raised = `${major}.${Number(minor) + 1}`;
  writeFileSync(file, text.replace(`"version": "${major}.${minor}"`, `"version": "${raised}"`));
  commit(folder, `Raise the newest microversion to ${raised}`);
}

/** Runs the check with a report in every format, and gives its exit code. */
function writeReports(folder) {
  const { REPORTERS } = createRequire(import.meta.url)(join(ROOT, 'dist', 'index.js'));
  const formats = Object.keys(REPORTERS).flatMap((format) => [
    '--format',
    `${format}=reports/${FILES[format] ?? `${format}.txt`}`,
  ]);
  // The summary of a job that runs this is not that of the demonstration.
  const { GITHUB_STEP_SUMMARY: _summary, ...env } = process.env;
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'dist', 'bin.js'), 'check', '--base', 'HEAD^', '--verbose', ...formats],
    { cwd: folder, encoding: 'utf8', env },
  );
  if (status !== 0 && status !== 1) throw new Error(`the check did not run: ${stderr}`);
  return status;
}

function main([folder, second]) {
  if (folder === undefined || second !== undefined) return 'usage: node examples/one-file-bump.mjs FOLDER';
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return `${folder} is not empty: name a folder that does not exist yet`;
  createRepository(folder);
  process.stdout.write(git(folder, 'log', '--oneline', '--stat', '-1'));
  const code = writeReports(folder);
  process.stdout.write(`exit code of the check: ${code}\n`);
  for (const name of readdirSync(join(folder, 'reports')).toSorted())
    process.stdout.write(`${folder}/reports/${name}\n`);
  return undefined;
}

const mistake = main(process.argv.slice(2));
if (mistake !== undefined) {
  process.stderr.write(`${mistake}\n`);
  process.exitCode = 2;
}
