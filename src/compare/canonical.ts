import { childPointer, type JsonPointer } from '../model/json/json-pointer';

/** Replaces a value that is not compared. */
export const IGNORED = Symbol('ignored');

/**
 * A value in the form in which two documents are compared: values that count as equal are equal. An array becomes an array
 * with a single object, which has the items by their identities or indices, so that an array never equals an object.
 */
export type CanonicalValue =
  string | number | boolean | null | typeof IGNORED | CanonicalList | CanonicalMembers;

export type CanonicalList = readonly [CanonicalMembers];

export interface CanonicalMembers {
  [key: string]: CanonicalValue;
}

/** Faster than `null` as the prototype, with which V8 turns each object into a hash table. */
const NOTHING_INHERITED = Object.freeze(Object.create(null));

/** An object that inherits nothing, so that `__proto__` and `toString` are ordinary properties. */
export function createMembers(): CanonicalMembers {
  return Object.create(NOTHING_INHERITED);
}

export function isList(value: CanonicalValue | undefined): value is CanonicalList {
  return Array.isArray(value);
}

export function isMembers(value: CanonicalValue | undefined): value is CanonicalMembers {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** A document in canonical form. */
export interface Canonical {
  readonly value: CanonicalValue;
  /** The places in the document of items that are not stored by their index. */
  readonly places: ReadonlyMap<CanonicalMembers, ReadonlyMap<string, JsonPointer>>;
}

/** The place that a path of the canonical form leads to. */
export interface CanonicalPlace {
  readonly value: CanonicalValue | undefined;
  /** The place in the original document, where an array and its object of items are one. */
  readonly pointer: JsonPointer;
}

export function placeAt(
  { value: root, places }: Canonical,
  path: readonly (string | number)[],
): CanonicalPlace {
  let value: CanonicalValue | undefined = root;
  let pointer: JsonPointer = '';
  for (const token of path) {
    if (isList(value)) [value] = value;
    else {
      const members: CanonicalMembers | undefined = isMembers(value) ? value : undefined;
      const key = String(token);
      pointer = (members && places.get(members)?.get(key)) ?? childPointer(pointer, key);
      value = members?.[key];
    }
  }
  return { value, pointer };
}
