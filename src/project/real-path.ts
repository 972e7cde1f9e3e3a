import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, join, parse, resolve, sep } from 'node:path';

/** As many symbolic links as Linux follows in one path. */
const MOST_LINKS = 40;

/**
 * An absolute path without symbolic links. What does not exist has the real path of the nearest folder that does; what is a loop of links
 * stays as it is.
 */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), path.slice(parent.length));
  }
}

/**
 * Every path at which an absolute path can be changed, without a file elsewhere: for each symbolic link on the way, the real place of
 * the link with the rest of the path; at last the real path. Ends at a loop of links.
 */
export function pathsThrough(path: string): readonly string[] {
  const paths: string[] = [];
  let next: string | undefined = path;
  for (let links = 0; next !== undefined && links <= MOST_LINKS; links++) {
    paths.push(next);
    next = followFirstLink(next);
  }
  return paths;
}

/** The path with its first symbolic link replaced by its target; undefined where there is no link. */
function followFirstLink(path: string): string | undefined {
  const { root } = parse(path);
  const segments = path.slice(root.length).split(sep);
  let folder = root;
  for (const [index, segment] of segments.entries()) {
    const here = join(folder, segment);
    const target = linkTarget(here);
    if (target !== undefined) return join(resolve(folder, target), ...segments.slice(index + 1));
    folder = here;
  }
  return undefined;
}

/** Where a symbolic link leads, as it is written; undefined for anything else. */
function linkTarget(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : undefined;
  } catch {
    return undefined;
  }
}
