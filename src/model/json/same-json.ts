import { ExactNumber } from './exact-number';
import { isJsonArray, isJsonObject, member } from './json-value';

/** Whether two JSON values are equal; the order of properties does not matter. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (isJsonArray(a)) {
    return isJsonArray(b) && a.length === b.length && a.every((item, index) => isSameJson(item, b[index]));
  }
  if (a instanceof ExactNumber) return b instanceof ExactNumber && a.key === b.key;
  if (!isJsonObject(a)) return a === b;
  if (!isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key], member(b, key)))
  );
}

/** The same text for equal JSON values, different texts for different ones: properties may be in any order, and -0 equals 0. */
export function canonicalText(value: unknown): string {
  if (isJsonArray(value)) return `[${value.map(canonicalText).join()}]`;
  if (isJsonObject(value)) {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalText(value[key])}`);
    return `{${members.join()}}`;
  }
  if (value instanceof ExactNumber) return value.key;
  return typeof value === 'string' ? JSON.stringify(value) : String(value === 0 ? 0 : value);
}

/** Whether a value equals only itself in JavaScript. An exact number is an object. */
export function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** So few values are compared with each other: a set of them takes longer. */
const FEW = 8;

/** Whether no two values are equal. */
export function areUnique(values: readonly unknown[]): boolean {
  if (values.length < 2) return true;
  if (values.length <= FEW && values.every(isScalar))
    return !values.some((value, index) => values.includes(value, index + 1));
  return new Set(keysOfValues(values)).size === values.length;
}

/** A key for each value, in order: the keys of equal values are the same to a Set or Map. */
export function keysOfValues(values: readonly unknown[]): readonly unknown[] {
  return values.every(isScalar) ? values : values.map(canonicalText);
}

/** The indexes of the values that equal one before them. */
export function repeatedIndexes(values: readonly unknown[]): readonly number[] {
  if (areUnique(values)) return [];
  const seen = new Set<unknown>();
  return keysOfValues(values).flatMap((key, index) => {
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
}
