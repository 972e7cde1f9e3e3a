import { basename, dirname, join, relative, resolve } from 'node:path';

import { isFileName } from '../../model/documents/source';
import type { LinkedPath } from '../../model/linked-path';
import { pathBelowTop, type WorkingFolder } from '../../model/working-folder';
import { fileKind } from './file-kind';
import { displayPath, isBelow, selfAndFolders } from './file-path';
import { linksIn } from './list-files';
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
  return linked === undefined || pathBelowTop(linked.name, working) === linked.path
    ? working
    : { ...working, linked: [linked] };
}

/**
 * The links on the way to files of the project that a run is about, by which the files are named, where git has them elsewhere in the repository: in a
 * linked folder of samples, or a linked sample. `at` is as for `workingFolder`.
 */
export function createLinksTo(
  cwd: string,
  at: string,
  env: Env,
): (files: Iterable<string>) => readonly LinkedPath[] {
  return (files) => {
    const here = realPath(cwd);
    const top = topOf(realPath(folderOf(cwd, at)), env) ?? here;
    const found = new Map<string, LinkedPath>();
    // Thousands of files are in a few hundred folders.
    const folders = new Map<string, LinksOfFolder>();
    const add = (link: string): void => {
      const [name, real] = [displayPath(cwd, link), realPath(link)];
      if (isBelow(top, real)) found.set(name, { name, path: displayPath(top, real) });
    };
    const open = (name: string): LinksOfFolder => {
      const path = resolve(cwd, name);
      const asNamed = cwd === here ? path : resolve(here, relative(cwd, path));
      if (realPath(path) !== asNamed) add(lastLink(path));
      return { path, links: linksIn(path) };
    };
    for (const file of files) {
      const end = file.lastIndexOf('/') + 1;
      const name = file.slice(0, end);
      let folder = folders.get(name);
      if (folder === undefined) {
        // The folder of a response is an address, which no folder of files has as its name.
        if (!isFileName(file)) continue;
        folder = open(name);
        folders.set(name, folder);
      }
      if (folder.links.has(file.slice(end))) add(join(folder.path, file.slice(end)));
    }
    return [...found.values()];
  };
}

/** A folder, with the names of the links in it. */
interface LinksOfFolder {
  readonly path: string;
  readonly links: ReadonlySet<string>;
}

/** The last link on the way to a folder: what is below is where its names say. */
function lastLink(folder: string): string {
  const parent = dirname(folder);
  return parent !== folder && realPath(folder) === join(realPath(parent), basename(folder))
    ? lastLink(parent)
    : folder;
}

/** A project that is elsewhere than its name says, because of a link below the working folder. */
function linkedProject(cwd: string, project: string, top: string): LinkedPath | undefined {
  const real = realPath(project);
  return real === resolve(realPath(cwd), relative(cwd, project))
    ? undefined
    : { name: displayPath(cwd, project), path: displayPath(top, real) };
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
    { readonly here: string; readonly top: string; readonly linked: LinkedPath | undefined } | undefined;
  return (file) => {
    if (!isFileName(file)) return file;
    if (known === undefined) {
      const top = topOf(realPath(project), env) ?? realPath(project);
      known = { here: realPath(cwd), top, linked: linkedProject(cwd, project, top) };
    }
    const { here, top, linked } = known;
    return linked !== undefined && file.startsWith(`${linked.name}/`)
      ? pathBelowTop(file, { linked: [linked] })
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
