import type { Contract, ContractVersion } from './contract';
import { compareMicroversions, type Microversion } from '../versions/microversion';
import type { VersionRange } from '../versions/version-range';

/** The ranges of a contract, and the microversions that they are compared with. */
export interface ContractRanges {
  readonly contract: Contract;
  /** Oldest first. */
  readonly versions: readonly RangeSchema[];
  /** The oldest and the newest microversion that the project mentions. */
  readonly known: VersionRange;
  /** The microversions at which the contract has a sample. */
  readonly recordedAt: readonly Microversion[];
}

export interface RangeSchema extends ContractVersion {
  /** Its schema as written; undefined where the schema cannot be read. It is read when it is asked for: few rules ask. */
  readonly written: () => unknown;
}

/** Negative, zero or positive when range `a` begins before, together with or after range `b`. */
export function compareStarts({ min: a }: VersionRange, { min: b }: VersionRange): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareMicroversions(a, b);
}
