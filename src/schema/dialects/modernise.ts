import { isJsonArray, isJsonObject, itemsIn, member, type JsonObject } from '../../model/json/json-value';
import { isBefore, isLikeDraft04, type Dialect } from './dialect';
import { typeIn } from './type-in';

/** Converts the keywords of a copied schema from older dialects to 2020-12; `original` is the schema before it was copied. */
export function modernise(
  modern: Record<string, unknown>,
  original: JsonObject,
  dialect: Dialect,
): Record<string, unknown> {
  if (modern['type'] !== undefined) {
    const type = typeIn(original, dialect);
    if (type === undefined) delete modern['type'];
    else modern['type'] = type;
  }
  if (isLikeDraft04(dialect)) {
    moveLimit(modern, 'minimum', 'exclusiveMinimum');
    moveLimit(modern, 'maximum', 'exclusiveMaximum');
  }
  if (isBefore(dialect, '2020-12')) splitItems(modern);
  // After a prefix, `items: false` is not a subschema that fails, but means that no more items are allowed.
  if (isJsonArray(modern['prefixItems']) && member(original, 'items') === false) modern['items'] = false;
  nameProto(modern);
  splitDependencies(modern);
  return modern;
}

/** In draft 4, `exclusiveMinimum: true` modifies `minimum`. */
function moveLimit(schema: Record<string, unknown>, limit: string, exclusive: string): void {
  // Even where there is nothing to delete, deleting takes long.
  if (schema[exclusive] === undefined) return;
  if (schema[exclusive] === true && schema[limit] !== undefined) {
    schema[exclusive] = schema[limit];
    delete schema[limit];
  } else delete schema[exclusive];
}

function splitItems(schema: Record<string, unknown>): void {
  const { items, additionalItems } = schema;
  if (additionalItems !== undefined) delete schema['additionalItems'];
  if (!isJsonArray(items)) return;
  delete schema['items'];
  schema['prefixItems'] = items;
  if (additionalItems !== undefined) schema['items'] = additionalItems;
}

/** Stands for the property `__proto__` in copies. */
export const PROTO_PATTERN = '^__proto__$';

/** Works around a limitation of ajv: it ignores `__proto__` in `properties`, but a pattern matches it. */
function nameProto(schema: Record<string, unknown>): void {
  const { properties, patternProperties } = schema;
  if (!isJsonObject(properties) || !Object.hasOwn(properties, '__proto__')) return;
  schema['patternProperties'] = {
    ...(isJsonObject(patternProperties) ? patternProperties : {}),
    [PROTO_PATTERN]: member(properties, '__proto__'),
  };
}

/** The same for `dependencies`: its newer forms know the property. */
function splitDependencies(schema: Record<string, unknown>): void {
  const { dependencies } = schema;
  if (!isJsonObject(dependencies) || !Object.hasOwn(dependencies, '__proto__')) return;
  const entries = Object.entries(dependencies);
  schema['dependencies'] = Object.fromEntries(entries.filter(([name]) => name !== '__proto__'));
  const needed = member(dependencies, '__proto__');
  const keyword = isJsonArray(needed) ? 'dependentRequired' : 'dependentSchemas';
  const own = isJsonObject(schema[keyword]) ? schema[keyword] : {};
  const known = member(own, '__proto__');
  const both = isJsonArray(needed)
    ? [...itemsIn(known), ...needed]
    : known === undefined
      ? needed
      : { allOf: [known, needed] };
  schema[keyword] = { ...own, ['__proto__']: both };
}
