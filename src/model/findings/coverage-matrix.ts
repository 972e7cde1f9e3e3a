/**
 * What is known about a contract in one range of microversions. `not-checked`: some document there could not be judged, and none is wrong.
 * `stale`: nothing was recorded in the newest range, but in an older one.
 */
export type Coverage = 'wrong' | 'not-checked' | 'stale' | 'no-sample' | 'right';

/** One range of a contract, with what was judged against its schema. */
export interface CoverageRange {
  /** `2.3`; both ends are inclusive, an absent end is open. */
  readonly min?: string;
  readonly max?: string;
  readonly coverage: Coverage;
  /** How many samples and responses belong to the range. */
  readonly samples: number;
  readonly responses: number;
  /** How many of them are wrong. */
  readonly wrong: number;
}

/** A contract with its ranges, oldest first. */
export interface CoverageRow {
  readonly contract: string;
  readonly ranges: readonly CoverageRange[];
}

/** Every contract of a project at every microversion at which its schema changes. */
export interface CoverageMatrix {
  /** The microversion of samples that state none, where the manifest names it: open ranges begin there. */
  readonly base?: string;
  readonly rows: readonly CoverageRow[];
}
