import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../disk/sha-256';

/**
 * Writes a file that only the user may read. It is renamed when it is complete, so another run reads either the old or the new one, never half of
 * one.
 */
export function replaceFile(file: string, content: string | Buffer): void {
  const { randomBytes }: typeof import('node:crypto') = require('node:crypto');
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeFileSync(draft, content, { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Whether only the user may have written a file or a folder. Where the system has no user ids, nothing is known about it. */
export function isOwn({ uid, mode }: Stats): boolean {
  const user = process.getuid?.();
  return user === undefined || (uid === user && (mode & 0o022) === 0);
}

/** Reads a file that only the user may have written. Undefined for any other file; throws where there is none. */
export function readOwnFile(file: string): Buffer | undefined {
  // Another user's link must not be followed. Windows has no such flag.
  const opened = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const stat = fstatSync(opened);
    return stat.isFile() && isOwn(stat) ? readFileSync(opened) : undefined;
  } finally {
    closeSync(opened);
  }
}

/** Stores a file, and removes all but the `most` newest files of its folder. Returns false, and stores nothing, where others may write to the folder. */
export function storeFile(file: string, content: string | Buffer, most: number): boolean {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOwn(statSync(folder))) return false;
  replaceFile(file, content);
  keepNewest(folder, most);
  return true;
}

/** Reads a stored file. Undefined for one that another user could have written; throws where there is none. */
export function readStoredFile(file: string): Buffer | undefined {
  return isOwn(statSync(dirname(file))) ? readOwnFile(file) : undefined;
}

/** Removes all files of a folder but the newest ones. This also removes the drafts of runs that were killed. */
export function keepNewest(folder: string, most: number): void {
  const names = readdirSync(folder);
  if (names.length <= most) return;
  const files = names
    .map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.time - a.time);
  for (const { path } of files.slice(most)) rmSync(path, { force: true });
}

/** The result of a task; undefined where it throws. */
export function quietly<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}

/** SHA-256 of a text or of bytes, in hexadecimal. */
export function digest(data: string | Buffer): string {
  return sha256(data, 'hex');
}
