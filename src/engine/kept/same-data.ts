import { isDeepStrictEqual } from 'node:util';

import type { Document } from '../../model/documents/document';

/**
 * Compares what two runs know. Documents are compared by their names, and what is read from files when it is asked for, which is a function, is not
 * compared: whether files have changed is known otherwise. Anything else is compared as a whole, so that nothing can be forgotten.
 */
export function isSameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b))
    return Object.is(a, b) || (typeof a === 'function' && typeof b === 'function');
  if (Array.isArray(a)) return Array.isArray(b) && areSameItems(a, b);
  if (!isPlainObject(a) || !isPlainObject(b)) return isDeepStrictEqual(a, b);
  if (isDocument(a)) return isDocument(b) && isSameDocument(a, b);
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) if (!Object.hasOwn(b, name) || !isSameData(a[name], b[name])) return false;
  return true;
}

function areSameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => isSameData(item, b[at]));
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
