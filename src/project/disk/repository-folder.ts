import { dirname, join } from 'node:path';

import { look } from './recorded-looks';

/**
 * The top folder of the git repository that a folder is in; undefined if it is in none. It is found without git, which a check need not
 * have: the top of a repository, working tree or submodule has an entry `.git`.
 */
export function repositoryFolder(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    // In a folder that cannot be searched, nothing seems to exist.
    if (look('exists', join(at, '.git')) === 'true') return at;
    if (dirname(at) === at) return undefined;
  }
}
