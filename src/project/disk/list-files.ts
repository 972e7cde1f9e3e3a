import { join } from 'node:path';

import { canList, fileKind, type FileKind } from './file-kind';
import { isSeen } from './look';
import { NOTED_FS } from './noted-fs';
import { look } from './recorded-looks';

/** A path below a root that is named like a file but is not one, or a folder that cannot be listed. */
export interface OddFile {
  readonly path: string;
  readonly reason: string;
  readonly remedy: string;
}

/** The files below a folder: paths relative to it, sorted, segments separated by `/`. */
export interface FileListing {
  readonly files: readonly string[];
  readonly odd: readonly OddFile[];
  /** Whether there are symbolic links. */
  readonly hasLinks: boolean;
}

/**
 * Lists the files below a folder. It follows no link to a folder, and reports each odd file that it finds. Nothing in `node_modules` or `.git` is listed.
 * `hidden`: whether to list names that start with a dot. Extensions are given in lower case and match any case.
 */
export function listFiles(
  root: string,
  extensions: readonly string[],
  { hidden }: { readonly hidden: boolean } = { hidden: false },
): FileListing {
  const files: string[] = [];
  const odd: OddFile[] = [];
  let hasLinks = false;
  visit('');
  return { files: files.toSorted(), odd, hasLinks };

  function visit(below: string): void {
    for (const { name, type } of entriesIn(join(root, below))) {
      if ((!hidden && name.startsWith('.')) || name === 'node_modules' || name === '.git') continue;
      // Joined to one string: a template keeps both parts beside the path, and there may be a hundred thousand of these.
      const path = below === '' ? name : [below, name].join('/');
      const isNamedLikeFile = () => extensions.some((extension) => path.toLowerCase().endsWith(extension));
      if (type === 'f') files.push(path);
      else if (type === 'd') {
        if (isNamedLikeFile()) odd.push({ path, ...FOLDER });
        else if (!canList(join(root, path))) odd.push({ path, ...LOCKED_FOLDER });
        visit(path);
      } else if (type === 'l') {
        hasLinks = true;
        const target = fileKind(join(root, path));
        if (target === 'file') files.push(path);
        else if (isNamedLikeFile() || target === 'folder' || target === 'locked')
          odd.push({ path, ...LINKS[target] });
      } else if (isNamedLikeFile()) odd.push({ path, ...SPECIAL });
    }
  }
}

/** What is in a folder, each with its type as the look `names` sees it; nothing if it cannot be read. */
function entriesIn(folder: string): readonly { readonly name: string; readonly type: string }[] {
  const names = look('names', folder);
  if (!isSeen(names)) return [];
  return names
    .split('/')
    .slice(1)
    .map((entry) => ({ name: entry.slice(1), type: entry.charAt(0) }));
}

/** The files that match a glob, sorted. The glob and the paths are relative to a folder. */
export function globFiles(pattern: string, cwd: string): readonly string[] {
  const { sync }: typeof import('fast-glob') = require('fast-glob');
  return sync(pattern, {
    cwd,
    fs: NOTED_FS,
    ignore: ['**/node_modules/**'],
    suppressErrors: true,
  }).toSorted();
}

/** The names of the files in a folder, without its folders; none if it cannot be read. */
export function filesIn(folder: string): readonly string[] {
  return entriesIn(folder).flatMap(({ name, type }) => (type === 'f' ? name : []));
}

/** The names of the symbolic links in a folder; none if it cannot be read. */
export function linksIn(folder: string): ReadonlySet<string> {
  if (!look('names', folder).includes('/l')) return NO_LINKS;
  return new Set(entriesIn(folder).flatMap(({ name, type }) => (type === 'l' ? name : [])));
}

const NO_LINKS: ReadonlySet<string> = new Set();

/** Whether a path ends in `.json`, in any case. */
export function isJsonPath(path: string): boolean {
  return path.toLowerCase().endsWith('.json');
}

const FOLDER = { reason: 'it is a folder, not a file', remedy: 'rename it, or put the file in its place' };
const LOCKED_FOLDER = {
  reason: 'permission to open this folder is denied, so its files are not checked',
  remedy: 'make it readable',
};
const SPECIAL = { reason: 'it is not a regular file', remedy: 'put a regular file in its place' };
const LINKS: Readonly<Record<Exclude<FileKind, 'file'>, Omit<OddFile, 'path'>>> = {
  folder: {
    reason: 'links to folders are not followed, so the files in this one are not checked',
    remedy: 'name the real folder too, or remove the link',
  },
  special: SPECIAL,
  loop: { reason: 'its symbolic links form a loop', remedy: 'remove the loop' },
  locked: {
    reason: 'permission to open the target of this link is denied',
    remedy: 'make the target readable, or remove the link',
  },
  nothing: { reason: 'the target of this symbolic link does not exist', remedy: 'fix or remove the link' },
};
