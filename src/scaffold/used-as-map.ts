import { jsonTypeOf } from '../model/json-value';
import { knownFormat } from './known-format';

/** The properties of all objects at one place: each name with its values, in the order of their first occurrence. */
export type MemberValues = ReadonlyMap<string, readonly unknown[]>;

/** Names that are data, not property names: with a space, a number, a long hexadecimal id, a host name of three labels or more. */
const DATA_KEY = /\s|^\d+$|^[0-9a-f]{16,}$|^[a-z0-9-]+(?:\.[a-z0-9-]+){2,}$/i;

/**
 * Whether the objects at one place are maps, with data as their property names. They are if at least half of the names
 * look like data (a UUID, an IP address, a date, words with spaces). They also are if there are at least three names, none
 * occurs in two objects, and all values have one type. `filled` is the number of objects that are not empty.
 */
export function isUsedAsMap(members: MemberValues, filled: number): boolean {
  const keys = [...members.keys()];
  const data = keys.filter((key) => DATA_KEY.test(key) || knownFormat([key]) !== undefined);
  return (data.length > 0 && data.length * 2 >= keys.length) || (filled >= 2 && isDisjoint(members));
}

function isDisjoint(members: MemberValues): boolean {
  const lists = [...members.values()];
  return (
    lists.length >= 3 &&
    lists.every((values) => values.length === 1) &&
    new Set(lists.flat().map(jsonTypeOf)).size === 1
  );
}
