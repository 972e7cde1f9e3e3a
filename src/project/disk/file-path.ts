import { dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';

/** A relative path without `.`, `..`, empty or hidden segments. Nearly all paths are, and resolving each would take long. */
const PLAIN = /^(?:[\w{}-][\w{}.-]*\/)*[\w{}-][\w{}.-]*$/;

/** The plain path from an absolute folder to a path; undefined where it must be resolved to find out. */
function plainPathBelow(folder: string, path: string): string | undefined {
  if (folder === '' || path.charAt(folder.length) !== '/' || !path.startsWith(folder)) return undefined;
  const below = path.slice(folder.length + 1);
  return PLAIN.test(below) ? below : undefined;
}

/** A path as findings show it: relative to the working folder, segments separated by `/`. */
export function displayPath(cwd: string, path: string): string {
  const plain = plainPathBelow(cwd, path);
  if (plain !== undefined) return plain;
  const shown = relative(cwd, path).split(sep).join('/');
  return shown === '' ? '.' : shown;
}

/**
 * Shows the paths below a root, as `displayPath` does. Each is joined from what the root is shown as: a part of the absolute path would keep all of that
 * in memory, and there may be a hundred thousand of these.
 */
export function showPathsBelow(cwd: string, root: string): (path: string) => string {
  const shown = displayPath(cwd, root);
  const isBelowCwd = shown === '.' || PLAIN.test(shown);
  return (path) => {
    if (!isBelowCwd || !PLAIN.test(path)) return displayPath(cwd, join(root, path));
    return shown === '.' ? path : [shown, path].join('/');
  };
}

/** Whether a path, resolved relative to `folder`, stays inside it. */
export function staysInside(folder: string, path: string): boolean {
  return PLAIN.test(path) || (!isAbsolute(path) && isBelow(folder, resolve(folder, path)));
}

/** Whether an absolute path is a folder, which is absolute too, or is below it. */
export function isBelow(folder: string, path: string): boolean {
  if (plainPathBelow(folder, path) !== undefined) return true;
  const from = relative(folder, path);
  return from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from);
}

/** A path and the folders that it is in, innermost first, up to `top`. All are absolute. */
export function selfAndFolders(path: string, top: string): readonly string[] {
  const folder = dirname(path);
  return path === top || folder === path ? [path] : [path, ...selfAndFolders(folder, top)];
}

/** Whether a displayed path is `folder` or is below it; `.` contains everything that is not above the working folder. */
export function isWithin(folder: string, file: string): boolean {
  if (folder === '.') return file !== '..' && !file.startsWith('../');
  return file === folder || file.startsWith(`${folder}/`);
}

/** A path or glob without `./` or inner `..`. Backslashes stay, because they escape characters in globs. */
export function normalPath(path: string): string {
  if (PLAIN.test(path)) return path;
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

/** Whether a text in the place of a path is a URL. */
export function isWrittenAsUrl(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(text);
}
