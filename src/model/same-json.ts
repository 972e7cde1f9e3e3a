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

/** The index of the first value that equals one before it. */
export function firstDouble(values: readonly unknown[]): number | undefined {
  const scalars = new Set<unknown>();
  const others: unknown[] = [];
  for (const [index, value] of values.entries()) {
    if (typeof value !== 'object' || value === null) {
      if (scalars.has(value)) return index;
      scalars.add(value);
    } else {
      if (others.some((other) => isSameJson(other, value))) return index;
      others.push(value);
    }
  }
  return undefined;
}
