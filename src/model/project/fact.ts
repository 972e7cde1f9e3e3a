import type { Place } from '../documents/place';

/** The value of a fact in one place. */
export interface FactReading {
  readonly value: string;
  readonly place: Place;
  /** Whether the place has this value in the base too. Absent where it has not, and in runs without a base. */
  readonly isUnchanged?: true;
}

/** One place of a fact, as the manifest names it. */
export interface FactSource {
  /** For messages: `$.version.version in versions/v21-version-get-resp.json`. */
  readonly description: string;
  /** Where the manifest names it. */
  readonly place: Place;
  readonly readings: readonly FactReading[];
  /** For a place in a text file: the name of the file in findings, even if it cannot be read. */
  readonly file?: string;
  /** For a place in a sample: the sample and the JSONPath query, so that the query can be run on a response too. */
  readonly query?: { readonly sample: string; readonly at: string };
  /** Why a value is missing; absent if none is. */
  readonly problem?: string;
  /** Whether nothing could be looked up: there is no text, or the query is wrong or was stopped. Absent where the text has no such value. */
  readonly isUnread?: true;
}

/** A value that must be the same in every place. */
export interface Fact {
  readonly name: string;
  readonly sources: readonly FactSource[];
}
