import { statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

import { codeOf } from '../../model/thrown';
import { isOwn, readOwnFile } from '../../project/cache-files';
import { keptRunFile, type Invocation } from './kept-run-file';
import { isUnchanged, parseKept, type ReadKept } from './kept-run-text';

/**
 * Prints what the last run of the same command line printed, if everything that it read is unchanged, and returns its exit code. Otherwise
 * prints nothing, and returns undefined: the command has to run.
 */
export function answerRerun(invocation: Invocation): number | undefined {
  const kept = unchangedRun(invocation);
  if (kept === undefined) return undefined;
  print(2, kept.err);
  print(1, kept.out);
  return kept.exitCode;
}

/** The last run of a command line, if it would see today what it saw then. */
export function unchangedRun(invocation: Invocation): ReadKept | undefined {
  const kept = readKept(invocation);
  return kept !== undefined && isUnchanged(kept, invocation.env) ? kept : undefined;
}

/** A store that cannot be read, or could be written by somebody else, has nothing. */
function readKept(invocation: Invocation): ReadKept | undefined {
  try {
    const path = keptRunFile(invocation);
    if (path === undefined || !isOwn(statSync(dirname(path)))) return undefined;
    const text = readOwnFile(path);
    return text === undefined ? undefined : parseKept(text.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Writes to the standard output or error, without loading what Node needs for streams. */
function print(descriptor: 1 | 2, text: string): void {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    // A reader such as `head` closes the pipe when it has read enough.
    if (codeOf(error) === 'EPIPE') return;
    // The pipe is full, and another process has set it not to wait.
    (descriptor === 1 ? process.stdout : process.stderr).write(rest);
  }
}
