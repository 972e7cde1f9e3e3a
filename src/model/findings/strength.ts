import type { NotChecked } from './check-result';
import type { JsonPointer } from '../json/json-pointer';

/** A place where a schema accepts a wrong value. */
export interface Weakness {
  /** The place in the samples, with `*` for each array index. */
  readonly location: JsonPointer;
  /** What the schema accepts there, to follow the location: `accepts any string, such as "FIXME"`. */
  readonly accepts: string;
  /** How to make the schema reject it, with the keyword: `add "pattern"`. */
  readonly remedy: string;
  /** Where to add that keyword; line and column count from 1. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A changed sample that the schema accepted. */
export interface Survivor {
  readonly location: JsonPointer;
  /** The file of the sample that was changed. */
  readonly sample: string;
  /** The change: `is null`. */
  readonly change: string;
  /** Whether it counts in the score, because it is certainly wrong; otherwise a person must decide. */
  readonly counts: boolean;
}

/** How many wrong values were tried on a schema, and how many it rejected. */
export interface Tally {
  readonly refused: number;
  readonly tried: number;
}

/** How well one schema distinguishes wrong values from right ones. */
export interface SchemaStrength extends Tally {
  /** The file as users see it, with a pointer where the schema is a part of the file. */
  readonly schema: string;
  readonly contracts: readonly string[];
  readonly samples: number;
  readonly weaknesses: readonly Weakness[];
  readonly survivors: readonly Survivor[];
}

/** How well the schemas of a project distinguish wrong values from right ones; the weakest schema comes first. */
export interface StrengthResult extends Tally {
  readonly seed: number;
  readonly schemas: readonly SchemaStrength[];
  /** What was skipped, including everything for which the time was too short. */
  readonly notTried: readonly NotChecked[];
  /** Whether the time ran out. */
  readonly isCutShort: boolean;
}

/** The share of wrong values that were rejected, in percent. */
export function scoreOf({ refused, tried }: Tally): number {
  return tried === 0 ? 0 : (100 * refused) / tried;
}
