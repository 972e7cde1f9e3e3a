import { isJsonArray, isJsonObject, member } from '../model/json-value';
import { orList, shortList } from './list-words';
import { quote } from './quote';

/** A type of JSON Schema as a sentence says it. */
export function typeName(type: unknown): string {
  switch (type) {
    case 'null':
      return 'null';
    case 'array':
      return 'a list';
    case 'object':
    case 'integer':
      return `an ${type}`;
    default:
      return `a ${String(type)}`;
  }
}

/** `a date-time`, `an ipv4`; the `u` of `uri` and `uuid` is spoken as in `you`. */
export function formatName(format: unknown): string {
  const name = String(format);
  return /^(?:[aeio]|un)/.test(name) ? `an ${name}` : `a ${name}`;
}

/** A pattern as it stands in a schema, cut where it would fill the line. */
export function patternName(pattern: unknown): string {
  const text = String(pattern);
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}

/** The values of an `enum`: words as they are, anything else as JSON. */
export function choices(values: unknown): string {
  const list = isJsonArray(values) ? values : [values];
  const arePlain = list.every((value) => typeof value === 'string' && /^[\w.+-]+$/.test(value));
  return shortList(list.map((value) => (arePlain ? String(value) : quote(value))));
}

/** What a type keyword wants: `a string or null`. */
export function typeNames(type: unknown): string {
  return orList((isJsonArray(type) ? type : [type]).map(typeName));
}

/**
 * What a schema asks of a value, as the end of a sentence about it: `is a string`, `has rel "self"`. Undefined where a few
 * words cannot say it.
 */
export function predicate(schema: unknown): string | undefined {
  if (!isJsonObject(schema)) return undefined;
  const { const: only, enum: values, type, pattern, format, properties, required } = schema;
  if (Object.hasOwn(schema, 'const')) return `is ${quote(only)}`;
  if (isJsonArray(values)) return `is one of ${choices(values)}`;
  if (isJsonObject(properties)) return has(properties);
  if (isJsonArray(required)) return `has ${required.map(quote).join(' and ')}`;
  if (pattern !== undefined) return `matches the pattern ${patternName(pattern)}`;
  if (format !== undefined) return `is ${formatName(format)}`;
  return type === undefined ? undefined : `is ${typeNames(type)}`;
}

function has(properties: object): string | undefined {
  const parts = Object.entries(properties).map(([key, schema]: [string, unknown]) => {
    const only = isJsonObject(schema) && Object.hasOwn(schema, 'const') ? member(schema, 'const') : undefined;
    return only === undefined ? undefined : `${key} ${quote(only)}`;
  });
  return parts.length === 0 || parts.includes(undefined) ? undefined : `has ${parts.join(' and ')}`;
}
