/** Whether a folder of this name holds the samples of one microversion: `v2.79`. */
export function isMicroversionFolder(name: string): boolean {
  return /^v\d+\.\d+$/.test(name);
}

/** Where, among the segments of a path, its microversion folder is: the first one, or -1. */
export function microversionFolderIndex(segments: readonly string[]): number {
  return segments.slice(0, -1).findIndex(isMicroversionFolder);
}
