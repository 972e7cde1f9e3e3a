import type { Contract } from './contract';
import type { RangeSchema } from './contract-ranges';
import type { Document } from './document';
import type { Microversion } from './microversion';
import type { VersionRange } from './version-range';

/** What was recorded of one thing under one name, at one microversion after the other. */
export interface SampleSeries {
  readonly contract: Contract;
  /** Oldest first. */
  readonly versions: readonly RangeSchema[];
  /** The path without its `vX.Y` folder. */
  readonly name: string;
  /** Oldest first, none that is wrong on purpose. */
  readonly samples: readonly DatedSample[];
  /** At which microversions the contract has a sample, of whatever name. */
  readonly recordedAt: readonly Microversion[];
  /** The ranges of every contract that has samples of this name. */
  readonly rangesOfName: readonly VersionRange[];
}

/** A sample with the microversion that it was recorded at. */
export interface DatedSample {
  readonly microversion: Microversion;
  readonly document: Document;
}

/** The samples in one `vX.Y` folder, each with the one of its name that was recorded before it. */
export interface SampleFolder {
  /** Relative to the sample root: `flavors/v2.55`. */
  readonly folder: string;
  readonly samples: readonly { readonly document: Document; readonly before?: Document }[];
}
