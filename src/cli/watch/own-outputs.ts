import { basename, dirname } from 'node:path';

import { isBelow } from '../../project/file-path';

/**
 * Whether a path is one that a run writes: one of the files and folders, something in such a folder, or the draft of such a file. A run must not start
 * because of what the run before wrote.
 */
export function createIsOwn(outputs: readonly string[]): (path: string) => boolean {
  return (path) =>
    outputs.some(
      (output) =>
        isBelow(output, path) ||
        (dirname(path) === dirname(output) && basename(path).startsWith(`.${basename(output)}.`)),
    );
}
