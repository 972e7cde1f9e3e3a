import { isJsonArray, jsonTypeOf } from '../../model/json/json-value';
import { DEFAULT_LIMITS } from '../../model/project/limits';
import type { Violation } from '../../model/schemas/violation';
import { readStrictJson } from '../../text/json/strict-json';
import { typeNames } from '../../wording/wanted';
import { valueText } from './expected-text';

/** A value has the wrong type. If only quotes are missing or superfluous, the message adds that. */
export function typeMessage({ actual, expected }: Violation): string {
  const types = isJsonArray(expected) ? expected : [expected];
  const what = `expected ${typeNames(expected)}, got ${valueText(actual)}`;
  // A number such as 2.5 instead of an integer is wrong by its value, even if a string is allowed too.
  if (jsonTypeOf(actual) === 'number' && types.includes('integer')) return what;
  const remedy = quotesRemedy(actual, types);
  return remedy === undefined ? what : `${what}: ${remedy}`;
}

/** The message does not show the quoted value, because the number 2.10 in the text has become 2.1. */
function quotesRemedy(actual: unknown, types: readonly unknown[]): string | undefined {
  if (jsonTypeOf(actual) === 'number' || typeof actual === 'boolean') {
    return types.includes('string') ? 'put it in quotes' : undefined;
  }
  if (typeof actual !== 'string') return undefined;
  // YAML 1.1 reads it as a number, YAML 1.2 as a string.
  if (/^[-+]?[1-9]\d*(?:_\d+)+$/.test(actual) && (types.includes('integer') || types.includes('number')))
    return `write ${actual.replaceAll('_', '').replace('+', '')}`;
  const unquoted = /^-?(?:0|[1-9]\d*)$/.test(actual)
    ? ['integer', 'number']
    : /^-?(?:0|[1-9]\d*)\.\d+$/.test(actual)
      ? ['number']
      : /^(?:true|false)$/.test(actual)
        ? ['boolean']
        : actual === 'null'
          ? ['null']
          : jsonTypesIn(actual);
  return unquoted.some((type) => types.includes(type)) ? 'remove the quotes' : undefined;
}

/** The type of an array or object that a text is as JSON. */
function jsonTypesIn(text: string): readonly string[] {
  if (!/^\s*(?:\{[^]*\}|\[[^]*\])\s*$/.test(text)) return [];
  const { value } = readStrictJson(text, DEFAULT_LIMITS.depth);
  return value === undefined ? [] : [jsonTypeOf(value)];
}
