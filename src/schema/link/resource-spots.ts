import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject, itemsIn, member, type JsonObject } from '../../model/json/json-value';
import type { SchemaNode } from './schema-node';
import { declaredIn, followed, spotBelow, spotOf, type SchemaSpot } from './schema-spot';

/** Where a document has its resources: as a whole or in one property, a single object or an array of objects. */
export interface ResourceSpot {
  readonly key?: string;
  readonly isListed: boolean;
  /** The description of the object. */
  readonly spot: SchemaSpot;
}

/** The resources that a schema describes and that one of these documents may contain. */
export function resourceSpots(node: SchemaNode, values: readonly unknown[]): readonly ResourceSpot[] {
  const root = followed(spotOf(node));
  const keys = new Set(values.flatMap(keysOfResources));
  return [
    ...oneOrMany(root),
    ...Array.from(declaredIn(root)).flatMap(([key, spot]) =>
      keys.has(key) ? oneOrMany(followed(spot)).map((found) => ({ ...found, key })) : [],
    ),
  ];
}

function keysOfResources(value: unknown): readonly string[] {
  if (!isJsonObject(value)) return [];
  return Object.keys(value).filter((key) => typeof value[key] === 'object' && value[key] !== null);
}

function oneOrMany(spot: SchemaSpot): readonly ResourceSpot[] {
  const items = followed(spotBelow(spot, 'items'));
  return [
    { spot, isListed: false },
    { spot: items, isListed: true },
  ].filter((found) => isJsonObject(found.spot.written));
}

/** The resources in a document at a spot. */
export function resourcesAt(
  value: unknown,
  { key, isListed }: ResourceSpot,
): readonly { readonly pointer: JsonPointer; readonly value: JsonObject }[] {
  const pointer = key === undefined ? '' : childPointer('', key);
  const found = key === undefined ? value : isJsonObject(value) ? member(value, key) : undefined;
  if (!isListed) return isJsonObject(found) ? [{ pointer, value: found }] : [];
  return itemsIn(found).flatMap((item, index) =>
    isJsonObject(item) ? [{ pointer: childPointer(pointer, index), value: item }] : [],
  );
}
