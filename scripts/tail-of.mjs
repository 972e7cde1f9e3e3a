import { existsSync, readFileSync } from 'node:fs';

/** The last lines of a log, for an error message. */
export function tailOf(file, lines = 20) {
  if (!existsSync(file)) return `(no ${file})`;
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
