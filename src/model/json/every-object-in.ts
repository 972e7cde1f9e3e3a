import { isJsonArray, isJsonObject, type JsonObject } from './json-value';

/** Every object in a value, once each, although aliases of YAML repeat them. */
export function everyObjectIn(root: unknown): readonly JsonObject[] {
  const found: JsonObject[] = [];
  const seen = new Set<unknown>();
  const open = [root];
  // Values that are added to an array while it is iterated are visited too.
  for (const value of open) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isJsonObject(value)) found.push(value);
    // One by one: an array may have more items than a call can have arguments.
    for (const inner of isJsonArray(value) ? value : Object.values(value))
      if (typeof inner === 'object') open.push(inner);
  }
  return found;
}
