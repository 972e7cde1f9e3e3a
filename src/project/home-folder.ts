import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';

/** The user's home folder; undefined if there is none, as for a user without an entry in the system's list and without `$HOME`. */
export function homeFolder(): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : undefined;
  } catch {
    return undefined;
  }
}
