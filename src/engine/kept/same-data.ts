import { isDeepStrictEqual } from 'node:util';

import type { Document } from '../../model/documents/document';
import { isJsonArray, isJsonObject } from '../../model/json/json-value';

/**
 * Compares what two runs know. Documents are compared by their names, and what is read from files when it is asked for, which is a function, is not
 * compared: whether files have changed is known otherwise. Anything else is compared as a whole, so that nothing can be forgotten.
 */
export function createIsSame(): (a: unknown, b: unknown) => boolean {
  // Thousands of subjects share a few hundred contracts.
  const same = new Map<object, object>();
  const isSame = (a: unknown, b: unknown): boolean => {
    if (Object.is(a, b)) return true;
    if (typeof a !== 'object' && typeof a !== 'function') return false;
    if (typeof a === 'function') return typeof b === 'function';
    if (isJsonArray(a)) return isJsonArray(b) && isSameItems(a, b);
    if (!isPlainObject(a) || !isPlainObject(b)) return isDeepStrictEqual(a, b);
    if (same.get(a) === b) return true;
    if (isDocument(a)) return isDocument(b) && isSameDocument(a, b);
    const names = Object.keys(a);
    if (names.length !== Object.keys(b).length) return false;
    for (const name of names) if (!Object.hasOwn(b, name) || !isSame(a[name], b[name])) return false;
    same.set(a, b);
    return true;
  };
  const isSameItems = (a: readonly unknown[], b: readonly unknown[]) =>
    a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  return isSame;
}

/** Whether all that it is can be seen in its properties, unlike in a map or a regular expression. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    isJsonObject(value) &&
    (Object.getPrototypeOf(value) === Object.prototype ||
      Object.prototype.toString.call(value) === '[object Object]')
  );
}

function isDocument(value: object): value is Document {
  return 'source' in value && 'origin' in value && 'problems' in value;
}

function isSameDocument(a: Document, b: Document): boolean {
  return a.source.name === b.source.name && a.kind === b.kind && a.origin === b.origin;
}
