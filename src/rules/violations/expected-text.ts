import { isJsonNumber } from '../../model/json/exact-number';
import { isJsonArray, isJsonObject } from '../../model/json/json-value';
import { nearest } from '../../model/nearest';
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

/** How to fix a value that is not among the allowed ones, to be put after it: the nearest one, or quotes; empty if neither helps. */
export function choiceRemedy(actual: unknown, allowed: readonly unknown[]): string {
  const words = allowed.filter((choice) => typeof choice === 'string');
  if (typeof actual === 'string') {
    // YAML reads versions without quotes as numbers.
    if (/^\d+(?:\.\d+)?$/.test(actual) && allowed.length > 0 && allowed.every(isJsonNumber))
      return ': the schema lists numbers: put them in quotes there, or remove the quotes here';
    const meant = nearest(actual, words);
    return meant === undefined ? '' : `: did you mean ${quote(meant)}?`;
  }
  // An object may have a property named toString, so only other values are written as a string.
  const isScalar = !isJsonArray(actual) && !isJsonObject(actual);
  return isScalar && words.includes(String(actual)) ? ': put it in quotes' : '';
}

/** A pattern after `expected`: `a string that matches ^v\d+$`. */
export function matchOf(pattern: unknown): string {
  return `a string that matches ${patternName(pattern)}`;
}
