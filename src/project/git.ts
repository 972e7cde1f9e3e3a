import { spawnSync } from 'node:child_process';

import { UsageError } from '../model/usage-error';

/** Enough for the names of some million files. */
const LONGEST_OUTPUT = 2 ** 28;

/** What git prints, run in a folder. Throws a UsageError with its own words where it fails. */
export function git(folder: string, args: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync('git', [...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: LONGEST_OUTPUT,
    // In words that can be searched for; and a look must not wait for another git at work, nor make one wait.
    env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
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

/** What git prints with `-z`, field by field. */
export function gitFields(folder: string, args: readonly string[]): readonly string[] {
  return git(folder, args)
    .split('\0')
    .filter((field) => field !== '');
}
