import { jsonTypeOf } from '../model/json-value';
import { knownFormat } from './known-format';

/** What the objects at one place hold: each key with its values, as first seen. */
export type MemberValues = ReadonlyMap<string, readonly unknown[]>;

/** Keys that no one gives to a field: with a blank, a number, a long hexadecimal id, a host name of three labels or more. */
const DATA_KEY = /\s|^\d+$|^[0-9a-f]{16,}$|^[a-z0-9-]+(?:\.[a-z0-9-]+){2,}$/i;

/**
 * Whether the objects at one place are maps, their keys data: half of the keys or more look like data (a UUID, an
 * address, a date, words with blanks), or no key stands in two objects although there are three or more, all with
 * values of one type. `filled` counts the objects that are not empty.
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
