import { spawnSync } from 'node:child_process';

import { UsageError } from '../model/usage-error';

/** Enough for the names of some million files. */
const LONGEST_OUTPUT = 2 ** 28;

/** What git prints, run in a folder. Throws a UsageError with its own words where it fails. */
export function git(folder: string, args: readonly string[]): string {
  // Paths from the top, whatever the user's settings say.
  const { stdout, stderr, status, error } = spawnSync('git', ['-c', 'diff.relative=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: LONGEST_OUTPUT,
    // In words that can be searched for; and a look must not wait for another git at work, nor make one wait.
    env: { ...ownEnvironment(process.env), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
  });
  if (error !== undefined)
    throw new UsageError(
      'git has to tell what has changed, and cannot be run here: install it, or check all',
    );
  if (status !== 0) {
    const [reason = ''] = stderr.trim().split('\n');
    throw new UsageError(
      `git has to tell what has changed, and says: ${reason.replace(/^(fatal|error): /, '')}`,
    );
  }
  return stdout;
}

/**
 * The environment without what git tells its hooks of the repository that they run for: that index may be of another one, and git takes the
 * folder that it is run in for the top of the working tree where only the repository is told.
 */
function ownEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, GIT_DIR: repository, ...others } = env;
  return others['GIT_WORK_TREE'] === undefined || repository === undefined
    ? others
    : { ...others, GIT_DIR: repository };
}

/** What git prints with `-z`, field by field. */
export function gitFields(folder: string, args: readonly string[]): readonly string[] {
  return git(folder, args)
    .split('\0')
    .filter((field) => field !== '');
}
