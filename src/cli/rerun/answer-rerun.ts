import { statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

import { codeOf } from '../../model/thrown';
import { isOwn, readOwnFile } from '../../project/cache-files';
import { keptRunFile, type Invocation } from './kept-run-file';
import { changedContents, parseKept, type ReadKept } from './kept-run-text';

/** The last run of a command line that would see the same today, except for the contents of some files. */
export interface LastRun {
  readonly kept: ReadKept;
  /** What is in the changed files now, by path, as the look `content` sees it. */
  readonly changed: ReadonlyMap<string, string>;
}

/** The last run of a command line; undefined where it must run as if it never had. */
export function lastRunOf(invocation: Invocation): LastRun | undefined {
  const kept = readKept(invocation);
  const changed = kept === undefined ? undefined : changedContents(kept, invocation.env);
  return kept === undefined || changed === undefined ? undefined : { kept, changed };
}

/** Whether a run would print the same today. */
export function isUnchanged({ changed }: LastRun): boolean {
  return changed.size === 0;
}

/** Prints what a run printed, and returns its exit code. */
export function printAgain({ kept }: LastRun): number {
  print(2, kept.err);
  print(1, kept.out);
  return kept.exitCode;
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
