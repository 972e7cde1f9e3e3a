import { isJsonArray, isJsonObject, jsonTypeOf } from '../../model/json-value';
import type { Violation } from '../../model/violation';
import { quote } from '../../wording/quote';
import { typeName, typeNames } from '../../wording/wanted';

/** What is there, what is wanted, and, where only quotes are missing or too many, that. */
export function typeMessage({ actual, expected }: Violation): string {
  const types = isJsonArray(expected) ? expected : [expected];
  const wanted = typeNames(expected);
  if (typeof actual === 'number' && types.includes('integer')) return `${quote(actual)} is not ${wanted}`;
  const remedy = quotesRemedy(actual, types);
  const what =
    actual === null || isJsonArray(actual) || isJsonObject(actual)
      ? `${typeName(jsonTypeOf(actual))} stands where the schema wants ${wanted}`
      : `${quote(actual)} is ${typeName(jsonTypeOf(actual))}; the schema wants ${wanted}`;
  return remedy === undefined ? what : `${what}: ${remedy}`;
}

/** Quotes are named, not written: the number 2.10 of a text is 2.1 by now. */
function quotesRemedy(actual: unknown, types: readonly unknown[]): string | undefined {
  if (typeof actual === 'number' || typeof actual === 'boolean') {
    return types.includes('string') ? 'put it in quotes' : undefined;
  }
  if (typeof actual !== 'string') return undefined;
  const unquoted = /^-?(?:0|[1-9]\d*)$/.test(actual)
    ? ['integer', 'number']
    : /^-?(?:0|[1-9]\d*)\.\d+$/.test(actual)
      ? ['number']
      : /^(?:true|false)$/.test(actual)
        ? ['boolean']
        : actual === 'null'
          ? ['null']
          : [];
  return unquoted.some((type) => types.includes(type)) ? 'take the quotes off' : undefined;
}
