import type { JsonPointer } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject, jsonTypeOf } from '../model/json/json-value';
import { createChance } from './chance';
import type { CommonForm } from './common-forms';
import { foldLocation, placesOf } from './fold-location';
import type { KeyPresence } from './key-presence';
import type { Mutation, MutationSite } from './mutation';
import { MUTATORS } from './mutators/mutator-registry';

/** What is known about a schema before its samples are mutated, and which kinds of values were mutated already. */
export interface MutationContext {
  readonly seed: string;
  readonly isEverywhere: KeyPresence;
  readonly commonForm: CommonForm;
  /** The strings that the schema lists in `enum` or `const` for a place in a document. */
  readonly enumeratedAt: (document: unknown, location: JsonPointer) => ReadonlySet<string>;
  /** Grows. A hundred servers in an array are one place: a change that passes for one of them passes for all. */
  readonly seen: Set<string>;
}

/** Every mutation of a document, except those already made for a value of the same kind at the same place. */
export function* mutationsOf(document: unknown, context: MutationContext): Generator<Mutation> {
  for (const { location, value } of placesOf(document)) {
    const folded = foldLocation(document, location);
    const form = formAt(document, location, value, context);
    const key = `${folded}\0${kindOf(value, form)}`;
    if (context.seen.has(key)) continue;
    context.seen.add(key);
    for (const [index, mutate] of MUTATORS.entries()) {
      yield* mutate({
        document,
        location,
        value,
        form,
        isEverywhere: (name) => context.isEverywhere(folded, name),
        chance: createChance(`${context.seed}\0${key}\0${index}`),
      });
    }
  }
}

/** A value that the schema enumerates is a constant, even if it looks like a version or a date. */
function formAt(
  document: unknown,
  location: JsonPointer,
  value: unknown,
  { enumeratedAt, commonForm }: MutationContext,
): MutationSite['form'] {
  if (typeof value !== 'string' || value === '') return undefined;
  if (enumeratedAt(document, location).has(value)) return 'constant';
  return commonForm(foldLocation(document, location));
}

/** A name for the kind of a value: values of one kind are mutated in the same ways. */
function kindOf(value: unknown, form: MutationSite['form']): string {
  if (isJsonObject(value)) return `object ${Object.keys(value).toSorted().join('\0')}`;
  if (isJsonArray(value)) return `array ${[...new Set(value.map(jsonTypeOf))].join(' ')}`;
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value !== 'string') return jsonTypeOf(value);
  if (form === 'constant') return `constant ${value}`;
  return `string ${form?.name ?? (value === '' ? 'empty' : 'text')}`;
}
