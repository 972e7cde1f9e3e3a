import type { JsonPointer } from '../model/json/json-pointer';
import { isJsonObject } from '../model/json/json-value';
import { foldLocation, placesOf } from './fold-location';

/** Whether every object at a folded location has a property. */
export type KeyPresence = (folded: JsonPointer, key: string) => boolean;

/** Counts the properties of all objects in the documents, place by place. */
export function keyPresence(documents: readonly unknown[]): KeyPresence {
  const objects = new Map<JsonPointer, number>();
  const keys = new Map<string, number>();
  for (const document of documents) {
    for (const { location, value } of placesOf(document)) {
      if (!isJsonObject(value)) continue;
      const folded = foldLocation(document, location);
      add(objects, folded);
      for (const key of Object.keys(value)) add(keys, `${folded}\0${key}`);
    }
  }
  return (folded, key) => keys.get(`${folded}\0${key}`) === objects.get(folded);
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
