import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, jsonTypeOf, member, type JsonObject } from '../../model/json/json-value';
import { typeNames } from '../../wording/wanted';

/** How the shape of a document differs from that of an earlier one. `pointer` is a location in the later one. */
export type ShapeChange =
  | { readonly kind: 'new' | 'gone'; readonly key: string; readonly pointer: JsonPointer }
  | { readonly kind: 'type'; readonly before: string; readonly after: string; readonly pointer: JsonPointer };

/** A value with the way to it: pointers to all values take long, and hardly any is reported. */
interface Located {
  readonly value: unknown;
  /** What it is in; absent for the whole document. */
  readonly outer?: Located;
  readonly step?: string | number;
}

function pointerTo({ outer, step }: Located): JsonPointer {
  return outer === undefined || step === undefined ? '' : childPointer(pointerTo(outer), step);
}

/** With these keywords a schema describes its properties or values in more ways than `properties` and `type`, so changes are allowed. */
const OPEN_KEYWORDS: ReadonlySet<string> = new Set(
  `$ref $dynamicRef $recursiveRef allOf anyOf oneOf if patternProperties propertyNames
 dependentSchemas additionalProperties unevaluatedProperties`.split(/\s+/),
);

/** The changes that a schema neither declares nor leaves open: properties that it does not name, and values whose type changes. */
export function shapeChanges(before: unknown, after: unknown, schema: JsonObject): readonly ShapeChange[] {
  return compare([{ value: before }], [{ value: after }], schema);
}

/** Compares all values at one place, where all items of an array count as the same place. */
function compare(
  before: readonly Located[],
  after: readonly Located[],
  schema: JsonObject,
): readonly ShapeChange[] {
  for (const name in schema) if (OPEN_KEYWORDS.has(name) && (schema[name] ?? false) !== false) return [];
  const [first] = after;
  const [was, is] = [typesOf(before), typesOf(after)];
  if (first === undefined || was.size === 0 || is.size === 0) return [];
  if (![...was].some((type) => is.has(type))) {
    if (isJsonArray(member(schema, 'type'))) return [];
    return [
      { kind: 'type', before: typeNames([...was]), after: typeNames([...is]), pointer: pointerTo(first) },
    ];
  }
  // Nearly all values contain nothing.
  if (!is.has('object') && !is.has('array')) return [];
  return [
    ...compareKeys(before, after, schema),
    ...compare(itemsOf(before), itemsOf(after), inner(schema, 'items')),
  ];
}

function compareKeys(
  before: readonly Located[],
  after: readonly Located[],
  schema: JsonObject,
): readonly ShapeChange[] {
  const [was, is] = [keysOf(before), keysOf(after)];
  const object = after.find(({ value }) => isJsonObject(value));
  const common = [...is].filter((key) => was.has(key));
  const properties = inner(schema, 'properties');
  // If the two have no property in common, the property names are data, such as ids.
  if (object === undefined || common.length === 0) return [];
  const undeclared = (key: string) => !Object.hasOwn(properties, key);
  return [
    ...[...is]
      .filter((key) => !was.has(key) && undeclared(key))
      .map((key): ShapeChange => {
        const [added] = membersOf(after, key);
        return { kind: 'new', key, pointer: added === undefined ? '' : pointerTo(added) };
      }),
    ...[...was]
      .filter((key) => !is.has(key) && undeclared(key))
      .map((key): ShapeChange => ({ kind: 'gone', key, pointer: pointerTo(object) })),
    ...common.flatMap((key) =>
      compare(membersOf(before, key), membersOf(after, key), inner(properties, key)),
    ),
  ];
}

/** Null is omitted: it replaces a missing value of any type. */
function typesOf(values: readonly Located[]): ReadonlySet<string> {
  const types = new Set<string>();
  for (const { value } of values) if (value !== null) types.add(jsonTypeOf(value));
  return types;
}

function keysOf(values: readonly Located[]): ReadonlySet<string> {
  return new Set(values.flatMap(({ value }) => (isJsonObject(value) ? Object.keys(value) : [])));
}

function membersOf(values: readonly Located[], key: string): readonly Located[] {
  const found: Located[] = [];
  for (const outer of values) {
    const { value } = outer;
    if (isJsonObject(value) && Object.hasOwn(value, key)) found.push({ value: value[key], outer, step: key });
  }
  return found;
}

function itemsOf(values: readonly Located[]): readonly Located[] {
  return values.flatMap((outer) =>
    isJsonArray(outer.value) ? outer.value.map((value, step) => ({ value, outer, step })) : [],
  );
}

function inner(schema: JsonObject, name: string): JsonObject {
  const found = member(schema, name);
  return isJsonObject(found) ? found : {};
}
