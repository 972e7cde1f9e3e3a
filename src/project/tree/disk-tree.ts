import { fileKind } from '../disk/file-kind';
import { filesIn, listFiles } from '../disk/list-files';
import { readTextFile } from '../disk/read-text-file';
import { realPath } from '../disk/real-path';
import type { Tree } from './tree';

/** The files on disk. */
export const DISK: Tree = {
  kind: fileKind,
  list: listFiles,
  namesIn: filesIn,
  read: readTextFile,
  realPath,
};
