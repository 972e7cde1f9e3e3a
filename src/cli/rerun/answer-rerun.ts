import { writeSync } from 'node:fs';

import { codeOf } from '../../model/thrown';
import { quietly, readStoredFile } from '../../project/cache/cache-files';
import { catchLostOutput, loseOutput } from '../lost-output';
import { keptRunFile, type Invocation } from './kept-run-file';
import { changedSightings, parseKept, type ReadKept } from './kept-run-text';

/** The last run of a command line. */
export interface LastRun {
  readonly kept: ReadKept;
  /** What it would see otherwise now, by `<look> <path>`. */
  readonly changed: ReadonlyMap<string, string>;
}

/** The last run of a command line; undefined where nothing of it can be used. */
export function lastRunOf(invocation: Invocation): LastRun | undefined {
  const kept = readKept(invocation);
  const changed = kept === undefined ? undefined : changedSightings(kept, invocation.env);
  return kept === undefined || changed === undefined ? undefined : { kept, changed };
}

/** Whether the same command line would print the same now. */
export function isUnchanged({ changed }: LastRun): boolean {
  return changed.size === 0;
}

/** Prints the output of a run again, and returns its exit code. */
export function printAgain({ kept }: LastRun): number {
  print(2, kept.err);
  return print(1, kept.out) ? kept.exitCode : 2;
}

/** Undefined for a file that cannot be read, or that somebody else could have written. */
function readKept(invocation: Invocation): ReadKept | undefined {
  return quietly(() => {
    const path = keptRunFile(invocation);
    const text = path === undefined ? undefined : readStoredFile(path);
    return text === undefined ? undefined : parseKept(text.toString('utf8'));
  });
}

/** Writes to the standard output or error, without loading what Node needs for streams. Returns false if output is lost. */
function print(descriptor: 1 | 2, text: string): boolean {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    // The pipe is full, and another process has set it not to wait.
    if (codeOf(error) !== 'EAGAIN') return descriptor === 2 || !loseOutput(error);
    catchLostOutput();
    (descriptor === 1 ? process.stdout : process.stderr).write(rest);
  }
  return true;
}
