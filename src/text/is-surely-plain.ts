import { isJsonArray, isJsonObject } from '../model/json-value';

/** A half of a surrogate pair, spelled as an escape. */
const SURROGATE = /\\u[dD][89a-fA-F]/;

/** A number that may not survive being read: one of 15 digits or more, or with an exponent. What only looks like one in a string costs no more than time. */
const LONG_NUMBER = /(?:^|[\s[:,])-?(?:[\d.]{15}|[\d.]+[eE])/;

/**
 * Whether a JSON text surely says nothing that readers disagree on: no equal keys, no inexact number, no half of a surrogate pair. It is
 * a glance, far cheaper than reading token by token; `false` says nothing.
 */
export function isSurelyPlain(text: string, value: unknown): boolean {
  return !SURROGATE.test(text) && !LONG_NUMBER.test(text) && mostKeys(text) === countKeys(value);
}

/** How many keys there may be: a quote before a colon ends a key, or stands in a string. */
function mostKeys(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    let before = at - 1;
    while (/\s/.test(text[before] ?? '')) before -= 1;
    if (text[before] === '"') count += 1;
  }
  return count;
}

/** Of equal keys the value has one. */
function countKeys(value: unknown): number {
  let count = 0;
  if (isJsonArray(value)) for (const item of value) count += countKeys(item);
  else if (isJsonObject(value)) {
    for (const key in value) count += 1 + countKeys(value[key]);
  }
  return count;
}
