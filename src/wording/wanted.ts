import { clipEnd } from '../model/clip-text';
import { isJsonArray, isJsonObject, member } from '../model/json/json-value';
import { orList, shortAllOf, shortList } from './list-words';
import { plainText, quote } from './quote';

/** A type of JSON Schema with its article: `an array`, `a string`, `null`. */
export function typeName(type: unknown): string {
  switch (type) {
    case 'null':
      return 'null';
    case 'array':
    case 'object':
    case 'integer':
      return `an ${type}`;
    default:
      return `a ${plainText(type)}`;
  }
}

/** A format with its article: `a date-time`, `an ipv4`, `a uri` (`uri` is spoken as `you-`), `an http-date`. */
export function formatName(format: unknown): string {
  const name = plainText(format);
  return /^(?:[aeio]|un|ht(?:tp|ml)|sf-)/.test(name) ? `an ${name}` : `a ${name}`;
}

const LONGEST_PATTERN = 100;

/** A pattern as written in the schema, cut to 100 characters. */
export function patternName(pattern: unknown): string {
  return clipEnd(plainText(pattern), LONGEST_PATTERN);
}

/** The values of an `enum` as JSON: `"ACTIVE", "ERROR", null`. */
export function choices(values: unknown): string {
  return shortList((isJsonArray(values) ? values : [values]).map(quote));
}

/** The types that a `type` keyword allows: `a string or null`. */
export function typeNames(type: unknown): string {
  return orList((isJsonArray(type) ? [...new Set(type)] : [type]).map(typeName));
}

/**
 * What a schema requires of a value, as the end of a sentence: `is a string`, `has rel "self"`. Undefined if the schema is
 * too complex for a few words.
 */
export function predicate(schema: unknown): string | undefined {
  if (!isJsonObject(schema)) return undefined;
  const { const: only, enum: values, type, pattern, format, properties, required } = schema;
  if (Object.hasOwn(schema, 'const')) return `is ${quote(only)}`;
  if (isJsonArray(values)) return values.length === 0 ? undefined : `is one of ${choices(values)}`;
  if (isJsonObject(properties)) return has(properties);
  if (isJsonArray(required)) return `has ${shortAllOf(required.map(quote))}`;
  if (pattern !== undefined) return `matches the pattern ${patternName(pattern)}`;
  if (format !== undefined) return `is ${formatName(format)}`;
  return type === undefined ? undefined : `is ${typeNames(type)}`;
}

/** A predicate with a plural subject: `are a string`, `have rel "self"`. */
export function pluralOf(text: string): string {
  return text
    .replace(/^is /, 'are ')
    .replace(/^has /, 'have ')
    .replace(/^matches /, 'match ');
}

function has(properties: object): string | undefined {
  const parts = Object.entries(properties).map(([key, schema]: [string, unknown]) => {
    const only = isJsonObject(schema) && Object.hasOwn(schema, 'const') ? member(schema, 'const') : undefined;
    return only === undefined ? undefined : `${key} ${quote(only)}`;
  });
  return parts.length === 0 || parts.includes(undefined)
    ? undefined
    : `has ${shortAllOf(parts.filter((part) => part !== undefined))}`;
}
