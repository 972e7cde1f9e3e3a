import { isAbsolute } from 'node:path';

import { look } from './recorded-looks';

/** The user's home folder; undefined if there is none, as for a user without an entry in the system's list and without `$HOME`. */
export function homeFolder(): string | undefined {
  const home = look('home', '');
  return isAbsolute(home) ? home : undefined;
}
