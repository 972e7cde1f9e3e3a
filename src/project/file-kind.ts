import { accessSync, constants, statSync } from 'node:fs';

import { codeOf } from '../model/thrown';

/** What a path leads to, symbolic links followed; `locked` where permission to look at it, or to list the folder, is denied. */
export type FileKind = 'file' | 'folder' | 'special' | 'loop' | 'locked' | 'nothing';

/** Looks at a path and never throws: one that no file can have, such as with a NUL in it, leads to nothing. */
export function fileKind(path: string): FileKind {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return canList(path) ? 'folder' : 'locked';
    return stat.isFile() ? 'file' : 'special';
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ELOOP') return 'loop';
    return code === 'EACCES' || code === 'EPERM' ? 'locked' : 'nothing';
  }
}

/** Whether what is in a folder can be seen and opened. */
export function canList(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
