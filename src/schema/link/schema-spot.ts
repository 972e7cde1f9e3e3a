import { childPointer, pointerFrom, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, member } from '../../model/json/json-value';
import type { Place } from '../../model/documents/place';
import { placeInSchema, type SchemaNode } from './schema-node';

/** A schema inside a node, as its author wrote it. */
export interface SchemaSpot {
  readonly node: SchemaNode;
  /** Relative to the root of the node's file. */
  readonly pointer: JsonPointer;
  readonly written: unknown;
  /** The first reference on the way to it. */
  readonly reference?: Place;
}

/** The schema of a node itself. */
export function spotOf(node: SchemaNode): SchemaSpot {
  return { node, pointer: node.pointer, written: node.original };
}

/** The schema at these steps, such as `items`; `written` is undefined where there is none. */
export function spotBelow(
  { node, pointer, written }: SchemaSpot,
  ...steps: readonly (string | number)[]
): SchemaSpot {
  return {
    node,
    pointer: pointerFrom(steps, pointer),
    written: steps.reduce<unknown>(
      (value, step) =>
        isJsonArray(value)
          ? value[Number(step)]
          : isJsonObject(value)
            ? member(value, String(step))
            : undefined,
      written,
    ),
  };
}

/**
 * Follows references: a `$ref` without `properties` next to it, or an `allOf` with a single schema. Any other schema is returned as it is.
 */
export function followed(spot: SchemaSpot): SchemaSpot {
  let at = spot;
  // `seen` stops at a circle of references.
  for (const seen = new Set<unknown>(); !seen.has(at.written);) {
    seen.add(at.written);
    if (!isJsonObject(at.written) || Object.hasOwn(at.written, 'properties')) return at;
    const all = member(at.written, 'allOf');
    const next = referredBy(at) ?? (isJsonArray(all) && all.length === 1 ? spotBelow(at, 'allOf', 0) : at);
    const reference = at.reference ?? next.reference;
    at = reference === undefined ? next : { ...next, reference };
  }
  return at;
}

/** The target of the schema's `$ref`. */
function referredBy({ node, pointer, written }: SchemaSpot): SchemaSpot | undefined {
  if (!isJsonObject(written) || !Object.hasOwn(written, '$ref')) return undefined;
  const at = childPointer(pointer, '$ref');
  const link = node.links.find(({ place }) => 'token' in place && place.pointer === at);
  return link === undefined
    ? undefined
    : { ...spotOf(link.to), reference: placeInSchema(node.file, at, 'value') };
}

/** The properties that a schema, its references and its `allOf` allow for an object, each with the schema of its value. */
export function declaredIn(spot: SchemaSpot): ReadonlyMap<string, SchemaSpot> {
  const declared = new Map<string, SchemaSpot>();
  const refused = new Set<string>();
  const seen = new Set<unknown>();
  visit(spot);
  for (const key of refused) declared.delete(key);
  return declared;

  function visit(at: SchemaSpot): void {
    const { written } = at;
    if (!isJsonObject(written) || seen.has(written)) return;
    seen.add(written);
    const properties = member(written, 'properties');
    for (const [key, value] of Object.entries(isJsonObject(properties) ? properties : {})) {
      if (value === false) refused.add(key);
      if (!declared.has(key)) declared.set(key, spotBelow(at, 'properties', key));
    }
    const target = referredBy(at);
    if (target !== undefined) visit(target);
    const all = member(written, 'allOf');
    if (isJsonArray(all)) for (const index of all.keys()) visit(spotBelow(at, 'allOf', index));
  }
}
