import { compareNumbers, isJsonInteger, isJsonNumber } from '../../model/json/exact-number';
import { isJsonArray, isJsonObject, isSchemaType, type JsonObject } from '../../model/json/json-value';
import type { ExpectedValue } from '../../model/schemas/schema-problem';
import { repeatedIndexes } from '../../model/json/same-json';
import { isBefore, isLikeDraft04, type Dialect } from './dialect';
import type { Keyword } from './keywords';

/** What a dialect's meta-schema refuses in the value of a keyword. */
export interface KeywordFault {
  /** From the value of the keyword to the wrong value. */
  readonly steps: readonly (string | number)[];
  readonly expected: ExpectedValue;
  readonly actual: unknown;
  /** Whether nobody can say what the keyword asserts. A value that is only listed twice still has a meaning. */
  readonly losesMeaning: boolean;
}

type Faults = readonly KeywordFault[];

const NONE: Faults = [];

/**
 * What is wrong with the value of a keyword. This says what the meta-schemas say, and tests compare it with them: reading the meta-schemas in
 * every run would take longer than everything else that is done with a small schema. Values that are not schemas are found where subschemas
 * are visited.
 */
export function keywordFaults(
  name: string,
  schema: JsonObject,
  { shape }: Keyword,
  dialect: Dialect,
): readonly KeywordFault[] {
  const value = schema[name];
  switch (shape) {
    case 'annotation':
      return ofAnnotation(name, value, dialect);
    case 'discriminator':
      return ofDiscriminator(value, dialect);
    case 'pattern':
    case 'format':
    case 'reference':
      return typeof value === 'string' ? NONE : [lost('string', value)];
    case 'schema':
      return name === 'items' && isJsonArray(value) ? ofItems(value, dialect) : NONE;
    case 'list':
      if (!isJsonArray(value)) return [lost('schemas', value)];
      if (value.length > 0) return NONE;
      return [name === 'anyOf' || name === 'oneOf' ? lost('items', value) : harmless('items', value)];
    case 'map':
    case 'patterns':
    case 'definitions':
      if (!isJsonObject(value)) return [lost('schema-map', value)];
      return name === 'dependencies' ? ofDependencies(value, dialect) : NONE;
    case 'value':
      return ofValue(name, value, schema, dialect);
  }
}

function lost(
  expected: ExpectedValue,
  actual: unknown,
  ...steps: readonly (string | number)[]
): KeywordFault {
  return { steps, expected, actual, losesMeaning: true };
}

function harmless(
  expected: ExpectedValue,
  actual: unknown,
  ...steps: readonly (string | number)[]
): KeywordFault {
  return { steps, expected, actual, losesMeaning: false };
}

function ofItems(items: readonly unknown[], dialect: Dialect): Faults {
  if (!isBefore(dialect, '2020-12')) return [lost('schema', items)];
  return items.length > 0 ? NONE : [harmless('items', items)];
}

function ofDependencies(dependencies: JsonObject, dialect: Dialect): Faults {
  return Object.entries(dependencies).flatMap(([key, value]) => {
    if (!isJsonArray(value)) return [];
    const isEmpty = value.length === 0 && dialect === 'draft-04';
    return below(key, isEmpty ? [harmless('items', value)] : ofNames(value));
  });
}

function below(step: string, faults: Faults): Faults {
  return faults.map((found) => ({ ...found, steps: [step, ...found.steps] }));
}

function ofValue(name: string, value: unknown, schema: JsonObject, dialect: Dialect): Faults {
  switch (name) {
    case 'type':
      return dialect === 'swagger-2.0' && value === 'file' ? NONE : ofType(value, dialect);
    case 'enum':
      return ofEnum(value, dialect);
    case 'const':
      return NONE;
    case 'uniqueItems':
      return typeof value === 'boolean' ? NONE : [lost('boolean', value)];
    case 'required':
      if (dialect === 'draft-04' && isJsonArray(value) && value.length === 0)
        return [harmless('items', value)];
      return ofNames(value);
    case 'dependentRequired':
      if (!isJsonObject(value)) return [lost('names-map', value)];
      return Object.entries(value).flatMap(([key, names]) => below(key, ofNames(names)));
    case 'exclusiveMaximum':
    case 'exclusiveMinimum':
      if (isLikeDraft04(dialect)) return ofExclusive(name, value, schema);
      return isJsonNumber(value) ? NONE : [lost('number', value)];
    case 'maximum':
    case 'minimum':
      return isJsonNumber(value) ? NONE : [lost('number', value)];
    case 'multipleOf':
      return isJsonNumber(value) && compareNumbers(value, 0) > 0 ? NONE : [lost('positive-number', value)];
    default:
      return isJsonNumber(value) && isJsonInteger(value) && compareNumbers(value, 0) >= 0
        ? NONE
        : [lost('count', value)];
  }
}

/** In OpenAPI 3.0, `type` is a string (3.0.3, 4.7.24.1). A list of types still says what is meant. */
function ofType(value: unknown, dialect: Dialect): Faults {
  if (!isJsonArray(value)) return isSchemaType(value) ? NONE : [lost('type', value)];
  if (value.length === 0) return [lost('items', value)];
  const wrong = value.flatMap((type, index) => (isSchemaType(type) ? [] : [lost('type', type, index)]));
  if (wrong.length > 0) return wrong;
  return dialect === 'openapi-3.0' ? [harmless('one-type', value)] : ofUnique(value);
}

/** Since draft-07, an `enum` should have values that differ from each other, but need not. */
function ofEnum(value: unknown, dialect: Dialect): Faults {
  if (!isJsonArray(value)) return [lost('values', value)];
  if (!isBefore(dialect, 'draft-07')) return NONE;
  return value.length === 0 ? [harmless('items', value)] : ofUnique(value);
}

function ofNames(value: unknown): Faults {
  if (!isJsonArray(value)) return [lost('names', value)];
  const wrong = value.flatMap((name, index) => (typeof name === 'string' ? [] : [lost('name', name, index)]));
  return wrong.length > 0 ? wrong : ofUnique(value);
}

function ofUnique(values: readonly unknown[]): Faults {
  return repeatedIndexes(values).map((index) => harmless('unique', values[index], index));
}

/**
 * Swagger 2.0 has the name of a property here; later versions have an object (OpenAPI 3.0.3, 4.7.25). A wrong one chooses nothing, and the union
 * next to it is still asserted.
 */
function ofDiscriminator(value: unknown, dialect: Dialect): Faults {
  if (dialect === 'swagger-2.0') return typeof value === 'string' ? NONE : [harmless('string', value)];
  if (!isJsonObject(value)) return [harmless('discriminator', value)];
  const { propertyName, mapping } = value;
  if (typeof propertyName !== 'string') return [harmless('discriminator', value)];
  if (mapping === undefined) return NONE;
  if (!isJsonObject(mapping)) return [harmless('mapping', mapping, 'mapping')];
  return Object.entries(mapping).flatMap(([name, target]) =>
    typeof target === 'string' ? [] : [harmless('string', target, 'mapping', name)],
  );
}

/** In draft-04, `exclusiveMinimum: true` modifies `minimum`. */
function ofExclusive(
  name: 'exclusiveMaximum' | 'exclusiveMinimum',
  value: unknown,
  schema: JsonObject,
): Faults {
  if (typeof value !== 'boolean') return [lost('boolean', value)];
  const limit = name === 'exclusiveMaximum' ? 'maximum' : 'minimum';
  return Object.hasOwn(schema, limit) ? NONE : [harmless(limit, value)];
}

/** An annotation asserts nothing, so a wrong one changes no verdict. */
function ofAnnotation(name: string, value: unknown, dialect: Dialect): Faults {
  const expected = expectedAnnotation(name, value, dialect);
  return expected === undefined ? NONE : [harmless(expected, value)];
}

function expectedAnnotation(name: string, value: unknown, dialect: Dialect): ExpectedValue | undefined {
  switch (name) {
    case 'title':
    case 'description':
    case '$schema':
    case 'id':
      return typeof value === 'string' ? undefined : 'string';
    case '$id':
      if (typeof value !== 'string') return 'string';
      return isBefore(dialect, '2019-09') || /^[^#]*#?$/.test(value) ? undefined : 'uri-without-fragment';
    case '$anchor':
    case '$dynamicAnchor': {
      if (typeof value !== 'string') return 'string';
      const form = dialect === '2019-09' ? /^[A-Za-z][-A-Za-z0-9.:_]*$/ : /^[A-Za-z_][-A-Za-z0-9._]*$/;
      return form.test(value) ? undefined : 'anchor';
    }
    case '$comment':
    case 'contentMediaType':
    case 'contentEncoding':
      return typeof value === 'string' || isBefore(dialect, 'draft-07') ? undefined : 'string';
    case 'readOnly':
    case 'writeOnly':
      return typeof value === 'boolean' || isBefore(dialect, 'draft-07') ? undefined : 'boolean';
    case 'deprecated':
    case '$recursiveAnchor':
      return typeof value === 'boolean' || isBefore(dialect, '2019-09') ? undefined : 'boolean';
    case 'nullable':
      return typeof value === 'boolean' || dialect !== 'openapi-3.0' ? undefined : 'boolean';
    case 'examples':
      return isJsonArray(value) || isBefore(dialect, 'draft-06') ? undefined : 'values';
    case 'contentSchema':
      return isBefore(dialect, '2019-09') || isJsonObject(value) || typeof value === 'boolean'
        ? undefined
        : 'schema';
    case '$vocabulary':
      if (isBefore(dialect, '2019-09')) return undefined;
      return isJsonObject(value) && Object.values(value).every((item) => typeof item === 'boolean')
        ? undefined
        : 'vocabularies';
    default:
      return undefined;
  }
}
