import { isJsonObject, member, type JsonObject } from '../../model/json/json-value';

/**
 * Whether documents with the schema `next` have the same shape as those with the schema `soFar`. Both schemas come from
 * `inferSchema`. At each place, there must be no new type, the same properties, and all properties that were required.
 * The contents of arrays and maps are compared only if both have some. Formats are ignored: of two names, one may be an
 * id and the other a word.
 */
export function keepsShape(soFar: JsonObject, next: JsonObject): boolean {
  return keepsTypes(soFar, next) && keepsItems(soFar, next) && keepsKeys(soFar, next);
}

function keepsTypes(soFar: JsonObject, next: JsonObject): boolean {
  const known = typesIn(soFar);
  return typesIn(next).every((type) => known.includes(type));
}

/** The types in a schema; `integer` counts as `number`, because a fraction may happen to be whole. */
function typesIn(schema: JsonObject): readonly unknown[] {
  return [member(schema, 'type')].flat().map((type) => (type === 'integer' ? 'number' : type));
}

function keepsItems(soFar: JsonObject, next: JsonObject): boolean {
  return keepsPart(member(soFar, 'items'), member(next, 'items'));
}

/** A part that only one of the schemas describes cannot differ. */
function keepsPart(soFar: unknown, next: unknown): boolean {
  return !isJsonObject(soFar) || !isJsonObject(next) || keepsShape(soFar, next);
}

function keepsKeys(soFar: JsonObject, next: JsonObject): boolean {
  const values = member(soFar, 'additionalProperties');
  const members = membersIn(next);
  // The property names of a map are data, so they may change. The next map may be too small to look like one.
  if (isJsonObject(values)) {
    return [...members.values(), member(next, 'additionalProperties')].every((value) =>
      keepsPart(values, value),
    );
  }
  const known = membersIn(soFar);
  if (!allowsObjects(soFar) || !allowsObjects(next)) return true;
  return (
    !isJsonObject(member(next, 'additionalProperties')) &&
    known.size === members.size &&
    [...known].every(([key, value]) => members.has(key) && keepsPart(value, members.get(key))) &&
    requiredIn(soFar).every((key) => requiredIn(next).includes(key))
  );
}

function allowsObjects(schema: JsonObject): boolean {
  return [member(schema, 'type')].flat().includes('object');
}

/** The schemas of the properties, by name; empty if the objects were always empty. */
function membersIn(schema: JsonObject): ReadonlyMap<string, unknown> {
  return new Map(
    ['properties', 'patternProperties'].flatMap((keyword) => {
      const members = member(schema, keyword);
      return isJsonObject(members) ? Object.entries(members) : [];
    }),
  );
}

function requiredIn(schema: JsonObject): readonly unknown[] {
  return [member(schema, 'required') ?? []].flat();
}
