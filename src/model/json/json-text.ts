import { ExactNumber } from './exact-number';
import { isJsonArray, isJsonObject } from './json-value';

/** Whether a value contains a number that JavaScript would round. */
export function hasExactNumber(value: unknown): boolean {
  if (isJsonArray(value)) return value.some(hasExactNumber);
  if (isJsonObject(value)) return Object.values(value).some(hasExactNumber);
  return value instanceof ExactNumber;
}

/** A value as JSON, with exact numbers as they were written. Undefined where JSON cannot represent the value. */
export function jsonText(value: unknown): string | undefined {
  if (value instanceof ExactNumber) return value.literal;
  if (!hasExactNumber(value)) return JSON.stringify(value);
  if (isJsonArray(value)) return `[${value.map((item) => jsonText(item) ?? 'null').join()}]`;
  if (!isJsonObject(value)) return undefined;
  const members = Object.entries(value).flatMap(([key, item]) => {
    const text = jsonText(item);
    return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`];
  });
  return `{${members.join()}}`;
}
