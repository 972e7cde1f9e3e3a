import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The top folder of the git repository that a folder is in; undefined if it is in none. It is found without git, which a check need not
 * have: the top of a repository, working tree or submodule has an entry `.git`.
 */
export function repositoryFolder(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    // In a folder that cannot be searched, nothing seems to exist.
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}
