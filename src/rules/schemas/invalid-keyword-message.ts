import { isJsonNumber } from '../../model/json/exact-number';
import { lastToken } from '../../model/json/json-pointer';
import {
  isJsonArray,
  isJsonObject,
  isSchemaType,
  itemsIn,
  member,
  SCHEMA_TYPES,
} from '../../model/json/json-value';
import { nearest } from '../../model/nearest';
import type { ExpectedValue, SchemaProblem } from '../../model/schemas/schema-problem';
import { dialectName, isLikeDraft04 } from '../../schema/dialects/dialect';
import { dialectsOf } from '../../schema/dialects/keywords';
import { quote } from '../../wording/quote';
import { valueText } from '../violations/expected-text';

type InvalidKeyword = Extract<SchemaProblem, { kind: 'invalid-keyword' }>;

/** What a dialect refuses in a schema: the keyword, what it expects, what it got, and how to fix it. */
export function invalidKeywordMessage(problem: InvalidKeyword): string {
  const { expected, actual } = problem;
  const got = expected === 'unique' ? `${quote(actual)} again` : valueText(actual);
  const remedy = remedyOf(problem);
  return `expected ${expectedText(problem)}, got ${got}${remedy === undefined ? '' : `: ${remedy}`}`;
}

function expectedText({ keyword, name, expected, place, dialect }: InvalidKeyword): string {
  const value = expected === 'schema' ? schemaText(dialect) : EXPECTED[expected];
  if (keyword === undefined) return value;
  if (name !== undefined) return `${value} for ${quote(name)} in ${quote(keyword)}`;
  switch (expected) {
    case 'minimum':
    case 'maximum':
      return `${value} next to ${quote(keyword)}`;
    case 'items':
    case 'unique':
      return `${value} in ${quote(keyword)}`;
    default:
      return `${value} ${'token' in place && lastToken(place.pointer) === keyword ? 'as' : 'in'} ${quote(keyword)}`;
  }
}

function schemaText(dialect: string): string {
  return isLikeDraft04(dialect) ? 'a schema object' : 'a schema';
}

const EXPECTED: Readonly<Record<ExpectedValue, string>> = {
  string: 'a string',
  boolean: 'true or false',
  number: 'a number',
  'positive-number': 'a number greater than 0',
  count: 'a non-negative integer',
  type: `one of ${SCHEMA_TYPES.map(quote).join(', ')}`,
  'one-type': 'a single type',
  values: 'an array of values',
  name: 'a property name',
  names: 'an array of property names',
  'names-map': 'an object of arrays of property names',
  schema: 'a schema',
  'schema-or-names': 'a schema or an array of property names',
  schemas: 'an array of schemas',
  'schema-map': 'an object of schemas',
  items: 'at least one item',
  unique: 'unique items',
  minimum: '"minimum"',
  maximum: '"maximum"',
  'uri-without-fragment': 'a URI without fragment',
  anchor: 'a name of letters, digits, "-", "_" and "."',
  discriminator: 'an object with "propertyName"',
  mapping: 'an object of names, each with a schema',
  vocabularies: 'an object of URIs, each with true or false',
};

function remedyOf(problem: InvalidKeyword): string | undefined {
  const { keyword, expected, actual, dialect } = problem;
  switch (expected) {
    case 'string':
      return stringRemedy(problem);
    case 'boolean':
      return booleanRemedy(problem);
    case 'number':
      return numberRemedy(problem);
    case 'positive-number':
    case 'count':
      return isNumeral(actual) ? 'remove the quotes' : undefined;
    case 'type':
      return typeRemedy(actual, dialect);
    case 'one-type':
      return oneTypeRemedy(itemsIn(actual));
    case 'values':
      return isJsonObject(actual) ? 'list the values in an array' : inArray(actual);
    case 'schemas':
      return isJsonObject(actual) || actual === null ? inArray(actual) : undefined;
    case 'names':
    case 'schema-or-names':
    case 'name':
      return namesRemedy(problem);
    case 'schema':
      return schemaRemedy(problem);
    case 'items':
      return keyword === 'enum' ? 'add the allowed values, or remove it' : 'remove it';
    case 'unique':
      return 'remove one of them';
    case 'minimum':
    case 'maximum':
      return `add ${quote(expected)}, or remove ${quote(keyword)}`;
    case 'uri-without-fragment':
      return fragmentRemedy(actual);
    case 'anchor':
      return dialect === '2019-09' ? 'begin it with a letter' : 'begin it with a letter or "_"';
    case 'schema-map':
      return isJsonArray(actual) ? 'write {"name": {…}}' : actual === null ? REMOVE : undefined;
    case 'discriminator':
      return typeof actual === 'string' ? `write {"propertyName": ${quote(actual)}}` : undefined;
    case 'names-map':
    case 'mapping':
    case 'vocabularies':
      return undefined;
  }
}

/** The remedy for null, which YAML reads where all items of an array were removed. */
const REMOVE = 'remove it';

function inArray(actual: unknown): string {
  return actual === null ? REMOVE : 'put it in an array';
}

function stringRemedy({ keyword, actual, isFatal }: InvalidKeyword): string | undefined {
  if (isJsonNumber(actual) || typeof actual === 'boolean') return 'put it in quotes';
  if (keyword === 'description' && isJsonArray(actual)) return 'join the lines to one string';
  return isFatal && actual !== null ? undefined : `remove it, or write a string`;
}

function booleanRemedy({ keyword, actual, dialect }: InvalidKeyword): string | undefined {
  if (actual === 'true' || actual === 'false') return 'remove the quotes';
  const limit = keyword === undefined ? undefined : LIMITS.get(keyword);
  if (!isLikeDraft04(dialect) || limit === undefined || !isJsonNumber(actual)) return undefined;
  return `write ${quote(limit)}: ${quote(actual)}, ${quote(keyword)}: true`;
}

const LIMITS: ReadonlyMap<string, string> = new Map([
  ['exclusiveMinimum', 'minimum'],
  ['exclusiveMaximum', 'maximum'],
]);

/** `exclusiveMinimum: true` is valid in draft-04. */
function numberRemedy({ keyword, actual, schema }: InvalidKeyword): string | undefined {
  if (isNumeral(actual)) return 'remove the quotes';
  const limit = keyword === undefined ? undefined : LIMITS.get(keyword);
  if (limit === undefined || typeof actual !== 'boolean') return undefined;
  if (!actual) return 'remove it';
  const value = isJsonObject(schema) ? member(schema, limit) : undefined;
  return isJsonNumber(value)
    ? `write ${quote(keyword)}: ${quote(value)} and remove ${quote(limit)}`
    : 'write the limit itself';
}

function isNumeral(value: unknown): boolean {
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value);
}

/** What other languages call the types. */
const FOREIGN_TYPES: ReadonlyMap<string, string> = new Map([
  ['int', 'integer'],
  ['int32', 'integer'],
  ['int64', 'integer'],
  ['long', 'integer'],
  ['float', 'number'],
  ['double', 'number'],
  ['decimal', 'number'],
  ['bool', 'boolean'],
  ['str', 'string'],
  ['text', 'string'],
  ['list', 'array'],
  ['dict', 'object'],
  ['map', 'object'],
  ['none', 'null'],
  ['nil', 'null'],
]);

/** OpenAPI 3.0 writes null as `nullable`, and has no lists of types. */
function oneTypeRemedy(types: readonly unknown[]): string {
  const [type, ...others] = new Set(types.filter((each) => each !== 'null'));
  if (type === undefined) return 'convert the document to OpenAPI 3.1';
  if (others.length > 0) return 'write "anyOf" with one type each, or convert the document to OpenAPI 3.1';
  const single = `write "type": ${quote(type)}`;
  return types.includes('null')
    ? `${single} and "nullable": true, or convert the document to OpenAPI 3.1`
    : single;
}

function typeRemedy(actual: unknown, dialect: string): string | undefined {
  if (actual === null) return 'put null in quotes';
  if (actual === 'any') return 'remove it: without a type, any value is allowed';
  if (typeof actual !== 'string')
    return isJsonObject(actual) || isJsonArray(actual)
      ? 'list the types by name; for schemas, write "anyOf"'
      : undefined;
  const several = actual.split(/\s*[|,]\s*/);
  if (several.length > 1 && several.every(isSchemaType))
    return dialect === 'openapi-3.0' ? oneTypeRemedy(several) : `write ${JSON.stringify(several)}`;
  const meant = FOREIGN_TYPES.get(actual.toLowerCase()) ?? nearest(actual, SCHEMA_TYPES);
  return meant === undefined ? undefined : `did you mean ${quote(meant)}?`;
}

/** `required: true` is valid in draft-03. */
function namesRemedy({ keyword, actual, expected }: InvalidKeyword): string | undefined {
  if (expected === 'name') return isJsonNumber(actual) ? 'put it in quotes' : undefined;
  if (actual === null) return REMOVE;
  if (typeof actual === 'string') return `write [${quote(actual)}]`;
  if (isJsonObject(actual)) return 'list the names in an array';
  if (keyword !== 'required' || typeof actual !== 'boolean') return undefined;
  return actual
    ? 'list the property in "required" of the object that it belongs to'
    : 'remove it, because properties are optional';
}

function schemaRemedy({ keyword, name, actual, dialect }: InvalidKeyword): string | undefined {
  if (keyword === 'properties' && name !== undefined && actual !== null && dialectsOf(name).length > 0)
    return `${quote(name)} is a keyword, so move it next to "properties"`;
  if (typeof actual === 'boolean')
    return `in ${dialectName(dialect)}, write ${actual ? '{}' : '{"not": {}}'}`;
  if (actual === 'true' || actual === 'false')
    return isLikeDraft04(dialect) ? undefined : 'remove the quotes';
  if (typeof actual === 'string') {
    const type = isSchemaType(actual) ? actual : FOREIGN_TYPES.get(actual);
    return type === undefined ? undefined : `write {"type": ${quote(type)}}`;
  }
  if (!isJsonArray(actual)) return actual === null ? 'write {}, or remove it' : undefined;
  if (keyword === 'items') return 'write "prefixItems"';
  return keyword === undefined ? undefined : 'write one schema, or combine several with "allOf" or "anyOf"';
}

function fragmentRemedy(actual: unknown): string | undefined {
  const fragment = /^#([\w.-]+)$/.exec(String(actual))?.[1];
  return fragment === undefined ? 'move the fragment to "$anchor"' : `write "$anchor": ${quote(fragment)}`;
}
