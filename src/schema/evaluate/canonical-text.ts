import { ExactNumber } from '../../model/exact-number';
import { isJsonArray, isJsonObject } from '../../model/json-value';

/** A text that two JSON values share exactly if they are equal: properties in any order, -0 the same as 0. */
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
