import { spawnSync } from 'node:child_process';

import { UsageError } from '../model/usage-error';
import { noteUnrepeatable } from '../text/repeatable';

/** In bytes: enough for the names of several million files. */
const LONGEST_OUTPUT = 2 ** 28;

/** Paths are relative to the top of the repository, regardless of the user's settings, and `*` in a path is no wildcard. */
const SETTINGS = ['--literal-pathspecs', '-c', 'diff.relative=false'];

/** Runs git in a folder and returns its output. Throws a UsageError with git's own message where it fails. */
export function git(folder: string, args: readonly string[]): string {
  noteUnrepeatable();
  const { stdout, stderr, status, error } = spawnSync('git', [...SETTINGS, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: LONGEST_OUTPUT,
    // English messages are easier to search for. Without optional locks, this git neither waits for another one nor blocks it.
    env: { ...ownEnvironment(process.env), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
  });
  if (error !== undefined)
    throw new UsageError('`--changed` needs git, which cannot be run here: install git, or omit `--changed`');
  if (status !== 0) {
    const [reason = ''] = stderr.trim().split('\n');
    throw new UsageError(`\`--changed\` needs git, which failed: ${reason.replace(/^(fatal|error): /, '')}`);
  }
  return stdout;
}

/**
 * The environment without the variables that git sets for its hooks. `GIT_INDEX_FILE` may be the index of another repository. With
 * `GIT_DIR` but without `GIT_WORK_TREE`, git takes the current folder for the top of the working tree.
 */
function ownEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, GIT_DIR: repository, ...others } = env;
  return others['GIT_WORK_TREE'] === undefined || repository === undefined
    ? others
    : { ...others, GIT_DIR: repository };
}

/** The fields that git prints with `-z`. */
export function gitFields(folder: string, args: readonly string[]): readonly string[] {
  return git(folder, args)
    .split('\0')
    .filter((field) => field !== '');
}
