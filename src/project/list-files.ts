import { join } from 'node:path';

import { canList, fileKind, type FileKind } from './file-kind';

/** A path below a root that is not a plain file where one was looked for. */
export interface OddFile {
  readonly path: string;
  readonly reason: string;
  readonly remedy: string;
}

/** What lies below a folder: paths relative to it, sorted, `/` between segments. */
export interface FileListing {
  readonly files: readonly string[];
  readonly odd: readonly OddFile[];
}

/**
 * Lists a folder. fast-glob by itself drops dangling links and folders named like files, and follows a link that loops many
 * times over: so everything is listed, no link to a folder is followed, and what was met is said. `hidden`: whether what is
 * named with a dot at its front is listed too. Extensions are in lower case, and are met in any.
 */
export function listFiles(
  root: string,
  extensions: readonly string[],
  { hidden }: { readonly hidden: boolean } = { hidden: false },
): FileListing {
  // Loaded here because a run without a manifest lists nothing.
  const { sync }: typeof import('fast-glob') = require('fast-glob');
  const entries = sync('**/*', {
    cwd: root,
    dot: hidden,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
    objectMode: true,
    onlyFiles: false,
    suppressErrors: true,
  });
  const files: string[] = [];
  const odd: OddFile[] = [];
  for (const { path, dirent } of entries) {
    const isNamedLikeFile = extensions.some((extension) => path.toLowerCase().endsWith(extension));
    if (dirent.isSymbolicLink()) {
      const target = fileKind(join(root, path));
      if (target === 'file') files.push(path);
      else if (isNamedLikeFile || target === 'folder' || target === 'locked')
        odd.push({ path, ...LINKS[target] });
    } else if (dirent.isDirectory()) {
      if (isNamedLikeFile) odd.push({ path, ...FOLDER });
      // fast-glob passes over it without a word.
      else if (!canList(join(root, path))) odd.push({ path, ...LOCKED_FOLDER });
    } else if (dirent.isFile()) files.push(path);
    else if (isNamedLikeFile) odd.push({ path, ...SPECIAL });
  }
  return { files: files.toSorted(), odd };
}

/** Whether a path names a JSON file, in whatever letter case. */
export function isJsonPath(path: string): boolean {
  return path.toLowerCase().endsWith('.json');
}

const FOLDER = { reason: 'it is a folder, not a file', remedy: 'rename it, or put the file in its place' };
const LOCKED_FOLDER = {
  reason: 'permission to open this folder is denied: nothing in it is checked',
  remedy: 'make it readable',
};
const SPECIAL = { reason: 'it is not a regular file', remedy: 'put a file in its place' };
const LINKS: Readonly<Record<Exclude<FileKind, 'file'>, Omit<OddFile, 'path'>>> = {
  folder: {
    reason: 'it is a symbolic link to a folder, which is not followed: nothing in it is checked',
    remedy: 'name the real folder too, or remove the link',
  },
  special: SPECIAL,
  loop: { reason: 'its symbolic links go round in a loop', remedy: 'remove the loop' },
  locked: {
    reason: 'permission to open what it links to is denied',
    remedy: 'make that readable, or remove the link',
  },
  nothing: { reason: 'it is a symbolic link to nothing', remedy: 'mend or remove the link' },
};
