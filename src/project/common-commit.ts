import { UsageError } from '../model/usage-error';
import { git } from './git';

/**
 * The newest common commit of the current branch and another commit. What the other branch changed after it does not belong to this
 * branch. Throws a UsageError where there is no such commit.
 */
export function commonCommit(folder: string, since: string): string {
  const commit = quietly(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${since}^{commit}`,
  ]);
  if (commit === undefined) {
    throw new UsageError(
      since === 'HEAD'
        ? 'there is no commit here yet, so every file is new: omit `--changed`'
        : `git has no commit \`${since}\`: name a branch, tag or commit; to check a path, write it after \`--changed=HEAD\``,
    );
  }
  const common = quietly(folder, ['merge-base', commit, 'HEAD']);
  if (common === undefined) {
    throw new UsageError(
      `\`${since}\` and HEAD have no common commit here: fetch more history, for example with \`git fetch --unshallow\``,
    );
  }
  return common;
}

/** The output of git, or undefined where git fails: for these commands that means that there is no such commit. */
function quietly(folder: string, args: readonly string[]): string | undefined {
  try {
    return git(folder, args).trim();
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
