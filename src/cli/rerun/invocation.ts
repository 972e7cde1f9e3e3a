import { fstatSync } from 'node:fs';

import type { Invocation } from './kept-run-file';

/** How this process was started; `bundle` is the file with the code. */
export function invocationOf(bundle: string): Invocation {
  // Only a terminal has columns, and asking for them loads what Node needs for streams.
  const columns = isTerminal(1) ? process.stdout.columns : 0;
  return {
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    isTerminal: isTerminal(1),
    columns,
    isErrorTerminal: isTerminal(2),
    bundle,
  };
}

/** A terminal is a device. Only for devices, what Node needs for terminals is loaded. */
function isTerminal(descriptor: 1 | 2): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    // Node may know more of it.
  }
  const { isatty }: typeof import('node:tty') = require('node:tty');
  return isatty(descriptor);
}
