import { isDeepStrictEqual } from 'node:util';

import type { Document } from '../../model/documents/document';

/**
 * Compares what two runs know. Documents are compared by their names, and what is read from files when it is asked for, which is a function, is not
 * compared: whether files have changed is known otherwise. Anything else is compared as a whole, so that nothing can be forgotten.
 */
export function createIsSame(): (a: unknown, b: unknown) => boolean {
  // Thousands of subjects share a few hundred contracts and samples, which are compared before them, by themselves.
  const same = new Map<object, object>();
  const areSame = (a: object, b: object): boolean => {
    if (Array.isArray(a)) return Array.isArray(b) && areSameItems(a, b);
    if (!isPlainObject(a) || !isPlainObject(b)) return isDeepStrictEqual(a, b);
    if (isDocument(a)) return isDocument(b) && isSameDocument(a, b);
    const names = Object.keys(a);
    if (names.length !== Object.keys(b).length) return false;
    for (const name of names) if (!isSameValue(a[name], b[name]) || !Object.hasOwn(b, name)) return false;
    return true;
  };
  const areSameItems = (a: readonly unknown[], b: readonly unknown[]): boolean => {
    if (a.length !== b.length) return false;
    for (let at = 0; at < a.length; at += 1) if (!isSameValue(a[at], b[at])) return false;
    return true;
  };
  const isSameValue = (a: unknown, b: unknown): boolean => {
    if (a === b) return true;
    if (!isObject(a) || !isObject(b))
      return Object.is(a, b) || (typeof a === 'function' && typeof b === 'function');
    return same.get(a) === b || areSame(a, b);
  };
  return (a, b) => {
    const isSame = isSameValue(a, b);
    if (isSame && isObject(a) && isObject(b)) same.set(a, b);
    return isSame;
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether all that it is can be seen in its properties, unlike in a map or a regular expression. */
function isPlainObject(value: object): value is Readonly<Record<string, unknown>> {
  return (
    Object.getPrototypeOf(value) === Object.prototype ||
    (!Array.isArray(value) && Object.prototype.toString.call(value) === '[object Object]')
  );
}

function isDocument(value: object): value is Document {
  return 'source' in value && 'origin' in value && 'problems' in value;
}

function isSameDocument(a: Document, b: Document): boolean {
  return a.source.name === b.source.name && a.kind === b.kind && a.origin === b.origin;
}
