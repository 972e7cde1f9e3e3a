import { UsageError } from '../model/usage-error';
import { git } from './git';

/**
 * The newest commit that the current branch and another commit have in common: what has changed on the other since is not this
 * branch's. Throws a UsageError where there is no such commit.
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
        ? 'git has no commit here yet, so all is new: leave `--changed` out'
        : `git knows no commit \`${since}\`: name a branch, a tag or a commit, and write a path behind \`--changed=HEAD\``,
    );
  }
  const common = quietly(folder, ['merge-base', commit, 'HEAD']);
  if (common === undefined) {
    throw new UsageError(
      `\`${since}\` and HEAD have no commit in common here: fetch more of the history, as with \`git fetch --unshallow\``,
    );
  }
  return common;
}

/** Where git fails without a word, the answer is no. */
function quietly(folder: string, args: readonly string[]): string | undefined {
  try {
    return git(folder, args).trim();
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
