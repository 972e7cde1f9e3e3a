import { basename, dirname, join, resolve } from 'node:path';

import type { Changes } from '../../model/project/changes';
import type { Project } from '../../model/project/project';
import { memoize } from '../../model/memoize';
import { commonCommit } from './common-commit';
import { fileKind } from '../disk/file-kind';
import { displayPath, isBelow, selfAndFolders } from '../disk/file-path';
import { git, gitFields } from './git';
import { pathsThrough, realPath, type KnownFolders } from '../disk/real-path';
import { createIsTracked } from './tracked-files';

/**
 * What differs between a project and the newest common commit of the current branch and `since`: in commits, in the index or in the working
 * tree. A file behind a symbolic link has changed if the link or its target has. Files that git does not track count as changed too, and so
 * do files outside the repository. Throws a UsageError where git fails.
 */
export function changedFiles({ folders, schemas }: Project, since: string, cwd: string): Changes {
  const at = folders.project;
  const top = realPath(git(at, ['rev-parse', '--show-toplevel']).replace(/\r?\n$/, ''));
  const sampleRoots = folders.samples.map(realPath);
  const schemaRoots = [...folders.schemas.roots, ...folders.schemas.others, ...folders.schemas.documents].map(
    realPath,
  );
  const commit = commonCommit(at, since);
  const differing = readDifferences(
    gitFields(at, ['diff', '--name-status', '--no-renames', '--ignore-submodules=none', '-z', commit, '--']),
  ).map(({ path, isGone }) => ({ path: join(top, path), isGone }));
  const changed = new Set(differing.map(({ path }) => path));
  const gone = differing.flatMap(({ path, isGone }) => (isGone ? [path] : []));
  const isTracked = createIsTracked(top, at, [...sampleRoots, ...schemaRoots]);
  const knownFolders: KnownFolders = new Map();
  const isChangedPath = (path: string) => {
    const paths = pathsThrough(path, knownFolders);
    // Git names a link to a folder, a folder that became a link, and a submodule by their own path.
    const isDiffering = paths.some(
      (step) => isBelow(top, step) && selfAndFolders(step, top).some((each) => changed.has(each)),
    );
    const target = paths.at(-1) ?? path;
    const entry = join(pathsThrough(dirname(path), knownFolders).at(-1) ?? '', basename(path));
    const kind = fileKind(target);
    if (kind === 'nothing' && entry === target) return isDiffering;
    // Git tracks a link and the file that it leads to, but no folders.
    const isFollowed = kind === 'file' || kind === 'special' || kind === 'loop';
    return isDiffering || !isTracked(entry) || (isFollowed && !isTracked(target));
  };
  return {
    since,
    isChanged: memoize((name: string) => isChangedPath(resolve(cwd, name))),
    goneSamples: sampleRoots.flatMap((root, index) =>
      gone
        .filter((path) => isBelow(root, path))
        .map((file) => {
          const path = displayPath(root, file);
          return { path, local: displayPath(at, join(folders.samples[index] ?? root, path)) };
        }),
    ),
    isSchemaGone: gone.some(
      (path) => schemaRoots.some((root) => isBelow(root, path)) || schemas.hasLinks?.() === true,
    ),
  };
}

/** The paths of `git diff --name-status -z`. Each comes after a letter for the kind of change; `D` means deleted. */
function readDifferences(
  fields: readonly string[],
): readonly { readonly path: string; readonly isGone: boolean }[] {
  return fields.flatMap((path, index) =>
    index % 2 === 0 ? [] : [{ path, isGone: fields[index - 1] === 'D' }],
  );
}
