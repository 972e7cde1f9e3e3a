import type { SampleFile } from '../contracts/contract';

/** The files that differ from a commit, or are not in git at all. */
export interface Changes {
  /** The commit, as the user named it. */
  readonly since: string;
  /** Whether a file differs, given by the name that findings use; it may have been deleted. */
  readonly isChanged: (name: string) => boolean;
  /** The deleted files that were below a sample root. */
  readonly goneSamples: readonly SampleFile[];
  /** Whether a file below the schema root was deleted. */
  readonly isSchemaGone: boolean;
}
