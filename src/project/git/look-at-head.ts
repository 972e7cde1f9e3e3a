import { resolve } from 'node:path';

import { gitQuietly } from './git';
import { look } from '../disk/recorded-looks';

/** Notes which commit is checked out, by git's log of that: a run that watches starts again after a commit, a switch or a rebase. */
export function lookAtHead(folder: string): void {
  const log = gitQuietly(folder, ['rev-parse', '--git-path', 'logs/HEAD']);
  if (log !== undefined) look('content', resolve(folder, log));
}
