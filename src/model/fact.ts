import type { Place } from './place';

/** What one place says of a fact. */
export interface FactReading {
  readonly value: string;
  readonly place: Place;
}

/** One place of a fact, as the manifest names it. */
export interface FactSource {
  /** For people: `$.version.version in versions/v21-version-get-resp.json`. */
  readonly description: string;
  /** Where the manifest names it. */
  readonly place: Place;
  readonly readings: readonly FactReading[];
  /** Of a place in a sample: which sample, and the JSONPath query, so that the same can be asked of a response. */
  readonly query?: { readonly sample: string; readonly at: string };
  /** Why there is no reading, when there is none. */
  readonly problem?: string;
}

/** A value that must be the same in every place. */
export interface Fact {
  readonly name: string;
  readonly sources: readonly FactSource[];
}
