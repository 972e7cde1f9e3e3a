import { isJsonArray, isJsonObject } from '../model/json/json-value';

/** The relative paths that a schema refers to, without fragments. */
export function referencesIn(value: unknown): readonly string[] {
  if (isJsonArray(value)) return value.flatMap(referencesIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    if (key !== '$ref' || typeof part !== 'string') return referencesIn(part);
    const path = part.replace(/#.*$/, '');
    return path === '' || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path) ? [] : [path];
  });
}
