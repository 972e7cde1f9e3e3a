import { folderMicroversion } from '../model/microversion';

/** Where, among the segments of a path, its microversion folder is: the first one, or -1. */
export function microversionFolderIndex(segments: readonly string[]): number {
  return segments.slice(0, -1).findIndex((name) => folderMicroversion(name) !== undefined);
}
