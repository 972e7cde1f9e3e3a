import { childPointer, type JsonPointer } from '../model/json-pointer';
import { isJsonArray, isJsonObject, jsonTypeOf, type JsonObject } from '../model/json-value';
import {
  IGNORED,
  isList,
  isMembers,
  noMembers,
  type Canonical,
  type CanonicalList,
  type CanonicalValue,
  type CanonicalMembers,
} from './canonical';

/** Names the skeletons of objects: values of one skeleton have the same keys with the same types, whatever their lists hold. */
export type Skeletons = Map<string, string>;

interface Shape {
  readonly skeleton: string;
  readonly value: CanonicalValue;
}

/**
 * A document for comparing shapes: types in place of values, and lists as sets of the shapes of their items. Items of one
 * skeleton are one, which stands where the first of them does, with what the lists in all of them hold.
 */
export function canonicalShape(
  document: unknown,
  ignored: ReadonlySet<JsonPointer>,
  skeletons: Skeletons,
): Canonical {
  const places = new Map<CanonicalMembers, Map<string, JsonPointer>>();

  function read(value: unknown, pointer: JsonPointer): Shape {
    if (isJsonArray(value)) return { skeleton: 'array', value: [readItems(value, pointer)] };
    if (isJsonObject(value)) return readObject(value, pointer);
    const type = jsonTypeOf(value);
    return { skeleton: type, value: type };
  }

  function readObject(object: JsonObject, pointer: JsonPointer): Shape {
    const members = noMembers();
    const parts: string[] = [];
    for (const key of Object.keys(object).toSorted()) {
      const place = childPointer(pointer, key);
      if (ignored.has(place)) members[key] = IGNORED;
      else {
        const shape = read(object[key], place);
        members[key] = shape.value;
        parts.push(JSON.stringify(key), shape.skeleton);
      }
    }
    const text = parts.join(' ');
    const skeleton = skeletons.get(text) ?? `#${skeletons.size}`;
    skeletons.set(text, skeleton);
    return { skeleton, value: members };
  }

  function readItems(list: readonly unknown[], pointer: JsonPointer): CanonicalMembers {
    const members = noMembers();
    const standing = new Map<string, JsonPointer>();
    places.set(members, standing);
    for (const [index, item] of list.entries()) {
      const place = childPointer(pointer, index);
      if (!ignored.has(place)) {
        const { skeleton, value } = read(item, place);
        addItem(members, standing, { skeleton, value, place });
      }
    }
    return members;
  }

  function addItem(
    members: CanonicalMembers,
    standing: Map<string, JsonPointer>,
    { skeleton, value, place }: Shape & { readonly place: JsonPointer },
  ): void {
    const same = members[skeleton];
    if (same === undefined) {
      standing.set(skeleton, place);
      members[skeleton] = value;
    } else merge(same, value);
  }

  /** Adds to a shape what the lists of another of its skeleton hold. */
  function merge(into: CanonicalValue, shape: CanonicalValue): void {
    if (isList(into)) {
      if (isList(shape)) mergeItems(into, shape);
    } else if (isMembers(into) && isMembers(shape)) {
      for (const [key, member] of Object.entries(into)) {
        const other = shape[key];
        if (other !== undefined) merge(member, other);
      }
    }
  }

  function mergeItems([into]: CanonicalList, [items]: CanonicalList): void {
    const standing = places.get(into);
    if (standing === undefined) return;
    for (const [skeleton, value] of Object.entries(items)) {
      addItem(into, standing, { skeleton, value, place: places.get(items)?.get(skeleton) ?? '' });
    }
  }

  return { value: ignored.has('') ? IGNORED : read(document, '').value, places };
}
