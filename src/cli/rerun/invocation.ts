import { isatty } from 'node:tty';

import type { Invocation } from './kept-run-file';

/** How this process was started; `bundle` is the file with the code. */
export function invocationOf(bundle: string): Invocation {
  // Only a terminal has columns, and asking for them loads what Node needs for streams.
  const columns = isatty(1) ? process.stdout.columns : 0;
  return {
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    isTerminal: isatty(1),
    columns,
    isErrorTerminal: isatty(2),
    bundle,
  };
}
