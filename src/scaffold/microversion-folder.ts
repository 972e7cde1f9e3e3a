import { folderMicroversion, type Microversion } from '../model/microversion';

/** Where, among the segments of a path, its microversion folder is: the first one, or -1. */
export function microversionFolderIndex(segments: readonly string[]): number {
  return segments.slice(0, -1).findIndex((name) => folderMicroversion(name) !== undefined);
}

/** The microversion of the folder that a path lies in; undefined where it lies in none. */
export function pathMicroversion(path: string): Microversion | undefined {
  const segments = path.split('/');
  return folderMicroversion(segments[microversionFolderIndex(segments)] ?? '');
}
