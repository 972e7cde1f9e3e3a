import { isJsonArray, isJsonObject, jsonTypeOf, type JsonObject } from '../../model/json/json-value';
import { knownFormat } from './known-format';

/**
 * Names that are data, not property names: with a space or a slash, a number, a long hexadecimal id, a host name of three labels or
 * more.
 */
const DATA_NAME = /[\s/]|^\d+$|^[0-9a-f]{16,}$|^[a-z0-9-]+(?:\.[a-z0-9-]+){2,}$/i;

/** Names of properties whose value is a map in most APIs, such as `metadata`, `user_labels` and `extraSpecs`. */
const MAP_NAME =
  /(?:^|[_-])(?:metadata|labels|annotations|tags|extra_?specs|extras?|headers|env|environment)$/i;

/** Names that objects with fixed properties have; as a name in a map, they are rare. */
const RECORD_NAME =
  /^(?:id|uuid|uid|name|namespace|type|kind|href|rel|url|links?|status|state|title|description|message|code|key|value|version|count|total|page|limit|offset|marker|next|previous|(?:created|updated)(?:_?at)?)$/i;

/**
 * A name with a colon, except for the properties of OpenStack's extensions, such as `OS-DCF:diskConfig`: these are next to properties without a
 * colon.
 */
const PREFIXED_NAME = /^(?!os-)[^:]+:/i;

/** From so many objects on, a name that all of them have is a property. */
const MANY = 4;

/**
 * Whether the objects at one place are maps, with data as their property names; `name` is the property that they are the values of.
 * They are if at least half of the names look like data: a UUID, an IP address, a date, words with spaces. They also are if all values are
 * alike and the property is known to be a map, the names contain colons, or the objects have different names.
 */
export function isUsedAsMap(objects: readonly JsonObject[], name?: string): boolean {
  const filled = objects.filter((object) => Object.keys(object).length > 0);
  const names = [...new Set(filled.flatMap((object) => Object.keys(object)))];
  if (names.length === 0) return false;
  if (isHalf(names, isDataName)) return true;
  const values = filled.flatMap((object) => Object.values(object));
  const types = new Set(values.map(jsonTypeOf));
  const ofRecord = names.filter((each) => RECORD_NAME.test(each)).length;
  if (name !== undefined && isMapName(name) && !types.has('object') && !types.has('array'))
    return ofRecord < 2;
  if (types.size > 1 || types.has('null') || ofRecord > 0) return false;
  return (
    names.filter((each) => PREFIXED_NAME.test(each)).length * 2 > names.length ||
    (names.length > 1 && names.every((each) => each.includes(':', 1))) ||
    haveOtherNames(filled, names, name === undefined)
  );
}

function isDataName(name: string): boolean {
  return DATA_NAME.test(name) || knownFormat([name]) !== undefined;
}

function isMapName(name: string): boolean {
  return MAP_NAME.test(name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2'));
}

/** Whether the objects differ in their names as maps do. Optional properties differ too, but most of them come and go together. */
function haveOtherNames(
  objects: readonly JsonObject[],
  names: readonly string[],
  isNameless: boolean,
): boolean {
  if (objects.length < 2 || names.length < 2) return false;
  const uses = new Map<string, number>();
  for (const name of objects.flatMap((object) => Object.keys(object)))
    uses.set(name, (uses.get(name) ?? 0) + 1);
  const counts = [...uses.values()];
  const isDisjoint = counts.every((count) => count === 1);
  if (isDisjoint && names.length > 2) return true;
  // Documents and the items of arrays are rarely maps.
  if (isNameless) return false;
  const values = objects.flatMap((object) => Object.values(object));
  if (values.some((value) => isJsonObject(value) || isJsonArray(value)))
    return isDisjoint && new Set(values.map(outlineOf)).size === 1;
  if (objects.length >= MANY && counts.includes(objects.length)) return false;
  return !areNested(objects) && isHalf(counts, (count) => count * 2 <= objects.length);
}

/** Whether, of any two objects, one has all names of the other. */
function areNested(objects: readonly JsonObject[]): boolean {
  const sorted = objects.map((object) => Object.keys(object)).toSorted((a, b) => a.length - b.length);
  return sorted.every((names, index) => {
    const larger = sorted[index + 1];
    if (larger === undefined) return true;
    const known = new Set(larger);
    return names.every((name) => known.has(name));
  });
}

/** The names in an object, or in the first item of an array. */
function outlineOf(value: unknown): string {
  const [item] = isJsonArray(value) ? value : [value];
  return `${jsonTypeOf(value)} ${isJsonObject(item) ? Object.keys(item).toSorted().join(' ') : jsonTypeOf(item)}`;
}

function isHalf<Item>(items: readonly Item[], accepts: (item: Item) => boolean): boolean {
  return items.filter(accepts).length * 2 >= items.length;
}
