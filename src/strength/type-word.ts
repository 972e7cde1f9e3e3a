import { jsonTypeOf } from '../model/json-value';

/** The type of a value with its article: `a string`, `null`. */
export function typeWord(value: unknown): string {
  const type = jsonTypeOf(value);
  if (type === 'null') return type;
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}
