import { childPointer, type JsonPointer } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject, jsonTypeOf, type JsonObject } from '../model/json/json-value';
import {
  IGNORED,
  isList,
  isMembers,
  createMembers,
  type Canonical,
  type CanonicalList,
  type CanonicalValue,
  type CanonicalMembers,
} from './canonical';

/**
 * Short names for the skeletons of objects. Objects with the same skeleton have the same properties with the same types;
 * the items of their arrays may differ.
 */
export type Skeletons = Map<string, string>;

interface Shape {
  readonly skeleton: string;
  readonly value: CanonicalValue;
}

/**
 * A document in the form in which shapes are compared: types replace values, and arrays become sets of the shapes of their
 * items. Items with the same skeleton are merged into one, at the place of the first, and so are the arrays in them.
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
    const members = createMembers();
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
    const members = createMembers();
    const itemPlaces = new Map<string, JsonPointer>();
    places.set(members, itemPlaces);
    for (const [index, item] of list.entries()) {
      const place = childPointer(pointer, index);
      if (!ignored.has(place)) {
        const { skeleton, value } = read(item, place);
        addItem(members, itemPlaces, { skeleton, value, place });
      }
    }
    return members;
  }

  function addItem(
    members: CanonicalMembers,
    itemPlaces: Map<string, JsonPointer>,
    { skeleton, value, place }: Shape & { readonly place: JsonPointer },
  ): void {
    const same = members[skeleton];
    if (same === undefined) {
      itemPlaces.set(skeleton, place);
      members[skeleton] = value;
    } else merge(same, value);
  }

  /** Adds the items of the arrays in `shape` to those of `into`. Both have the same skeleton. */
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
    const itemPlaces = places.get(into);
    if (itemPlaces === undefined) return;
    for (const [skeleton, value] of Object.entries(items)) {
      addItem(into, itemPlaces, { skeleton, value, place: places.get(items)?.get(skeleton) ?? '' });
    }
  }

  return { value: ignored.has('') ? IGNORED : read(document, '').value, places };
}
