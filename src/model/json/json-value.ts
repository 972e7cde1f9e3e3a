import { ExactNumber } from './exact-number';

/** A parsed JSON object: it has own properties only, and `__proto__` may be one of them. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)
  );
}

export function isJsonArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** The items of an array; none for any other value. */
export function itemsIn(value: unknown): readonly unknown[] {
  return isJsonArray(value) ? value : [];
}

/** The own property `key`, or undefined; never one inherited from Object.prototype. */
export function member(object: JsonObject, key: string): unknown {
  const value = object[key];
  // Nearly always: a look-up of an own property takes longer than one of any property.
  return value === undefined || Object.hasOwn(object, key) ? value : undefined;
}

/** The value of a property if it is a string, or undefined. */
export function textMember(object: JsonObject, key: string): string | undefined {
  const value = member(object, key);
  return typeof value === 'string' ? value : undefined;
}

/** Sets an own property. An assignment to `__proto__` would set the prototype. */
export function setMember(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}

export const JSON_TYPES = ['string', 'number', 'boolean', 'null', 'object', 'array'] as const;

export type JsonType = (typeof JSON_TYPES)[number];

/** The types that `type` in a JSON Schema may name. */
export type SchemaType = JsonType | 'integer';

/** Their names, sorted. */
export const SCHEMA_TYPES: readonly string[] = [...JSON_TYPES, 'integer'].toSorted();

export function isSchemaType(name: unknown): name is SchemaType {
  return typeof name === 'string' && SCHEMA_TYPES.includes(name);
}

export function jsonTypeOf(value: unknown): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number' || value instanceof ExactNumber) return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'object';
}
