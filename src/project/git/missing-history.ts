import { UsageError } from '../../model/usage-error';
import { gitQuietly } from './git';

/** How to get the history that a shallow clone lacks, without the contents of all files. */
export const FETCH_MORE = 'git fetch --unshallow --filter=blob:none';

export function isShallow(folder: string): boolean {
  return gitQuietly(folder, ['rev-parse', '--is-shallow-repository']) === 'true';
}

/** The end of a message about a missing commit: that the clone is shallow, if it is, and how to get the rest. */
export function shallowWords(folder: string): string {
  return isShallow(folder) ? `; this clone is shallow, and \`${FETCH_MORE}\` gets the rest` : '';
}

/** `advice`: how to write a path where a commit was read. */
export function noSuchCommit(folder: string, named: string, advice: string): UsageError {
  return new UsageError(
    `git has no commit \`${named}\`: name a branch, tag or commit; to check a path, ${advice}${shallowWords(folder)}`,
  );
}

/** `name` is written with its backticks. */
export function noCommonCommit(folder: string, name: string): UsageError {
  return new UsageError(
    `${name} and HEAD have no common commit here: ${isShallow(folder) ? `fetch more history with \`${FETCH_MORE}\`` : 'name a commit of the same history'}`,
  );
}
