import { isJsonArray, isJsonObject, member, type JsonObject } from '../model/json-value';

/** The keys of the object at `key`; none where there is no object. */
export function keysAt(schema: JsonObject, key: string): readonly string[] {
  const value = member(schema, key);
  return isJsonObject(value) ? Object.keys(value) : [];
}

/** The list at `key`, or undefined where there is none. */
export function listAt(schema: JsonObject, key: string): readonly unknown[] | undefined {
  const value = member(schema, key);
  return isJsonArray(value) ? value : undefined;
}

/** The number at `key`, or undefined where there is none. */
export function numberAt(schema: JsonObject, key: string): number | undefined {
  const value = member(schema, key);
  return typeof value === 'number' ? value : undefined;
}
