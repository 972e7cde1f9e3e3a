import type { Contract, ContractVersion } from './contract';
import { compareMicroversions, type Microversion } from './microversion';
import type { VersionRange } from './version-range';

/** The ranges of a contract, and what they are measured by. */
export interface ContractRanges {
  readonly contract: Contract;
  /** Oldest first, each with its schema as it is written; undefined where that cannot be read. */
  readonly versions: readonly RangeSchema[];
  /** The microversions that the project speaks of: the oldest and the newest. */
  readonly known: VersionRange;
  /** At which microversions the contract has a sample. */
  readonly recordedAt: readonly Microversion[];
}

export interface RangeSchema extends ContractVersion {
  readonly written: unknown;
}

/** Negative, zero or positive as a range begins before, with or after another. */
export function compareStarts({ min: a }: VersionRange, { min: b }: VersionRange): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareMicroversions(a, b);
}
