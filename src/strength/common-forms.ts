import type { JsonPointer } from '../model/json-pointer';
import { foldLocation, placesOf } from './fold-location';
import { formOf, isConstant, type TextForm } from './text-forms';

/** What the strings at a folded location have in common: a form, or that they read like one value of a list; undefined where they differ. */
export type CommonForm = (folded: JsonPointer) => TextForm | 'constant' | undefined;

/** Compares the strings of all these documents, place by place. An empty one tells nothing. */
export function commonForms(documents: readonly unknown[]): CommonForm {
  const forms = new Map<JsonPointer, TextForm | 'constant' | undefined>();
  for (const document of documents) {
    for (const { location, value } of placesOf(document)) {
      if (typeof value !== 'string' || value === '') continue;
      const folded = foldLocation(document, location);
      const form = isConstant(value) ? 'constant' : formOf(value);
      forms.set(folded, !forms.has(folded) || forms.get(folded) === form ? form : undefined);
    }
  }
  return (folded) => forms.get(folded);
}
