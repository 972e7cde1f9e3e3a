import diff from 'microdiff';

import { valueAt, type JsonPointer } from '../model/json/json-pointer';
import type { Comparison } from '../model/live/live';
import {
  IGNORED,
  isList,
  isMembers,
  createMembers,
  placeAt,
  type Canonical,
  type CanonicalMembers,
} from './canonical';
import { alignLists, type ListDifference } from './align-lists';
import { canonicalPair, type CanonicalPair } from './canonical-pair';
import { differsInHostOnly } from './differs-in-host-only';
import { isSame } from './is-same';
import { driftOf, newestPlaces } from './newest-places';

/** How many differences of two documents are reported: nobody reads more, and a hostile response may have millions. */
export const MOST_DIFFERENCES = 1000;

/** Which document has the value, property or item that differs. */
type Side = 'both' | 'sample' | 'response';

/**
 * One way in which a response differs from its sample. `value`: the values differ. `key` and `item`: only one document has
 * the property or item. `items`: an array has other items, in another number or order. `item-shape`: an item in the response has a
 * shape that no item of the sample's array has.
 */
export interface Difference {
  readonly of: 'value' | 'key' | 'item' | 'items' | 'item-shape';
  readonly side: Side;
  /** The place of the difference; in a document without the property or item, the object or array that lacks it. */
  readonly sample: JsonPointer;
  readonly response: JsonPointer;
  /** For `items`: how the arrays differ. */
  readonly list?: ListDifference;
  /** For a newest microversion: whether that of the service is newer or older. */
  readonly drift?: 'newer' | 'older';
}

/** The differences between the documents of a comparison, one per cause. */
export function differencesOf(comparison: Comparison): readonly Difference[] {
  if (isSame(comparison)) return [];
  const canonical = canonicalPair(comparison);
  const isByShape = comparison.mode === 'shape';
  const { lists, ...pair } = isByShape ? { ...canonical, lists: [] } : alignLists(canonical);
  const newest = newestPlaces(comparison.sample.value);
  const reportedArrays = new Set<JsonPointer>();
  const differences: Difference[] = lists
    .slice(0, MOST_DIFFERENCES)
    .map((list) => ({ of: 'items', side: 'both', sample: list.sample, response: list.response, list }));
  for (const found of diff(rootOf(pair.sample), rootOf(pair.response), { cyclesFix: false })) {
    if (differences.length >= MOST_DIFFERENCES) break;
    if (valuesOf(found).includes(IGNORED)) continue;
    const path = found.path.slice(1);
    const difference =
      found.type === 'CHANGE'
        ? valueDifference(path, pair, comparison, newest)
        : oneSided(path, found.type === 'REMOVE' ? 'sample' : 'response', pair, comparison);
    if (difference === undefined || isReported(difference, reportedArrays)) continue;
    differences.push(difference);
  }
  return differences;
}

/** The library compares the properties of two objects, but a document may be just a string. */
function rootOf({ value }: Canonical): CanonicalMembers {
  const root = createMembers();
  root['document'] = value;
  return root;
}

function valuesOf(found: ReturnType<typeof diff>[number]): readonly unknown[] {
  switch (found.type) {
    case 'CREATE':
      return [found.value];
    case 'REMOVE':
      return [found.oldValue];
    case 'CHANGE':
      return [found.value, found.oldValue];
  }
}

type Path = readonly (string | number)[];

function valueDifference(
  path: Path,
  pair: CanonicalPair,
  comparison: Comparison,
  newest: ReadonlySet<JsonPointer>,
): Difference | undefined {
  const sample = placeAt(pair.sample, path).pointer;
  const response = placeAt(pair.response, path).pointer;
  if (comparison.mode !== 'shape' && differsInHostOnly(comparison, sample, response)) return undefined;
  const drift = newest.has(sample)
    ? driftOf(valueAt(comparison.sample.value, sample), valueAt(comparison.response.value, response))
    : undefined;
  return drift === 'newer' && comparison.mode === 'at-least'
    ? undefined
    : { of: 'value', side: 'both', sample, response, ...(drift === undefined ? {} : { drift }) };
}

function oneSided(
  path: Path,
  side: 'sample' | 'response',
  pair: CanonicalPair,
  { mode }: Comparison,
): Difference | undefined {
  const holder = path.slice(0, -1);
  const there = { sample: placeAt(pair.sample, holder), response: placeAt(pair.response, holder) };
  const at = {
    side,
    sample: there.sample.pointer,
    response: there.response.pointer,
    [side]: placeAt(pair[side], path).pointer,
  };
  if (!isList(placeAt(pair.sample, path.slice(0, -2)).value)) return { of: 'key', ...at };
  if (mode === 'shape') {
    const items = there.sample.value;
    const isEmpty = !isMembers(items) || Object.keys(items).length === 0;
    return side === 'sample' || isEmpty ? undefined : { of: 'item-shape', ...at };
  }
  return { of: 'item', ...at };
}

/** An array with items of another shape is one cause: only the first such item is reported. */
function isReported({ of, side, sample, response }: Difference, reportedArrays: Set<JsonPointer>): boolean {
  if (of !== 'item-shape') return false;
  const array = side === 'sample' ? `response ${response}` : `sample ${sample}`;
  const isKnown = reportedArrays.has(array);
  reportedArrays.add(array);
  return isKnown;
}
