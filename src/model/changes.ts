/** The files that differ from a commit, or are not in git at all. */
export interface Changes {
  /** The commit, as the user named it. */
  readonly since: string;
  /** The files under the names that findings use, including deleted files. */
  readonly files: ReadonlySet<string>;
  /** The deleted files that were below a sample root, relative to it. */
  readonly goneSamples: readonly string[];
  /** Whether a file below the schema root was deleted. */
  readonly isSchemaGone: boolean;
}
