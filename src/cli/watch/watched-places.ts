import { statSync } from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';

import { groupBy } from '../../model/group-by';
import { isBelow, selfAndFolders } from '../../project/disk/file-path';
import { isLook, isSeen, LOOKS, type Look } from '../../project/disk/look';

/** The places on the disk that a run depended on. */
export interface WatchedPlaces {
  /** The folders to watch. For something that is not there, the nearest folder above that is. */
  readonly folders: () => readonly string[];
  /** Whether a change at a path may change what the run would see. */
  readonly concerns: (path: string) => boolean;
  /** Where the run would see something else today, because of what changed at these paths. */
  readonly changedAmong: (paths: readonly string[]) => readonly string[];
  /** Everywhere that it would. */
  readonly changed: () => readonly string[];
}

/** One look of a run, and what it saw. */
interface Sighting {
  readonly how: Look;
  readonly path: string;
  readonly seen: string;
}

/** Changes here are not those of a project. */
const FOREIGN = new Set(['node_modules', '.git']);

/** The places in a record of looks. `isOwn` says which paths the run itself writes: they concern no run. */
export function createWatchedPlaces(
  seen: ReadonlyMap<string, string>,
  isOwn: (path: string) => boolean,
): WatchedPlaces {
  const sightings = [...seen]
    .flatMap(([key, text]) => sightingOf(key, text))
    .filter((each) => !isOwn(each.path));
  const at = groupBy(sightings, ({ path }) => path);
  const listed = new Set(sightings.flatMap(({ how, path }) => (how === 'names' ? path : [])));
  const onTheWay = new Set<string>();
  for (const { path } of sightings) addWithFolders(path, onTheWay);

  /** Where a run would see something else than this look saw: at its path or, for the names in a folder, at those that came or went. */
  const differencesIn = ({ how, path, seen: before }: Sighting): readonly string[] => {
    const now = LOOKS[how](path);
    if (now === before) return [];
    if (how !== 'names' || !isSeen(now) || !isSeen(before)) return [path];
    return onlyInOne(before.split('/'), now.split('/'))
      .map((entry) => join(path, entry.slice(1)))
      .filter((each) => !isOwn(each));
  };
  const differencesAt = (path: string): readonly string[] => {
    const here = at.get(path)?.flatMap(differencesIn) ?? [];
    if (here.length > 0) return here;
    const inFolder = at.get(dirname(path))?.flatMap(differencesIn) ?? [];
    if (inFolder.includes(path)) return [path];
    // A folder was moved, with all that is in it.
    return onTheWay.has(path)
      ? sightings.filter((each) => isBelow(path, each.path)).flatMap(differencesIn)
      : [];
  };

  return {
    folders: () => [
      ...new Set(sightings.map(({ how, path }) => nearestFolder(how === 'names' ? path : dirname(path)))),
    ],
    concerns: (path) =>
      !isOwn(path) && (onTheWay.has(path) || (listed.has(dirname(path)) && !FOREIGN.has(basename(path)))),
    changedAmong: (paths) => [...new Set(paths.flatMap(differencesAt))],
    changed: () => [...new Set(sightings.flatMap(differencesIn))],
  };
}

function onlyInOne(before: readonly string[], now: readonly string[]): readonly string[] {
  const [were, are] = [new Set(before), new Set(now)];
  return [...before.filter((each) => !are.has(each)), ...now.filter((each) => !were.has(each))];
}

/** Nothing for a look at what is not in the project: the home folder, and the folder of a repository. */
function sightingOf(key: string, seen: string): readonly Sighting[] {
  const space = key.indexOf(' ');
  const [how, path] = [key.slice(0, space), key.slice(space + 1)];
  return how === 'home' || how === 'exists' || !isLook(how) ? [] : [{ how, path, seen }];
}

function addWithFolders(path: string, all: Set<string>): void {
  if (all.has(path)) return;
  all.add(path);
  addWithFolders(dirname(path), all);
}

function nearestFolder(path: string): string {
  return selfAndFolders(path, parse(path).root).find(isFolder) ?? path;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
