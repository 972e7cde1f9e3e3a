import { compareText } from '../model/finding';
import { groupBy } from '../model/group-by';
import { escapeGlob, groupSamples } from './group-samples';
import { pathMicroversion } from './microversion-folder';

/** From so many files on, a folder of any name gets a glob, to keep the manifest short. */
const MANY = 10;

/**
 * A function that returns few globs that match these paths, and no others of `all`: one for a folder, for the files of a folder whose
 * names begin alike, and for the samples of one name in `vX.Y` folders. `isOwn` decides by its path whether all later files of a folder
 * belong there, too.
 */
export function createGlobs(
  all: readonly string[],
): (paths: readonly string[], isOwn: (folder: string) => boolean) => readonly string[] {
  const inTree = countBy(all, foldersOf);
  const byFolder = groupBy(all, folderOf);
  return (paths, isOwn) => {
    if (paths.some((path) => pathMicroversion(path) !== undefined))
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
      ...[...trees].map((folder) => `${escapeGlob(folder)}/**/*.json`),
      ...[...groupBy(rest, folderOf)].flatMap(([folder, files]) =>
        globsIn(files, byFolder.get(folder) ?? [], isOwn(folder)),
      ),
      ...paths.filter((path) => !isPlain(path)).map(escapeGlob),
    ].toSorted(compareText);
  };
}

/** Globs for files of one folder, which has `all` of these. */
function globsIn(files: readonly string[], all: readonly string[], isOwn: boolean): readonly string[] {
  const [first = ''] = files;
  const folder = first.slice(0, first.lastIndexOf('/') + 1);
  if (files.length === all.length && files.length >= (isOwn ? 2 : MANY))
    return [`${escapeGlob(folder)}*.json`];
  return [...groupBy(files, firstWord)].flatMap(([word, alike]) =>
    alike.length > 2 && all.filter((path) => path.startsWith(word)).length === alike.length
      ? [`${escapeGlob(word)}*.json`]
      : alike.map(escapeGlob),
  );
}

/** A path up to the first word of its file name. */
function firstWord(path: string): string {
  return /^(?:.*\/)?[^/._-]*[._-]?/.exec(path)?.[0] ?? path;
}

/** Whether a glob such as `*.json` matches a path: wildcards match no hidden names. */
function isPlain(path: string): boolean {
  return path.endsWith('.json') && !/(?:^|\/)\./.test(path);
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
