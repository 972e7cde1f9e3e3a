import { ExactNumber } from '../model/json/exact-number';
import { childPointer, type JsonPointer } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject, type JsonObject } from '../model/json/json-value';
import {
  IGNORED,
  createMembers,
  type Canonical,
  type CanonicalValue,
  type CanonicalMembers,
} from './canonical';
import { identityOf, listKindAt, type KnownList, type LinkIdentity } from './item-identity';

/** How to read a document. */
export interface CanonicalReading extends LinkIdentity {
  readonly ignored: ReadonlySet<JsonPointer>;
  /** How many items of an ordered array are read: one more than the other document has is enough to see a difference. */
  readonly mostItems: number;
}

/**
 * A document in the form in which values are compared: strings in one spelling, the items of versions, links and media
 * types by identity, and the items of other arrays in order.
 */
export function canonicalValue(document: unknown, reading: CanonicalReading): Canonical {
  const places = new Map<CanonicalMembers, ReadonlyMap<string, JsonPointer>>();

  function read(value: unknown, pointer: JsonPointer): CanonicalValue {
    if (reading.ignored.has(pointer)) return IGNORED;
    if (typeof value === 'string') return reading.spell(value);
    // The numbers 0 and -0 are equal.
    if (typeof value === 'number') return value === 0 ? 0 : value;
    // No real text starts like this.
    if (value instanceof ExactNumber) return `\0number${value.key}`;
    if (isJsonArray(value)) {
      const kind = listKindAt(pointer);
      return [kind === 'other' ? readInOrder(value, pointer) : readByIdentity(value, pointer, kind)];
    }
    return isJsonObject(value)
      ? readObject(value, pointer)
      : value === true || value === false
        ? value
        : null;
  }

  function readObject(object: JsonObject, pointer: JsonPointer): CanonicalMembers {
    const members = createMembers();
    for (const key of Object.keys(object)) members[key] = read(object[key], childPointer(pointer, key));
    return members;
  }

  function readInOrder(list: readonly unknown[], pointer: JsonPointer): CanonicalMembers {
    const members = createMembers();
    const itemPlaces = new Map<string, JsonPointer>();
    let count = 0;
    for (const [index, item] of list.entries()) {
      if (count === reading.mostItems) break;
      const place = childPointer(pointer, index);
      const value = read(item, place);
      if (value !== IGNORED) {
        if (count !== index) itemPlaces.set(String(count), place);
        members[count] = value;
        count += 1;
      }
    }
    if (itemPlaces.size > 0) places.set(members, itemPlaces);
    return members;
  }

  function readByIdentity(list: readonly unknown[], pointer: JsonPointer, kind: KnownList): CanonicalMembers {
    const members = createMembers();
    const itemPlaces = new Map<string, JsonPointer>();
    const times = new Map<string, number>();
    for (const [index, item] of list.entries()) {
      const identity = identityOf(kind, item, reading) ?? '';
      const time = times.get(identity) ?? 0;
      times.set(identity, time + 1);
      const key = `${identity}\0${time}`;
      const place = childPointer(pointer, index);
      itemPlaces.set(key, place);
      members[key] = read(item, place);
    }
    places.set(members, itemPlaces);
    return members;
  }

  return { value: read(document, ''), places };
}
