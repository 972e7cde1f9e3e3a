import { jsonTypeOf, member, type JsonObject, type JsonType } from '../model/json-value';
import { listAt } from './json-members';

const OBJECT_KEYWORDS = ['properties', 'patternProperties', 'additionalProperties', 'required'];
const ARRAY_KEYWORDS = ['items', 'prefixItems'];

/** The values that a schema names one by one and of which its `type` allows; undefined where it names none. */
export function literalsOf(schema: JsonObject): readonly unknown[] | undefined {
  const values = Object.hasOwn(schema, 'const') ? [schema['const']] : listAt(schema, 'enum');
  const types = namedTypes(schema);
  return types === undefined ? values : values?.filter((value) => types.includes(jsonTypeOf(value)));
}

/**
 * The types that a schema allows. One without `type` that speaks of keys or items is taken to mean an object or an array,
 * as its author did; undefined where nothing tells.
 */
export function typesOf(schema: JsonObject): readonly JsonType[] | undefined {
  const types = namedTypes(schema);
  if (types !== undefined) return types;
  const implied: readonly JsonType[] = [
    ...(speaksOfKeys(schema) ? (['object'] as const) : []),
    ...(ARRAY_KEYWORDS.some((keyword) => Object.hasOwn(schema, keyword)) ? (['array'] as const) : []),
  ];
  return implied.length === 0 ? undefined : implied;
}

/** Whether a schema itself says which keys an object has. */
export function speaksOfKeys(schema: JsonObject): boolean {
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
