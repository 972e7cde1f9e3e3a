import { childPointer, type JsonPointer } from '../model/json-pointer';

/** Stands for what is not compared. */
export const IGNORED = Symbol('ignored');

/**
 * A value in the form in which two documents are compared: what counts as equal is equal, and a list is an array of one object
 * that holds its items by what they are known by. So a list never equals an object.
 */
export type CanonicalValue =
  string | number | boolean | null | typeof IGNORED | CanonicalList | CanonicalMembers;

export type CanonicalList = readonly [CanonicalMembers];

export interface CanonicalMembers {
  [key: string]: CanonicalValue;
}

/** Faster than none at all, for which V8 makes each object a hash table. */
const NOTHING_INHERITED = Object.freeze(Object.create(null));

/** An object that inherits nothing, so that `__proto__` and `toString` are keys like others. */
export function noMembers(): CanonicalMembers {
  return Object.create(NOTHING_INHERITED);
}

export function isList(value: CanonicalValue | undefined): value is CanonicalList {
  return Array.isArray(value);
}

export function isMembers(value: CanonicalValue | undefined): value is CanonicalMembers {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** A document in that form. */
export interface Canonical {
  readonly value: CanonicalValue;
  /** Of lists whose items are known by something else than their index: where these stand in the document. */
  readonly places: ReadonlyMap<CanonicalMembers, ReadonlyMap<string, JsonPointer>>;
}

/** Where a path of the canonical form leads to. */
export interface CanonicalPlace {
  readonly value: CanonicalValue | undefined;
  /** The place in the document itself; a list and its items object are one there. */
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
