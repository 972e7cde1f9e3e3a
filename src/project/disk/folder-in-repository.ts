import { dirname, relative, resolve } from 'node:path';

import { isFileName } from '../../model/documents/source';
import { pathBelowTop, type WorkingFolder } from '../../model/working-folder';
import { fileKind } from './file-kind';
import { displayPath, isBelow, selfAndFolders } from './file-path';
import { realPath } from './real-path';
import { repositoryFolder } from './repository-folder';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The working folder in the repository that a run is about: that of `at`, a file or folder of its project. Without a repository, the top is
 * that of what a CI job checked out, else the working folder.
 */
export function workingFolder(cwd: string, at: string, env: Env): WorkingFolder {
  const here = realPath(cwd);
  const project = folderOf(cwd, at);
  const top = topOf(realPath(project), env) ?? here;
  // Names of files go through the links that the user named.
  const shown = displayPath(
    cwd,
    selfAndFolders(project, '/').find((folder) => realPath(folder) === top) ?? top,
  );
  const working = {
    folder: displayPath(top, here),
    ...(/^\.$|^\.\.(?:\/\.\.)*$/.test(shown) ? {} : { top: shown }),
  };
  const linked = linkedProject(cwd, project, top);
  return linked === undefined || pathBelowTop(`${linked.name}/`, working) === `${linked.folder}/`
    ? working
    : { ...working, linked };
}

/** A project that is elsewhere than its name says, because of a link below the working folder. */
function linkedProject(cwd: string, project: string, top: string): WorkingFolder['linked'] {
  const real = realPath(project);
  return real === resolve(realPath(cwd), relative(cwd, project))
    ? undefined
    : { name: displayPath(cwd, project), folder: displayPath(top, real) };
}

/** The top of the repository that a file or folder is in; undefined without one. */
export function repositoryOf(cwd: string, at: string): string | undefined {
  return repositoryFolder(realPath(folderOf(cwd, at)));
}

function folderOf(cwd: string, at: string): string {
  const path = resolve(cwd, at);
  return fileKind(path) === 'folder' ? path : dirname(path);
}

/**
 * Names files independently of the working folder that their displayed names are relative to: below the top of the repository that the
 * project's folder is in, else below that folder. The top is looked for when the first file is named: most runs find nothing.
 */
export function createRepositoryPaths(
  cwd: string,
  project: string,
  env: Env = process.env,
): (file: string) => string {
  let known:
    { readonly here: string; readonly top: string; readonly linked: WorkingFolder['linked'] } | undefined;
  return (file) => {
    if (!isFileName(file)) return file;
    if (known === undefined) {
      const top = topOf(realPath(project), env) ?? realPath(project);
      known = { here: realPath(cwd), top, linked: linkedProject(cwd, project, top) };
    }
    const { here, top, linked } = known;
    return linked !== undefined && file.startsWith(`${linked.name}/`)
      ? pathBelowTop(file, { linked })
      : displayPath(top, resolve(here, file));
  };
}

/** The top of the repository or of what a CI job checked out, with an absolute path without links. Found without git, which may be absent. */
function topOf(
  folder: string,
  { GITHUB_WORKSPACE: github, CI_PROJECT_DIR: gitlab }: Env,
): string | undefined {
  return (
    repositoryFolder(folder) ??
    [github, gitlab]
      .flatMap((path) => (path === undefined || path === '' ? [] : [realPath(path)]))
      .find((path) => isBelow(path, folder))
  );
}
