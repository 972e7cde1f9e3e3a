import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';

import type { Changes } from '../model/changes';
import type { Project } from '../model/project';
import { schemaFileName } from '../model/schema-files';
import { commonCommit } from './common-commit';
import { displayPath } from './file-path';
import { git, gitFields } from './git';

/**
 * The files of a project that differ from the newest common commit of the current branch and `since`: in commits, in the index or in the
 * working tree. Files that git does not track count as changed too. Throws a UsageError where git fails.
 */
export function changedFiles(project: Project, since: string, cwd: string): Changes {
  const { folders, manifest, factSources, samples, schemas } = project;
  const at = folders.project;
  const top = realpathSync(git(at, ['rev-parse', '--show-toplevel']).trimEnd());
  const sampleRoots = folders.samples.map((folder) => realpathSync(folder));
  const schemaRoot = realpathSync(folders.schemas);
  const others = [manifest, ...factSources].map(({ name }) => realpathSync(resolve(cwd, name)));

  const differing = readDifferences(
    gitFields(at, ['diff', '--name-status', '--no-renames', '-z', commonCommit(at, since), '--']),
  ).map(({ path, isGone }) => ({ path: join(top, path), isGone }));
  const gone = differing.flatMap(({ path, isGone }) => (isGone ? [path] : []));
  const kept = [...sampleRoots, schemaRoot, ...others].filter((path) => below(top, path) !== undefined);
  const tracked =
    kept.length === 0
      ? []
      : gitFields(at, ['ls-files', '--full-name', '-z', '--', ...kept]).map((path) => join(top, path));

  const namesOf = createNames(project, cwd);
  const inGit = new Set(tracked.flatMap(namesOf));
  const known = [
    ...[manifest, ...factSources, ...samples.map(({ document }) => document.source)].map(({ name }) => name),
    ...schemas.list().map((file) => schemaFileName(schemas, file)),
  ];
  return {
    since,
    files: new Set([
      ...differing.flatMap(({ path }) => namesOf(path)),
      ...known.filter((name) => !inGit.has(name)),
    ]),
    goneSamples: sampleRoots.flatMap((root) => gone.flatMap((path) => below(root, path) ?? [])),
    isSchemaGone: gone.some((path) => below(schemaRoot, path) !== undefined),
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

/** The names that findings may use for a path: git prints real paths, and a sample root or schema root may be a symbolic link. */
function createNames({ folders, schemas }: Project, cwd: string): (path: string) => readonly string[] {
  const here = realpathSync(cwd);
  const roots = [
    ...folders.samples.map((folder) => ({ real: realpathSync(folder), name: displayPath(cwd, folder) })),
    { real: realpathSync(folders.schemas), name: schemas.root },
  ];
  return (path) => [
    displayPath(here, path),
    ...roots.flatMap(({ real, name }) => {
      const inRoot = below(real, path);
      return inRoot === undefined ? [] : [name === '.' ? inRoot : `${name}/${inRoot}`];
    }),
  ];
}

/** The path relative to a folder, segments separated by `/`; undefined where it is not in the folder. */
function below(folder: string, path: string): string | undefined {
  const inFolder = relative(folder, path);
  return isAbsolute(inFolder) || inFolder === '..' || inFolder.startsWith(`..${sep}`)
    ? undefined
    : inFolder.split(sep).join('/');
}
