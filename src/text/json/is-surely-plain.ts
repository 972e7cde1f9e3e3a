import { isJsonArray, isJsonObject } from '../../model/json/json-value';
import { isEscaped } from './json-walk';

/** Half of a surrogate pair, written as an escape. */
const SURROGATE = /\\u[dD][89a-fA-F]/;

/**
 * A number that may lose precision: 15 digits or more, or an exponent. A match inside a string only costs time. To search for a digit and then look
 * back is several times as fast as to search for what may be before a number.
 */
const LONG_NUMBER = /\d(?<=(?:^|[\s[:,])-?\d)(?:[\d.]{14}|[\d.]*[eE])[\d.eE+-]*\s*(?:[,\]}]|$)/;

/**
 * Whether a JSON text certainly has nothing that parsers disagree on: no duplicate properties, no inexact numbers, no lone surrogates, nothing that
 * nests deeper than allowed. This is far cheaper than reading token by token. `false` means only that the text must be read token by token.
 */
export function isSurelyPlain(text: string, value: unknown, maxDepth: number): boolean {
  return (
    !SURROGATE.test(text) &&
    !LONG_NUMBER.test(text) &&
    mostPropertiesIn(text) === countProperties(value, maxDepth)
  );
}

/** JSON's white space is a space, or below it. */
const SPACE = 0x20;
const QUOTE = 0x22;

/** An upper bound for the number of properties: a quote before a colon ends a property name, or begins a string. */
function mostPropertiesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) <= SPACE) before -= 1;
    if (text.charCodeAt(before) === QUOTE && !isEscaped(text, before)) count += 1;
  }
  return count;
}

/** A parsed value keeps only one of duplicate properties, so this count is lower than that of the text. NaN if it nests too deep. */
function countProperties(value: unknown, deepest: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (deepest === 0) return NaN;
  let count = 0;
  if (isJsonArray(value)) for (const item of value) count += countProperties(item, deepest - 1);
  else if (isJsonObject(value)) {
    for (const key in value) count += 1 + countProperties(value[key], deepest - 1);
  }
  return count;
}
