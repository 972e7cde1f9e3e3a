import { UsageError } from '../../model/usage-error';
import { commitOf, gitQuietly } from './git';
import { noCommonCommit, noSuchCommit } from './missing-history';

/**
 * The newest common commit of the current branch and another commit. What the other branch changed after it does not belong to this
 * branch. Throws a UsageError where there is no such commit.
 */
export function commonCommit(folder: string, since: string): string {
  const commit = commitOf(folder, since);
  if (commit === undefined)
    throw since === 'HEAD'
      ? new UsageError('there is no commit here yet, so every file is new: omit `--changed`')
      : noSuchCommit(folder, since, 'write it after `--changed=HEAD`');
  const common = gitQuietly(folder, ['merge-base', commit, 'HEAD']);
  if (common === undefined) throw noCommonCommit(folder, `\`${since}\``);
  return common;
}
