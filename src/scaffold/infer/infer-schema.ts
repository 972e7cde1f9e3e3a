import { isJsonArray, isJsonObject, type JsonObject, type SchemaType } from '../../model/json/json-value';
import { knownFormat } from './known-format';
import { isUsedAsMap } from './used-as-map';

/** The dialect of every inferred schema. */
export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * How many levels of a value are described. Below them only the types are given. A schema is nested twice as deep as its
 * documents, and must stay within the depth limit for reading it.
 */
const DESCRIBED_LEVELS = 64;

/**
 * Infers a first schema that all of these values satisfy: types, required properties, no other properties, and the
 * formats that all strings at one place have. Without any value, it allows any object or array.
 */
export function inferSchema(values: readonly unknown[]): JsonObject {
  return {
    $schema: DIALECT,
    ...(values.length === 0 ? { type: ['object', 'array'] } : schemaOf(values, DESCRIBED_LEVELS)),
  };
}

function schemaOf(values: readonly unknown[], levels: number, name?: string): JsonObject {
  const types = typesOf(values);
  const format = knownFormat(values.filter((value) => typeof value === 'string'));
  const objects = values.filter(isJsonObject);
  const items = values.filter(isJsonArray).flat();
  // `properties` applies only to objects and `items` only to arrays, so a place with several types needs no `anyOf`.
  return {
    type: types.length === 1 ? types[0] : types,
    ...(format === undefined ? {} : { format }),
    ...(levels === 0 ? {} : objectKeywords(objects, levels - 1, name)),
    ...(levels === 0 || items.length === 0 ? {} : { items: schemaOf(items, levels - 1) }),
  };
}

/** The types of the values in a fixed order, so that a schema does not depend on the order of its samples. */
function typesOf(values: readonly unknown[]): readonly SchemaType[] {
  const numbers = values.filter((value) => typeof value === 'number');
  const present: readonly (readonly [SchemaType, boolean])[] = [
    ['object', values.some(isJsonObject)],
    ['array', values.some(isJsonArray)],
    ['string', values.some((value) => typeof value === 'string')],
    [numbers.every(Number.isInteger) ? 'integer' : 'number', numbers.length > 0],
    ['boolean', values.some((value) => typeof value === 'boolean')],
    ['null', values.includes(null)],
  ];
  return present.flatMap(([type, isPresent]) => (isPresent ? [type] : []));
}

function objectKeywords(
  objects: readonly JsonObject[],
  levels: number,
  name: string | undefined,
): JsonObject {
  const members = membersOf(objects);
  // If all objects are empty, nothing is known about their properties.
  if (members.size === 0) return {};
  if (isUsedAsMap(objects, name)) {
    // That the few values here have one format is chance.
    const { format: _, ...values } = schemaOf([...members.values()].flat(), levels);
    return { additionalProperties: values };
  }
  const described = [...members].map(([key, values]) => [key, schemaOf(values, levels, key)] as const);
  const required = [...members].flatMap(([key, values]) => (values.length === objects.length ? [key] : []));
  const properties = described.filter(([key]) => !isInherited(key));
  const patterns = described.flatMap(([key, schema]) =>
    isInherited(key) ? [[`^${key}$`, schema] as const] : [],
  );
  return {
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(patterns.length === 0 ? {} : { patternProperties: Object.fromEntries(patterns) }),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

/**
 * Whether every object inherits a property of this name. Validators ignore `__proto__` in `properties`, and treat
 * `constructor` as present in every object. A pattern is only matched with an object's own properties.
 */
function isInherited(key: string): boolean {
  return key in Object.prototype;
}

/** The properties of all objects: each name with its values, in the order of their first occurrence. */
function membersOf(objects: readonly JsonObject[]): ReadonlyMap<string, readonly unknown[]> {
  const members = new Map<string, unknown[]>();
  for (const object of objects) {
    for (const [key, value] of Object.entries(object)) {
      const values = members.get(key);
      if (values === undefined) members.set(key, [value]);
      else values.push(value);
    }
  }
  return members;
}
