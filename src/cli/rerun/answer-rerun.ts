import { quietly, readStoredFile } from '../../project/cache/cache-files';
import { print } from '../print';
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

/** Prints the output of a run again, and sets its exit code, unless the output is lost. */
export function printAgain({ kept }: LastRun): void {
  print(2, kept.err);
  print(1, kept.out);
  process.exitCode ??= kept.exitCode;
}

/** Undefined for a file that cannot be read, or that somebody else could have written. */
function readKept(invocation: Invocation): ReadKept | undefined {
  return quietly(() => {
    const path = keptRunFile(invocation);
    const bytes = path === undefined ? undefined : readStoredFile(path);
    return bytes === undefined ? undefined : parseKept(bytes);
  });
}
