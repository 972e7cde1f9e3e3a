import { UsageError } from '../../model/usage-error';
import { commitOf, gitQuietly } from './git';

/**
 * The newest common commit of the current branch and another commit. What the other branch changed after it does not belong to this
 * branch. Throws a UsageError where there is no such commit.
 */
export function commonCommit(folder: string, since: string): string {
  const commit = commitOf(folder, since);
  if (commit === undefined) {
    throw new UsageError(
      since === 'HEAD'
        ? 'there is no commit here yet, so every file is new: omit `--changed`'
        : `git has no commit \`${since}\`: name a branch, tag or commit; to check a path, write it after \`--changed=HEAD\``,
    );
  }
  const common = gitQuietly(folder, ['merge-base', commit, 'HEAD']);
  if (common === undefined) {
    throw new UsageError(
      `\`${since}\` and HEAD have no common commit here: fetch more history, for example with \`git fetch --unshallow\``,
    );
  }
  return common;
}
