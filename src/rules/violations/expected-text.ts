import { isJsonArray, isJsonObject } from '../../model/json-value';
import { quote } from '../../wording/quote';
import { choices, patternName } from '../../wording/wanted';

/** An actual value after `got`: `5`, `"x"`, `an empty array`, `an object`. */
export function valueText(value: unknown): string {
  if (isJsonArray(value)) return value.length === 0 ? 'an empty array' : 'an array';
  if (isJsonObject(value)) return Object.keys(value).length === 0 ? 'an empty object' : 'an object';
  return quote(value);
}

/** The values of an `enum` after `expected`: `one of "a", "b"`. */
export function enumText(values: unknown): string {
  return isJsonArray(values) && values.length === 1 ? choices(values) : `one of ${choices(values)}`;
}

/** A pattern after `expected`: `a string that matches ^v\d+$`. */
export function matchOf(pattern: unknown): string {
  return `a string that matches ${patternName(pattern)}`;
}
