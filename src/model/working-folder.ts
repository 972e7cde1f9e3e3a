import { posix } from 'node:path';

import type { LinkedPath } from './linked-path';

/** Where a run's working folder is, which its files are relative to, so that they can be named below the top of the repository. */
export interface WorkingFolder {
  /** From the top of the repository: `.` at the top, `services/compute`, or `..` outside of the repository. */
  readonly folder: string;
  /** The top of the repository, as names of files begin with it where the working folder is not in it: `checkouts/nova`. */
  readonly top?: string;
  /** The links on the way to files. Default: none. */
  readonly linked?: readonly LinkedPath[];
}

/** A file, relative to a working folder, as hosts of repositories name it. */
export function pathBelowTop(
  file: string,
  { folder = '.', top, linked = [] }: Partial<WorkingFolder>,
): string {
  const [link] = linked
    .filter(({ name }) => file === name || file.startsWith(`${name}/`))
    .toSorted((one, other) => other.name.length - one.name.length);
  if (link !== undefined) return posix.join(link.path, file.slice(link.name.length));
  return top !== undefined && file.startsWith(`${top}/`)
    ? file.slice(top.length + 1)
    : posix.join(folder, file);
}
