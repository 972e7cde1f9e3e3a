import { compareNumbers, isJsonInteger, isJsonNumber } from '../../model/exact-number';
import { isJsonArray, isJsonObject, jsonTypeOf } from '../../model/json-value';
import { isBefore, type Dialect } from './dialect';
import type { Keyword } from './keywords';

const TYPES: ReadonlySet<unknown> = new Set([
  'null',
  'boolean',
  'object',
  'array',
  'number',
  'string',
  'integer',
]);

/**
 * Whether a keyword can have this value. This is a quick check: the meta-schema, which says exactly what is wrong, is loaded only for
 * schemas that fail it. Invalid subschemas are found when they are visited themselves.
 */
export function isKeywordValue(name: string, value: unknown, { shape }: Keyword, dialect: Dialect): boolean {
  switch (shape) {
    case 'annotation':
      return true;
    case 'pattern':
    case 'format':
    case 'reference':
      return typeof value === 'string';
    case 'schema':
      return !isJsonArray(value) || (name === 'items' && value.length > 0 && isBefore(dialect, '2020-12'));
    case 'list':
      return isJsonArray(value) && value.length > 0;
    case 'map':
    case 'patterns':
    case 'definitions':
      return isJsonObject(value);
    case 'value':
      return isValue(name, value, dialect);
  }
}

function isValue(name: string, value: unknown, dialect: Dialect): boolean {
  switch (name) {
    case 'type':
      return (
        TYPES.has(value) || (isJsonArray(value) && value.length > 0 && value.every((type) => TYPES.has(type)))
      );
    case 'enum':
      return isJsonArray(value) && (value.length > 0 || !isBefore(dialect, 'draft-07'));
    case 'const':
      return true;
    case 'uniqueItems':
      return typeof value === 'boolean';
    case 'required':
      return isNames(value) && (dialect !== 'draft-04' || value.length > 0);
    case 'dependentRequired':
      return isJsonObject(value) && Object.values(value).every(isNames);
    case 'exclusiveMaximum':
    case 'exclusiveMinimum':
      return jsonTypeOf(value) === (dialect === 'draft-04' ? 'boolean' : 'number');
    case 'maximum':
    case 'minimum':
      return isJsonNumber(value);
    case 'multipleOf':
      return isJsonNumber(value) && compareNumbers(value, 0) > 0;
    default:
      return isJsonNumber(value) && isJsonInteger(value) && compareNumbers(value, 0) >= 0;
  }
}

function isNames(value: unknown): value is readonly string[] {
  return (
    isJsonArray(value) &&
    value.every((name) => typeof name === 'string') &&
    new Set(value).size === value.length
  );
}
