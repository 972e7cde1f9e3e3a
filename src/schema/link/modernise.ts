import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json-value';
import { isBefore, type Dialect } from './dialect';

/** What 2020-12 spells differently from the dialects before it, spelled its way; `original` is the schema before it was copied. */
export function modernise(
  copy: Readonly<Record<string, unknown>>,
  original: JsonObject,
  dialect: Dialect,
): Record<string, unknown> {
  const modern = { ...copy };
  if (dialect === 'draft-04') {
    moveLimit(modern, 'minimum', 'exclusiveMinimum');
    moveLimit(modern, 'maximum', 'exclusiveMaximum');
  }
  if (isBefore(dialect, '2020-12')) splitItems(modern);
  // After a prefix, `items: false` is not a schema that fails but says that nothing more may come.
  if (isJsonArray(modern['prefixItems']) && member(original, 'items') === false) modern['items'] = false;
  boundContains(modern);
  nameProto(modern);
  return modern;
}

/** `exclusiveMinimum: true` was said of `minimum`. */
function moveLimit(schema: Record<string, unknown>, limit: string, exclusive: string): void {
  if (schema[exclusive] === true && schema[limit] !== undefined) {
    schema[exclusive] = schema[limit];
    delete schema[limit];
  } else delete schema[exclusive];
}

function splitItems(schema: Record<string, unknown>): void {
  const { items, additionalItems } = schema;
  delete schema['additionalItems'];
  if (!isJsonArray(items)) return;
  delete schema['items'];
  schema['prefixItems'] = items;
  if (additionalItems !== undefined) schema['items'] = additionalItems;
}

/**
 * Without a bound the validator takes what it found in one list for what the next one holds, when that is empty: of
 * `[[1], []]` it says that each list contains a 1.
 */
function boundContains(schema: Record<string, unknown>): void {
  if (schema['contains'] !== undefined) schema['maxContains'] ??= Number.MAX_SAFE_INTEGER;
}

/** The validator leaves out a property of this name, which is every object's own; a pattern finds it all the same. */
function nameProto(schema: Record<string, unknown>): void {
  const { properties, patternProperties } = schema;
  if (!isJsonObject(properties) || !Object.hasOwn(properties, '__proto__')) return;
  schema['patternProperties'] = {
    ...(isJsonObject(patternProperties) ? patternProperties : {}),
    '^__proto__$': member(properties, '__proto__'),
  };
}
