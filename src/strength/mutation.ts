import type { JsonPointer } from '../model/json/json-pointer';
import type { Chance } from './chance';
import type { TextForm } from './text-forms';

/** A place in a sample where a mutator makes a change. */
export interface MutationSite {
  readonly document: unknown;
  readonly location: JsonPointer;
  readonly value: unknown;
  /** What the string at the place should look like: a form, or one of an enum's values. Undefined if unknown, or not a string. */
  readonly form: TextForm | 'constant' | undefined;
  /** Whether every object at this place, in every sample of the schema, has the property. */
  readonly isEverywhere: (key: string) => boolean;
  readonly chance: Chance;
}

/** What is wrong with a mutated value; it decides which keyword would reject it. */
export type MutationFault =
  | { readonly kind: 'other-type'; readonly value: unknown }
  | { readonly kind: 'missing-key'; readonly key: string }
  | { readonly kind: 'unknown-key'; readonly key: string }
  /** A string that is certainly not a right value; `form` is what a right value looks like. */
  | { readonly kind: 'any-string'; readonly value: string; readonly form: TextForm | 'constant' }
  | { readonly kind: 'misspelt'; readonly value: string; readonly form: TextForm | 'constant' }
  /** Only a person can decide whether it is wrong. */
  | { readonly kind: 'doubtful' };

/** A document with one change. */
export interface Mutation {
  /** The place that is wrong; for a property name, the object. */
  readonly location: JsonPointer;
  /** The change, to follow the location: `is null`. */
  readonly change: string;
  readonly fault: MutationFault;
  readonly document: unknown;
}

/** One way to make a place wrong; yields nothing if it does not apply. */
export type Mutator = (target: MutationSite) => Iterable<Mutation>;
