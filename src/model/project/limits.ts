/** The limits of a run, so that no input makes it hang or fill the memory. */
export interface Limits {
  /** The largest file that is read, in bytes. */
  readonly fileSize: number;
  /** How deep arrays and objects may nest. */
  readonly depth: number;
  /** How long validating one document against one schema may take, in milliseconds. */
  readonly validationTime: number;
}

/** The most levels that a manifest may allow. Values are judged by recursion, and the stack of Node.js has room for little more than these. */
export const MOST_LEVELS = 512;

export const DEFAULT_LIMITS: Limits = {
  fileSize: 16 * 1024 * 1024,
  depth: MOST_LEVELS,
  validationTime: 2000,
};
