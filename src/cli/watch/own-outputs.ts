import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';

import { isBelow } from '../../project/disk/file-path';

/**
 * Whether a path is one that a run writes: one of the files and folders, something in such a folder, or the draft of such a file. A run must not start
 * because of what the run before wrote.
 */
export function createIsOwn(outputs: readonly string[]): (path: string) => boolean {
  return (path) =>
    outputs.some(
      (output) =>
        isBelow(output, path) ||
        (dirname(path) === dirname(output) && basename(path).startsWith(`.${basename(output)}.`)),
    );
}

/** For each of these paths, the highest folder above it that is not there yet, or the path itself. */
export function highestMissing(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    if (existsSync(path)) return [];
    const above = dirname(path);
    return existsSync(above) ? path : highestMissing([above]);
  });
}

/** The same sightings, as if these folders had been there: a run that writes into a folder makes it, and must not see that as a change. */
export function withFolders(
  seen: ReadonlyMap<string, string>,
  folders: readonly string[],
): ReadonlyMap<string, string> {
  const all = new Map(seen);
  for (const folder of folders) {
    const key = `names ${dirname(folder)}`;
    const names = all.get(key);
    if (names !== undefined && existsSync(folder)) all.set(key, `${names}/d${basename(folder)}`);
  }
  return all;
}
