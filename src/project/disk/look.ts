import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';

import { codeOf } from '../../model/thrown';
import { sha256 } from './sha-256';

/** What a path leads to after following symbolic links; `locked` where permission to stat the path or to list the folder is denied. */
export type FileKind = 'file' | 'folder' | 'special' | 'loop' | 'locked' | 'nothing';

/**
 * Every way in which a run looks at the disk, each with what is seen at a path now, as a short text. Two looks that see the same text give
 * the run the same, so an unchanged run can be recognised (docs/adr/0015-reruns.md).
 */
export const LOOKS = {
  /** The hash of a file's content. */
  content: contentAt,
  kind: kindAt,
  exists: (path: string) => String(existsSync(path)),
  /** In bytes. */
  size: (path: string) => orCode(() => String(statSync(path).size)),
  /** Whether the files in a folder can be listed and opened. */
  list: (path: string) => String(canListAt(path)),
  /** The names in a folder, each with its type. */
  names: (path: string) => orCode(() => namesOf(readdirSync(path, { withFileTypes: true }))),
  /** The type of what is at the path itself, which may be a symbolic link. */
  type: (path: string) => orCode(() => typeOf(lstatSync(path))),
  real: (path: string) => orCode(() => realpathSync.native(path)),
  link: (path: string) => orCode(() => readlinkSync(path)),
  /** The user's home folder. */
  home: () => orCode(homedir),
} as const satisfies Readonly<Record<string, (path: string) => string>>;

export type Look = keyof typeof LOOKS;

/** Whether a word names a look. */
export function isLook(word: string): word is Look {
  return Object.hasOwn(LOOKS, word);
}

/** Never throws: an impossible path, such as one with a NUL, leads to nothing. */
export function kindAt(path: string): FileKind {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return 'nothing';
    if (stat.isDirectory()) return canListAt(path) ? 'folder' : 'locked';
    return stat.isFile() ? 'file' : 'special';
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ELOOP') return 'loop';
    return code === 'EACCES' || code === 'EPERM' ? 'locked' : 'nothing';
  }
}

function canListAt(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What Node knows of an entry in a folder. Node's own types would make the types of the library need @types/node. */
interface Entry {
  readonly isFile: () => boolean;
  readonly isDirectory: () => boolean;
  readonly isSymbolicLink: () => boolean;
}

/** What the look `names` sees in a listing. In the order of the system: a changed order is taken for a change. */
export function namesOf(entries: readonly (Entry & { readonly name: string })[]): string {
  let names = '';
  for (const entry of entries) names += `/${typeOf(entry)}${entry.name}`;
  return names;
}

/** What the look `type` sees. */
export function typeOf(entry: Entry): string {
  if (entry.isFile()) return 'f';
  if (entry.isDirectory()) return 'd';
  return entry.isSymbolicLink() ? 'l' : 's';
}

/** What the look `content` sees in a file with this text or these bytes. */
export function contentOf(content: string | Uint8Array): string {
  return sha256(content, 'base64');
}

/** Whether the look `content` saw a content, and not an error or something else than a file. */
export function isContent(seen: string): boolean {
  return seen.length === CONTENT_LENGTH;
}

/** SHA-256 in Base64. */
const CONTENT_LENGTH = 44;

/** Most files fit into it, so that reading one takes three calls of the system. */
const BUFFER = 1 << 18;
let buffer: Buffer | undefined;

function contentAt(path: string): string {
  return orCode(() => {
    // Opening a pipe would wait for its other end.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      buffer ??= Buffer.allocUnsafeSlow(BUFFER);
      const length = readSync(file, buffer, 0, BUFFER, 0);
      if (length > 0 && length < BUFFER) return contentOf(buffer.subarray(0, length));
      const stat = fstatSync(file);
      if (!stat.isFile()) return 'no file';
      const whole = Buffer.allocUnsafeSlow(stat.size);
      for (let at = 0; at < whole.length;) {
        const read = readSync(file, whole, at, whole.length - at, at);
        if (read === 0) return 'changing';
        at += read;
      }
      return contentOf(whole);
    } finally {
      closeSync(file);
    }
  });
}

/** What a look sees that fails. */
export function errorSeen(error: unknown): string {
  return `\0${codeOf(error) ?? ''}`;
}

/** Whether a look saw what is there, and not an error: a path and a target of a link never begin so. */
export function isSeen(seen: string): boolean {
  return !seen.startsWith('\0');
}

/** What a look sees, or the code of its error. */
function orCode(look: () => string): string {
  try {
    return look();
  } catch (error) {
    return errorSeen(error);
  }
}
