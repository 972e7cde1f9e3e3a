import { resolve } from 'node:path';

import { displayPath, isBelow } from './file-path';
import { realPath } from './real-path';
import { repositoryFolder } from './repository-folder';

type Env = Readonly<Record<string, string | undefined>>;

/** A folder as the hosts of repositories name it: below the top of its repository, or of what a CI job checked out; `.` is the top. */
export function folderInRepository(folder: string, env: Env): string {
  return createRepositoryPaths(folder, folder, env)('.');
}

/**
 * Names files independently of the working folder that their displayed names are relative to: below the top of the repository, else below
 * `instead`.
 */
export function createRepositoryPaths(
  cwd: string,
  instead: string,
  env: Env = process.env,
): (file: string) => string {
  const here = realPath(cwd);
  const top = topOf(here, env) ?? realPath(instead);
  return (file) => displayPath(top, resolve(here, file));
}

/** The top of the repository or of what a CI job checked out, with an absolute path without links. */
function topOf(here: string, { GITHUB_WORKSPACE: github, CI_PROJECT_DIR: gitlab }: Env): string | undefined {
  return (
    repositoryFolder(here) ??
    [github, gitlab]
      .flatMap((path) => (path === undefined || path === '' ? [] : [realPath(path)]))
      .find((path) => isBelow(path, here))
  );
}
