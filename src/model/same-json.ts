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

/** The indexes of the values that equal one before them. */
export function repeatedIndexes(values: readonly unknown[]): readonly number[] {
  const scalars = new Set<unknown>();
  const others: unknown[] = [];
  return values.flatMap((value, index) => {
    const isScalar = typeof value !== 'object' || value === null;
    if (isScalar ? scalars.has(value) : others.some((other) => isSameJson(other, value))) return [index];
    if (isScalar) scalars.add(value);
    else others.push(value);
    return [];
  });
}
