import { folderMicroversion, type Microversion } from '../model/versions/microversion';

/** The index of the first microversion folder among the segments of a path, or -1. */
export function microversionFolderIndex(segments: readonly string[]): number {
  return segments.slice(0, -1).findIndex((name) => folderMicroversion(name) !== undefined);
}

/** The microversion of the folder that a path is in; undefined if it is in none. */
export function pathMicroversion(path: string): Microversion | undefined {
  const segments = path.split('/');
  return folderMicroversion(segments[microversionFolderIndex(segments)] ?? '');
}
