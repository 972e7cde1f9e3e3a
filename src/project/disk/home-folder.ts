import { isAbsolute, join } from 'node:path';

import { look } from './recorded-looks';

/** The user's home folder; undefined if there is none, as for a user without an entry in the system's list and without `$HOME`. */
export function homeFolder(): string | undefined {
  const home = look('home', '');
  return isAbsolute(home) ? home : undefined;
}

/** The folder for files that programs can make again; undefined for a user without a home folder. */
export function userCacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env;
  // A relative path must be ignored (XDG Base Directory Specification).
  if (xdg !== undefined && isAbsolute(xdg)) return xdg;
  if (process.platform === 'win32' && local !== undefined) return local;
  const home = homeFolder();
  return home === undefined ? undefined : join(home, '.cache');
}
