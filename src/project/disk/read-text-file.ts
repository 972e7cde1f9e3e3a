import { isAscii } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';

import type { TextProblem } from '../../model/documents/text-problem';
import { decodeText } from '../../text/decode';
import { noteUnrepeatable } from '../../text/repeatable';
import { codeOf, messageOf } from '../../model/thrown';
import { kindAt } from './look';
import { look, noteContent, noteLook } from './recorded-looks';

/** A file as text. `text` is empty where the file could not be read. */
export interface TextFile {
  readonly text: string;
  readonly problems: readonly TextProblem[];
}

/** Node makes such an object for each call that only names the encoding. */
const AS_TEXT = { encoding: 'utf8', flag: 'r' } as const;

/** Reads a file of at most `limit` bytes; a larger one is not read at all. */
export function readTextFile(path: string, limit: number): TextFile {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) noteLook('kind', path, kindAt(path));
    if (stat.isDirectory())
      return unread({
        kind: 'unreadable',
        reason: 'it is a folder, not a file',
        remedy: 'rename it, or put the file in its place',
      });
    // Reading a pipe or a device could block forever.
    if (!stat.isFile())
      return unread({
        kind: 'unreadable',
        reason: 'it is not a regular file',
        remedy: 'put a regular file in its place',
      });
    if (stat.size > limit) {
      noteLook('size', path, `${stat.size}`);
      return unread({ kind: 'too-large', bytes: stat.size, limit });
    }
    // Only a text like these may not be UTF-8, or be more than its text.
    const text = stat.size < LARGE ? readFileSync(path, AS_TEXT) : readLarge(path);
    if (!text.startsWith('\uFEFF') && !text.includes('\uFFFD') && text.lastIndexOf('\0', 3) === -1) {
      noteContent(path, text);
      return { text, problems: [] };
    }
    const bytes = readFileSync(path);
    noteContent(path, bytes);
    return decodeText(bytes);
  } catch (error) {
    // The same file may be readable next time, although nothing in it has changed.
    if (look('kind', path) === 'file') noteUnrepeatable();
    return unread(describeReadError(error));
  }
}

/** From this size on, finding out that a file is ASCII takes less time than is lost by decoding it as UTF-8. Node reads smaller ones in one call. */
const LARGE = 1_000_000;

function readLarge(path: string): string {
  const bytes = readFileSync(path);
  return isAscii(bytes) ? bytes.toString('latin1') : bytes.toString('utf8');
}

function unread(problem: TextProblem): TextFile {
  return { text: '', problems: [problem] };
}

function describeReadError(error: unknown): TextProblem {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    // Thrown for a NUL in the path.
    case 'ERR_INVALID_ARG_VALUE':
      return { kind: 'unreadable', reason: 'there is no such file', remedy: 'create it, or fix the path' };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'unreadable', reason: 'permission denied', remedy: 'make it readable' };
    case 'ELOOP':
      return {
        kind: 'unreadable',
        reason: 'its symbolic links form a loop',
        remedy: 'remove the loop',
      };
    default:
      return { kind: 'unreadable', reason: messageOf(error), remedy: 'make sure that it can be read' };
  }
}
