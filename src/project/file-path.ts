import { dirname, isAbsolute, posix, relative, resolve, sep } from 'node:path';

/** A path as findings show it: relative to the working folder, segments separated by `/`. */
export function displayPath(cwd: string, path: string): string {
  const shown = relative(cwd, path).split(sep).join('/');
  return shown === '' ? '.' : shown;
}

/** Whether a path, resolved relative to `folder`, stays inside it. */
export function staysInside(folder: string, path: string): boolean {
  return !isAbsolute(path) && isBelow(folder, resolve(folder, path));
}

/** Whether an absolute path is a folder, which is absolute too, or is below it. */
export function isBelow(folder: string, path: string): boolean {
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
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}
