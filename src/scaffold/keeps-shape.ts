import { isJsonObject, member, type JsonObject } from '../model/json-value';

/**
 * Whether documents of the schema `next` have the shape of those of `soFar`, both as `inferSchema` gives them: at each
 * place the types that were there, the same keys, and none absent that was always there. What an array or a map holds
 * tells only where both hold something; a format tells nothing, since two names may differ as an id and a word do.
 */
export function keepsShape(soFar: JsonObject, next: JsonObject): boolean {
  return keepsTypes(soFar, next) && keepsItems(soFar, next) && keepsKeys(soFar, next);
}

function keepsTypes(soFar: JsonObject, next: JsonObject): boolean {
  const known = typesIn(soFar);
  return typesIn(next).every((type) => known.includes(type));
}

/** A whole number among fractions is no change of type. */
function typesIn(schema: JsonObject): readonly unknown[] {
  return [member(schema, 'type')].flat().map((type) => (type === 'integer' ? 'number' : type));
}

function keepsItems(soFar: JsonObject, next: JsonObject): boolean {
  return keepsPart(member(soFar, 'items'), member(next, 'items'));
}

/** Where one of them says nothing, it contradicts nothing. */
function keepsPart(soFar: unknown, next: unknown): boolean {
  return !isJsonObject(soFar) || !isJsonObject(next) || keepsShape(soFar, next);
}

function keepsKeys(soFar: JsonObject, next: JsonObject): boolean {
  const values = member(soFar, 'additionalProperties');
  const members = membersIn(next);
  // Of a map the keys are data, and new ones no news; the next one may have too few of them to look like a map.
  if (isJsonObject(values)) {
    return [...members.values(), member(next, 'additionalProperties')].every((value) =>
      keepsPart(values, value),
    );
  }
  const known = membersIn(soFar);
  if (!speaksOfObjects(soFar) || !speaksOfObjects(next)) return true;
  return (
    !isJsonObject(member(next, 'additionalProperties')) &&
    known.size === members.size &&
    [...known].every(([key, value]) => members.has(key) && keepsPart(value, members.get(key))) &&
    requiredIn(soFar).every((key) => requiredIn(next).includes(key))
  );
}

function speaksOfObjects(schema: JsonObject): boolean {
  return [member(schema, 'type')].flat().includes('object');
}

/** Each key with its schema; an object that was always empty has none. */
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
