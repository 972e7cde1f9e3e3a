import type { NotChecked } from './check-result';
import type { JsonPointer } from './json-pointer';

/** A place where a schema lets a wrong value pass. */
export interface Weakness {
  /** Where in the samples, with `*` for each index of an array. */
  readonly location: JsonPointer;
  /** What passes there, to stand behind the location: `accepts any string, such as "FIXME"`. */
  readonly accepts: string;
  /** How the schema would refuse it, with the keyword: `add "pattern"`. */
  readonly remedy: string;
  /** Where that keyword belongs; line and column count from 1. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A changed sample that passed. */
export interface Survivor {
  readonly location: JsonPointer;
  /** The file of the sample that was changed. */
  readonly sample: string;
  /** What was done to it: `is null`. */
  readonly change: string;
  /** Whether it is certainly wrong, so that it counts in the score, or a person would have to say. */
  readonly counts: boolean;
}

/** How many wrong values a schema was shown, and how many it refused. */
export interface Tally {
  readonly refused: number;
  readonly tried: number;
}

/** How well one schema tells wrong from right. */
export interface SchemaStrength extends Tally {
  /** The file as users see it, with the pointer where it is a part of one. */
  readonly schema: string;
  readonly contracts: readonly string[];
  readonly samples: number;
  readonly weaknesses: readonly Weakness[];
  readonly survivors: readonly Survivor[];
}

/** How well the schemas of a project tell wrong from right; schemas from the weakest up. */
export interface StrengthResult extends Tally {
  readonly seed: number;
  readonly schemas: readonly SchemaStrength[];
  /** What was left out, and what there was no time for. */
  readonly notTried: readonly NotChecked[];
  /** Whether the time ran out. */
  readonly isCutShort: boolean;
}

/** The share of wrong values that was refused, in percent. */
export function scoreOf({ refused, tried }: Tally): number {
  return tried === 0 ? 0 : (100 * refused) / tried;
}
