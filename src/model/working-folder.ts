import { posix } from 'node:path';

/** Where a run's working folder is, which its files are relative to, so that they can be named below the top of the repository. */
export interface WorkingFolder {
  /** From the top of the repository: `.` at the top, `services/compute`, or `..` outside of the repository. */
  readonly folder: string;
  /** The top of the repository, as names of files begin with it where the working folder is not in it: `checkouts/nova`. */
  readonly top?: string;
  /** The project, where a link leads to it: names of its files begin with `name`, and git has them in `folder`, from the top of the repository. */
  readonly linked?: { readonly name: string; readonly folder: string };
}

/** A file, relative to a working folder, as hosts of repositories name it. */
export function pathBelowTop(file: string, { folder = '.', top, linked }: Partial<WorkingFolder>): string {
  if (linked !== undefined && file.startsWith(`${linked.name}/`))
    return posix.join(linked.folder, file.slice(linked.name.length));
  return top !== undefined && file.startsWith(`${top}/`)
    ? file.slice(top.length + 1)
    : posix.join(folder, file);
}
