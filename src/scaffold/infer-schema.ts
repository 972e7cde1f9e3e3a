import { isJsonArray, isJsonObject, type JsonObject, type JsonType } from '../model/json-value';
import { knownFormat } from './known-format';
import { isUsedAsMap, type MemberValues } from './used-as-map';

/** The dialect of every schema that is inferred. */
export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * How many levels are described; below that only the types are. A schema nests twice as deep as its documents, and
 * must itself stay within what is read.
 */
const DESCRIBED_LEVELS = 64;

/**
 * A first schema that every one of these values satisfies: types, the keys that are always present, no other keys,
 * and the formats that all texts of a place have. Of no value at all: any object or array.
 */
export function inferSchema(values: readonly unknown[]): JsonObject {
  return {
    $schema: DIALECT,
    ...(values.length === 0 ? { type: ['object', 'array'] } : describe(values, DESCRIBED_LEVELS)),
  };
}

function describe(values: readonly unknown[], levels: number): JsonObject {
  const types = typesOf(values);
  const format = knownFormat(values.filter((value) => typeof value === 'string'));
  const objects = values.filter(isJsonObject);
  const items = values.filter(isJsonArray).flat();
  // `properties` and `items` speak of objects and arrays alone, so that no place needs `anyOf`, whatever types it mixes.
  return {
    type: types.length === 1 ? types[0] : types,
    ...(format === undefined ? {} : { format }),
    ...(levels === 0 ? {} : describeObjects(objects, levels - 1)),
    ...(levels === 0 || items.length === 0 ? {} : { items: describe(items, levels - 1) }),
  };
}

type SchemaType = JsonType | 'integer';

/** In one order whatever the samples' own, so that a schema does not change with the order of its samples. */
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

function describeObjects(objects: readonly JsonObject[], levels: number): JsonObject {
  const members = membersOf(objects);
  // Objects that are always empty tell nothing of the keys that they may have.
  if (members.size === 0) return {};
  if (isUsedAsMap(members, objects.filter((object) => Object.keys(object).length > 0).length)) {
    return { additionalProperties: describe([...members.values()].flat(), levels) };
  }
  const described = [...members].map(([key, values]) => [key, describe(values, levels)] as const);
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
 * A key such as `__proto__` or `constructor`. Validators overlook the first in `properties`, and take the second for
 * present in every object; a pattern is held against the object's own keys alone.
 */
function isInherited(key: string): boolean {
  return key in Object.prototype;
}

function membersOf(objects: readonly JsonObject[]): MemberValues {
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
