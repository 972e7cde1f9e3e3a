import type { JsonPointer } from '../json/json-pointer';
import type { Place } from '../documents/place';

/** The keyword of a schema that allows a number beyond ±(2^53 − 1) at a place in a document. */
export interface Allowance {
  readonly keyword: string;
  readonly place: Place;
}

/** The allowances of a document, by the places of their numbers. */
export type Allowances = ReadonlyMap<JsonPointer, Allowance>;
