import { accessSync, constants, statSync } from 'node:fs';

import { codeOf } from '../model/thrown';

/** What a path leads to after following symbolic links; `locked` where permission to stat the path or to list the folder is denied. */
export type FileKind = 'file' | 'folder' | 'special' | 'loop' | 'locked' | 'nothing';

/** The kind of file at a path. Never throws: an impossible path, such as one with a NUL, leads to nothing. */
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

/** Whether the files in a folder can be listed and opened. */
export function canList(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
