import { fileKind } from './file-kind';
import { filesIn, listFiles } from './list-files';
import { readTextFile } from './read-text-file';
import { realPath } from './real-path';
import type { Tree } from './tree';

/** The files on disk. */
export const DISK: Tree = {
  kind: fileKind,
  list: listFiles,
  namesIn: filesIn,
  read: readTextFile,
  realPath,
};
