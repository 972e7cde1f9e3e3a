import { jsonTypeOf, member, type JsonObject, type JsonType } from '../model/json-value';
import { listAt } from './json-properties';

const OBJECT_KEYWORDS = ['properties', 'patternProperties', 'additionalProperties', 'required'];
const ARRAY_KEYWORDS = ['items', 'prefixItems'];

/** The values of `const` or `enum` that the schema's `type` allows; undefined where it has neither keyword. */
export function literalsOf(schema: JsonObject): readonly unknown[] | undefined {
  const values = Object.hasOwn(schema, 'const') ? [schema['const']] : listAt(schema, 'enum');
  const types = namedTypes(schema);
  return types === undefined ? values : values?.filter((value) => types.includes(jsonTypeOf(value)));
}

/**
 * The types that a schema allows. A schema without `type` that describes properties or items is read as an object or an array, which is
 * what its author meant. Undefined where neither applies.
 */
export function typesOf(schema: JsonObject): readonly JsonType[] | undefined {
  const types = namedTypes(schema);
  if (types !== undefined) return types;
  const implied: readonly JsonType[] = [
    ...(hasObjectKeywords(schema) ? (['object'] as const) : []),
    ...(ARRAY_KEYWORDS.some((keyword) => Object.hasOwn(schema, keyword)) ? (['array'] as const) : []),
  ];
  return implied.length === 0 ? undefined : implied;
}

/** Whether a schema has keywords that describe the properties of an object. */
export function hasObjectKeywords(schema: JsonObject): boolean {
  return OBJECT_KEYWORDS.some((keyword) => Object.hasOwn(schema, keyword));
}

function namedTypes(schema: JsonObject): readonly JsonType[] | undefined {
  const type = member(schema, 'type');
  const types = (typeof type === 'string' ? [type] : listAt(schema, 'type'))?.flatMap(jsonTypeNamed);
  return types !== undefined && member(schema, 'nullable') === true ? [...types, 'null'] : types;
}

function jsonTypeNamed(name: unknown): readonly JsonType[] {
  switch (name) {
    case 'integer':
      return ['number'];
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'array':
    case 'object':
      return [name];
    default:
      return [];
  }
}
