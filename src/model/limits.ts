/** The limits of a run, so that no input makes it hang or fill the memory. */
export interface Limits {
  /** The largest file that is read, in bytes. */
  readonly fileSize: number;
  /** How deep arrays and objects may nest. */
  readonly depth: number;
  /** How long validating one document against one schema may take, in milliseconds. */
  readonly validationTime: number;
}

export const DEFAULT_LIMITS: Limits = { fileSize: 16 * 1024 * 1024, depth: 512, validationTime: 2000 };
