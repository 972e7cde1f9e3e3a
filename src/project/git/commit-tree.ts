import { join, posix, relative, sep } from 'node:path';

import type { TextProblem } from '../../model/documents/text-problem';
import { decodeText } from '../../text/decode';
import type { FileKind } from '../disk/file-kind';
import { git, gitFields } from './git';
import type { GitBlobs } from './git-blobs';
import type { FileListing } from '../disk/list-files';
import type { TextFile } from '../disk/read-text-file';
import { realPath } from '../disk/real-path';
import type { Tree } from '../tree/tree';

/** A tree of files in a commit. Symbolic links are no files in it, and submodules are folders without files. */
export interface CommitTree extends Tree {
  /** Why files that were asked for could not be read, by absolute path. */
  readonly unread: ReadonlyMap<string, string>;
}

interface Entry {
  readonly mode: string;
  readonly id: string;
}

const LINK = '120000';
const SUBMODULE = '160000';

/** Files that are read together with the first of them. Others, such as code, are read only if they are named. */
const DATA = /\.(?:json|ya?ml|ndjson|jsonl|md|markdown|toml)$/i;

const LFS = Buffer.from('version https://git-lfs.github.com/spec/');

/** Opens a commit as a tree. `folder` is a folder in the working tree: absolute paths lead from there to the files of the commit. */
export function openCommitTree(folder: string, commit: string, blobs: GitBlobs): CommitTree {
  const option = { option: '--base' };
  const prefix = git(folder, ['rev-parse', '--show-prefix'], option).replace(/\r?\n$/, '');
  const entries = readEntries(gitFields(folder, ['ls-tree', '-rz', '--full-tree', commit], option));
  const folders = foldersOf(entries.keys());
  /** The listed folders, and whether their data files were read. */
  const listed = new Map<string, boolean>();
  const unread = new Map<string, string>();
  const inCommit = (path: string) => posix.join(prefix, relative(folder, path).split(sep).join('/'));

  /** The entry of a file. A path that is, or leads through, a link or submodule is noted as unread. */
  function fileAt(path: string): Entry | undefined {
    const name = inCommit(path);
    const entry = entries.get(name);
    if (entry !== undefined && entry.mode !== LINK && entry.mode !== SUBMODULE) return entry;
    const step = entry === undefined ? [...stepsTo(name)].find((each) => entries.has(each)) : name;
    const mode = step === undefined ? undefined : entries.get(step)?.mode;
    if (mode === LINK) unread.set(path, 'it is a symbolic link, which is not followed in a commit');
    if (mode === SUBMODULE) unread.set(path, 'it is in a submodule, which is another repository');
    return undefined;
  }

  function read(path: string, limit: number): TextFile {
    const entry = fileAt(path);
    if (entry === undefined) return failed({ reason: unread.get(path) ?? 'there is no such file' });
    blobs.load(commit, [entry.id, ...idsLike(inCommit(path))], limit);
    const blob = blobs.get(entry.id);
    switch (blob.kind) {
      case 'too-large':
        unread.set(path, `it has ${blob.bytes} bytes, more than the limit of ${limit}`);
        return { text: '', problems: [{ kind: 'too-large', bytes: blob.bytes, limit }] };
      case 'missing':
        return lost(path, 'this partial clone lacks it, and it cannot be fetched');
      case 'bytes':
        return blob.bytes.subarray(0, LFS.length).equals(LFS)
          ? lost(path, 'it is in Git LFS, and the commit has only a pointer to it')
          : decodeText(blob.bytes);
    }
  }

  function lost(path: string, reason: string): TextFile {
    unread.set(path, reason);
    return failed({ reason });
  }

  /** The data files of the listed folder that a path is in, once: they are read with one process. */
  function idsLike(name: string): readonly string[] {
    const root = [...listed.keys()].find((each) => isIn(each, name));
    if (root === undefined || listed.get(root) === true || !DATA.test(name)) return [];
    listed.set(root, true);
    return [...entries].flatMap(([each, { mode, id }]) =>
      isIn(root, each) && DATA.test(each) && mode !== LINK && mode !== SUBMODULE ? [id] : [],
    );
  }

  return {
    unread,
    kind: (path): FileKind => {
      const name = inCommit(path);
      if (name === '.' || folders.has(name)) return 'folder';
      if (fileAt(path) !== undefined) return 'file';
      return entries.get(name)?.mode === SUBMODULE ? 'folder' : 'nothing';
    },
    list: (root, _extensions, { hidden } = { hidden: false }): FileListing => {
      const top = inCommit(root);
      if (!listed.has(top)) listed.set(top, false);
      const found = [...entries].flatMap(([name, { mode }]) => {
        const path = isIn(top, name) ? (top === '.' ? name : name.slice(top.length + 1)) : '';
        return path === '' || isLeftOut(path, hidden) ? [] : [{ path, mode }];
      });
      const files = found.filter(({ mode, path }) => {
        if (mode === LINK || mode === SUBMODULE) fileAt(join(root, path));
        return mode !== LINK && mode !== SUBMODULE;
      });
      return {
        files: files.map(({ path }) => path).toSorted(),
        odd: [],
        hasLinks: found.some(({ mode }) => mode === LINK),
      };
    },
    namesIn: (parent) => {
      const top = inCommit(parent);
      return [...entries.keys()]
        .filter((name) => posix.dirname(name) === top)
        .map((name) => posix.basename(name));
    },
    read,
    realPath: (path) => join(realPath(folder), relative(folder, path)),
  };
}

/** The entries of `git ls-tree -rz`: mode, type and object id, then a tab and the name. */
function readEntries(fields: readonly string[]): ReadonlyMap<string, Entry> {
  return new Map(
    fields.map((field) => {
      const tab = field.indexOf('\t');
      const [mode = '', , id = ''] = field.slice(0, tab).split(' ');
      return [field.slice(tab + 1), { mode, id }];
    }),
  );
}

function foldersOf(names: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const name of names) {
    for (const folder of stepsTo(name)) {
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** The folders that a path leads through, innermost first. */
function* stepsTo(name: string): Iterable<string> {
  for (let at = posix.dirname(name); at !== '.' && at !== '/'; at = posix.dirname(at)) yield at;
}

function isIn(folder: string, name: string): boolean {
  return folder === '.' || name.startsWith(`${folder}/`);
}

/** The same as on disk: packages and the repository itself have no files of a project. */
function isLeftOut(path: string, hidden: boolean): boolean {
  const segments = path.split('/');
  return (
    segments.slice(0, -1).includes('node_modules') ||
    (!hidden && segments.some((segment) => segment.startsWith('.')))
  );
}

function failed({ reason }: { readonly reason: string }): TextFile {
  const problem: TextProblem = { kind: 'unreadable', reason, remedy: 'compare with another commit' };
  return { text: '', problems: [problem] };
}
