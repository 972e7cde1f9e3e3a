import { kindAt, type FileKind } from './look';
import { look, noteLook } from './recorded-looks';

export type { FileKind } from './look';

/** The kind of file at a path. Never throws: an impossible path, such as one with a NUL, leads to nothing. */
export function fileKind(path: string): FileKind {
  return noteLook('kind', path, kindAt(path));
}

/** Whether the files in a folder can be listed and opened. */
export function canList(folder: string): boolean {
  return look('list', folder) === 'true';
}
