/** What differs from a commit, or is not in git at all. */
export interface Changes {
  /** The commit, as it was asked for. */
  readonly since: string;
  /** The files by the names that findings have, those that are gone among them. */
  readonly files: ReadonlySet<string>;
  /** Of the files that are gone, those below a sample root, relative to it. */
  readonly goneSamples: readonly string[];
  /** Whether a file below the schema root is gone. */
  readonly isSchemaGone: boolean;
}
