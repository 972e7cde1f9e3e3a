import diff from 'microdiff';

import { valueAt, type JsonPointer } from '../model/json-pointer';
import type { Comparison } from '../model/live';
import {
  IGNORED,
  isList,
  isMembers,
  noMembers,
  placeAt,
  type Canonical,
  type CanonicalMembers,
} from './canonical';
import { canonicalPair, type CanonicalPair } from './canonical-pair';
import { differsInHostOnly } from './differs-in-host-only';
import { listKindAt } from './item-identity';
import { driftOf, newestPlaces } from './newest-places';

/** How many differences of two documents are told: nobody reads more, and a hostile response may have millions. */
export const MOST_DIFFERENCES = 1000;

/** Who has what a difference is about. */
type Side = 'both' | 'sample' | 'response';

/**
 * One way in which a response differs from its sample. `value`: each has another. `key` and `item`: only one of them has it.
 * `length`: a list in order goes on in one of them. `item-shape`: no item of the sample's list has the shape of the response's.
 */
export interface Difference {
  readonly of: 'value' | 'key' | 'item' | 'length' | 'item-shape';
  readonly side: Side;
  /** Where it stands; in the document that lacks it, the object or the list that lacks it. */
  readonly sample: JsonPointer;
  readonly response: JsonPointer;
  /** Of a newest microversion: the service's is newer or older. */
  readonly drift?: 'newer' | 'older';
}

/** What the documents of a comparison do not agree on, one difference a cause. */
export function differencesOf(comparison: Comparison): readonly Difference[] {
  const pair = canonicalPair(comparison);
  const newest = newestPlaces(comparison.sample.value);
  const listsTold = new Set<JsonPointer>();
  const told: Difference[] = [];
  for (const found of diff(rootOf(pair.sample), rootOf(pair.response), { cyclesFix: false })) {
    if (told.length === MOST_DIFFERENCES) break;
    if (valuesOf(found).includes(IGNORED)) continue;
    const path = found.path.slice(1);
    const difference =
      found.type === 'CHANGE'
        ? valueDifference(path, pair, comparison, newest)
        : oneSided(path, found.type === 'REMOVE' ? 'sample' : 'response', pair, comparison);
    if (difference === undefined || isTold(difference, listsTold)) continue;
    told.push(difference);
  }
  return told;
}

/** The library compares the members of objects; a document may be a mere text. */
function rootOf({ value }: Canonical): CanonicalMembers {
  const root = noMembers();
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
  return { of: listKindAt(there.sample.pointer) === 'other' ? 'length' : 'item', ...at };
}

/** A list that is longer than another, or has items of shapes of their own, is one cause: its first such item is told. */
function isTold({ of, side, sample, response }: Difference, listsTold: Set<JsonPointer>): boolean {
  if (of !== 'length' && of !== 'item-shape') return false;
  const list = side === 'sample' ? `response ${response}` : `sample ${sample}`;
  const isKnown = listsTold.has(list);
  listsTold.add(list);
  return isKnown;
}
