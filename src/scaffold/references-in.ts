import { isJsonArray, isJsonObject } from '../model/json/json-value';

/** The paths and URLs that a schema refers to, without fragments. */
export function referencesIn(value: unknown): readonly string[] {
  if (isJsonArray(value)) return value.flatMap(referencesIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    if (key !== '$ref' || typeof part !== 'string') return referencesIn(part);
    const target = part.replace(/#.*$/, '');
    return target === '' ? [] : [target];
  });
}
