import { basename, dirname, join, resolve } from 'node:path';

import { isSeen } from './look';
import { look } from './recorded-looks';

/** As many symbolic links as Linux follows in one path. */
const MOST_LINKS = 40;

/**
 * An absolute path without symbolic links. What does not exist has the real path of the nearest folder that does; what is a loop of links
 * stays as it is.
 */
export function realPath(path: string): string {
  const real = look('real', path);
  if (isSeen(real)) return real;
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), path.slice(parent.length));
}

/** What is known about folders, so that the links on the way to each are read once. */
export type KnownFolders = Map<string, readonly string[]>;

/**
 * Every path at which an absolute path can be changed, without a file elsewhere: for each symbolic link on the way, the real place of
 * the link with the rest of the path; at last the real path. Ends at a loop of links.
 */
export function pathsThrough(path: string, known: KnownFolders = new Map(), links = 0): readonly string[] {
  const folder = dirname(path);
  if (folder === path) return [path];
  const ofFolder = known.get(folder) ?? pathsThrough(folder, known, links);
  known.set(folder, ofFolder);
  const paths = ofFolder.map((each) => join(each, basename(path)));
  const [real = folder, here = path] = [ofFolder.at(-1), paths.at(-1)];
  const target = links < MOST_LINKS ? linkTarget(here) : undefined;
  return target === undefined ? paths : [...paths, ...pathsThrough(resolve(real, target), known, links + 1)];
}

/** Where a symbolic link leads, as it is written; undefined for anything else. */
export function linkTarget(path: string): string | undefined {
  const target = look('link', path);
  return isSeen(target) ? target : undefined;
}
