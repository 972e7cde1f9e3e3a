import { compareText } from '../model/findings/finding';
import { groupBy } from '../model/group-by';
import { escapeGlob } from '../model/escape-glob';
import { groupSamples } from './group-samples';
import { pathMicroversion } from './microversion-folder';

/** From so many files on, a folder of any name gets a glob, to keep the manifest short. */
const MANY = 10;

/** The end of a path that its globs have, too. */
const END = /\.(?:json|ya?ml|ndjson|jsonl)$/;

/**
 * A function that returns few globs that match these paths, and no others of `all`: one for a folder, for the files of a folder whose
 * names begin alike, and, if they are samples, for those of one name in `vX.Y` folders: elsewhere, a manifest has no `{microversion}`.
 * `isOwn` decides by its path whether all later files of a folder belong there, too.
 */
export function createGlobs(all: readonly string[], { areSamples }: { readonly areSamples: boolean }): Globs {
  const byEnd = new Map(
    [...groupBy(all, endOf)].map(([end, files]) => [end, createGlobsOf(end, files, areSamples)] as const),
  );
  return (paths, isOwn) => {
    const groups = [...groupBy(paths, endOf)].map(
      ([end, files]) => byEnd.get(end)?.(files, isOwn) ?? files.map(escapeGlob),
    );
    return groups.length > 1 ? groups.flat().toSorted(compareText) : groups.flat();
  };
}

type Globs = (paths: readonly string[], isOwn: (folder: string) => boolean) => readonly string[];

/** As `createGlobs`, for paths with one end. */
function createGlobsOf(end: string, all: readonly string[], areSamples: boolean): Globs {
  const inTree = countBy(all, foldersOf);
  const byFolder = groupBy(all, folderOf);
  return (paths, isOwn) => {
    if (areSamples && paths.some((path) => pathMicroversion(path) !== undefined))
      return groupSamples(paths).map(({ pattern }) => pattern);
    const plain = paths.filter(isPlain);
    const own = countBy(plain, foldersOf);
    const isWhole = (folder: string) =>
      own.get(folder) === inTree.get(folder) && (isOwn(folder) || (own.get(folder) ?? 0) >= MANY);
    const deep = new Set(plain.flatMap((path) => foldersOf(path).slice(0, -1)));
    const treeOf = (path: string) => foldersOf(path).find((folder) => deep.has(folder) && isWhole(folder));
    const trees = new Set(plain.flatMap((path) => treeOf(path) ?? []));
    const rest = plain.filter((path) => treeOf(path) === undefined);
    return [
      ...[...trees].map((folder) => `${escapeGlob(folder)}/**/*${end}`),
      ...[...groupBy(rest, folderOf)].flatMap(([folder, files]) =>
        globsIn(files, { end, all: byFolder.get(folder) ?? [], isOwn: isOwn(folder) }),
      ),
      ...paths.filter((path) => !isPlain(path)).map(escapeGlob),
    ].toSorted(compareText);
  };
}

/** Globs for files of one folder, which has `all` of these. */
function globsIn(
  files: readonly string[],
  { end, all, isOwn }: { readonly end: string; readonly all: readonly string[]; readonly isOwn: boolean },
): readonly string[] {
  const [first = ''] = files;
  const folder = first.slice(0, first.lastIndexOf('/') + 1);
  if (files.length === all.length && files.length >= (isOwn ? 1 : MANY))
    return [`${escapeGlob(folder)}*${end}`];
  return [...groupBy(files, firstWord)].flatMap(([word, alike]) =>
    alike.length > 2 && all.filter((path) => path.startsWith(word)).length === alike.length
      ? [`${escapeGlob(word)}*${end}`]
      : alike.map(escapeGlob),
  );
}

/** A path up to the first word of its file name. */
function firstWord(path: string): string {
  return /^(?:.*\/)?[^/._-]*[._-]?/.exec(path)?.[0] ?? path;
}

/** Whether a glob such as `*.json` matches a path: wildcards match no hidden names. */
function isPlain(path: string): boolean {
  return END.test(path) && !/(?:^|\/)\./.test(path);
}

function endOf(path: string): string {
  return END.exec(path)?.[0] ?? '';
}

function countBy(
  paths: readonly string[],
  keysOf: (path: string) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of paths.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The folder of a path; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders that a path is in, the outermost first. */
function foldersOf(path: string): readonly string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
