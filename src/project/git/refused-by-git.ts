import { statSync } from 'node:fs';
import { join } from 'node:path';

import { UsageError } from '../../model/usage-error';
import { quietly } from '../cache/cache-files';
import { git } from './git';

/**
 * Whether git refuses the repository with this top, because another user owns it: as in a container, whose files belong to a user of the host. Git
 * itself is only asked where another user does.
 */
export function isRefusedByGit(top: string): boolean {
  const user = process.getuid?.();
  const owners = [top, join(top, '.git')].map((path) => quietly(() => statSync(path).uid) ?? user);
  if (owners.every((owner) => owner === user)) return false;
  try {
    git(top, ['rev-parse', '--git-dir']);
    return false;
  } catch (error) {
    if (error instanceof UsageError) return error.message.includes('safe.directory');
    throw error;
  }
}
