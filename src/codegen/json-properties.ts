import { isJsonArray, isJsonObject, member, type JsonObject } from '../model/json-value';

/** The property names of the object at `key`; none where there is no object. */
export function propertyNamesAt(schema: JsonObject, key: string): readonly string[] {
  const value = member(schema, key);
  return isJsonObject(value) ? Object.keys(value) : [];
}

/** The array at `key`, or undefined where there is no array. */
export function listAt(schema: JsonObject, key: string): readonly unknown[] | undefined {
  const value = member(schema, key);
  return isJsonArray(value) ? value : undefined;
}

/** The number at `key`, or undefined where there is no number. */
export function numberAt(schema: JsonObject, key: string): number | undefined {
  const value = member(schema, key);
  return typeof value === 'number' ? value : undefined;
}
