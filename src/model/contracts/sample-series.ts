import type { Contract } from './contract';
import type { RangeSchema } from './contract-ranges';
import type { Document } from '../documents/document';
import type { Microversion } from '../versions/microversion';
import type { VersionRange } from '../versions/version-range';

/** The samples of one contract with the same name, recorded at successive microversions. */
export interface SampleSeries {
  readonly contract: Contract;
  /** Oldest first. */
  readonly versions: readonly RangeSchema[];
  /** The path without its `vX.Y` folder. */
  readonly name: string;
  /** Oldest first, without those that are wrong on purpose. */
  readonly samples: readonly DatedSample[];
  /** The microversions at which the contract has a sample of any name. */
  readonly recordedAt: readonly Microversion[];
  /** The ranges of all contracts that have samples of this name. */
  readonly rangesOfName: readonly VersionRange[];
}

/** A sample and the microversion at which it was recorded. */
export interface DatedSample {
  readonly microversion: Microversion;
  readonly document: Document;
}

/** The samples in one `vX.Y` folder, each with the last sample of the same name that was recorded before it. */
export interface SampleFolder {
  /** Relative to the sample root: `flavors/v2.55`. */
  readonly folder: string;
  readonly samples: readonly { readonly document: Document; readonly before?: Document }[];
}
