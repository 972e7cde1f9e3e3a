import type { JsonPointer } from '../model/json-pointer';
import type { Chance } from './chance';
import type { TextForm } from './text-forms';

/** A place of a sample that is to be made wrong. */
export interface MutationSite {
  readonly document: unknown;
  readonly location: JsonPointer;
  readonly value: unknown;
  /** What its string should look like: a form, or one of a list of words; undefined where nothing is known, and for all but strings. */
  readonly form: TextForm | 'constant' | undefined;
  /** Whether every object at this place, in every sample of the schema, has the key. */
  readonly isEverywhere: (key: string) => boolean;
  readonly chance: Chance;
}

/** What is wrong with a mutated value; it decides how a schema would refuse it. */
export type MutationFault =
  | { readonly kind: 'other-type'; readonly value: unknown }
  | { readonly kind: 'missing-key'; readonly key: string }
  | { readonly kind: 'unknown-key'; readonly key: string }
  /** A word that is surely none of the values meant; `form` is what the value should look like. */
  | { readonly kind: 'any-string'; readonly value: string; readonly form: TextForm | 'constant' }
  | { readonly kind: 'misspelt'; readonly value: string; readonly form: TextForm | 'constant' }
  /** A person would have to say whether it is wrong. */
  | { readonly kind: 'doubtful' };

/** A document with one thing changed in it. */
export interface Mutation {
  /** The place that is wrong: for keys, the object. */
  readonly location: JsonPointer;
  /** What was done, to stand behind the place: `is null`. */
  readonly change: string;
  readonly fault: MutationFault;
  readonly document: unknown;
}

/** One way of making a place wrong; none where it does not apply. */
export type Mutator = (target: MutationSite) => Iterable<Mutation>;
