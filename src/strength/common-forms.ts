import type { JsonPointer } from '../model/json/json-pointer';
import { foldLocation, placesOf } from './fold-location';
import { formOf, isConstant, type TextForm } from './text-forms';

/** The form that all strings at a folded location share; `constant` if they look like values of an enum; undefined if they differ. */
export type CommonForm = (folded: JsonPointer) => TextForm | 'constant' | undefined;

/** Finds the common forms of the strings in all documents, place by place. Empty strings are ignored. */
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
