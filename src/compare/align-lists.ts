import { childPointer, type JsonPointer } from '../model/json/json-pointer';
import { IGNORED, isList, isMembers, type CanonicalMembers, type CanonicalValue } from './canonical';
import type { CanonicalPair } from './canonical-pair';
import { listKindAt } from './item-identity';

/** Two arrays that do not have the same items. */
export interface ListDifference {
  readonly sample: JsonPointer;
  readonly response: JsonPointer;
  /** What differs: which items there are, only their order, or how many there are of items that nothing names. */
  readonly what: 'items' | 'order' | 'length';
  /** The property that names the items, in arrays other than those of versions, links and media types. */
  readonly identity?: string;
  /** The items that only one document has. */
  readonly onlyIn: { readonly sample: readonly JsonPointer[]; readonly response: readonly JsonPointer[] };
}

/** A pair in which arrays contain only the items that both documents have, and the arrays in which that changed something. */
export interface AlignedPair extends CanonicalPair {
  readonly lists: readonly ListDifference[];
}

/** The properties that name an item, in order of preference. */
const IDENTITIES = ['id', 'name', 'rel', 'href'] as const;

type Places = Map<CanonicalMembers, ReadonlyMap<string, JsonPointer>>;
type Side = 'sample' | 'response';

/**
 * Matches the items of arrays, so that an array with other items is one difference, and only properties of matched items are compared.
 * It changes the values of the pair.
 */
export function alignLists(pair: CanonicalPair): AlignedPair {
  const places: Readonly<Record<Side, Places>> = {
    sample: new Map(pair.sample.places),
    response: new Map(pair.response.places),
  };
  const lists: ListDifference[] = [];

  function visit(a: CanonicalValue, b: CanonicalValue, at: Readonly<Record<Side, JsonPointer>>): void {
    if (isList(a) && isList(b)) {
      const difference = alignItems(a[0], b[0], at);
      if (difference !== undefined) lists.push(difference);
      visitMembers(a[0], b[0], at);
    } else if (isMembers(a) && isMembers(b)) visitMembers(a, b, at);
  }

  function visitMembers(
    a: CanonicalMembers,
    b: CanonicalMembers,
    at: Readonly<Record<Side, JsonPointer>>,
  ): void {
    for (const key of Object.keys(a)) {
      const one = a[key];
      const other = b[key];
      if (one === undefined || other === undefined) continue;
      visit(one, other, {
        sample: placeOf('sample', a, at.sample, key),
        response: placeOf('response', b, at.response, key),
      });
    }
  }

  function placeOf(side: Side, members: CanonicalMembers, pointer: JsonPointer, key: string): JsonPointer {
    return places[side].get(members)?.get(key) ?? childPointer(pointer, key);
  }

  function alignItems(
    a: CanonicalMembers,
    b: CanonicalMembers,
    at: Readonly<Record<Side, JsonPointer>>,
  ): ListDifference | undefined {
    const kind = listKindAt(at.sample);
    const isKnown = kind !== 'other';
    const identity = isKnown ? undefined : identityIn(a, b);
    const names = {
      sample: namesOf(a, identity),
      response: namesOf(b, identity),
    };
    const onlyIn = {
      sample: lacking(names.sample, names.response, a).map((key) => placeOf('sample', a, at.sample, key)),
      response: lacking(names.response, names.sample, b).map((key) =>
        placeOf('response', b, at.response, key),
      ),
    };
    const few = onlyIn.sample.length + onlyIn.response.length;
    const named = { ...at, onlyIn, ...(identity === undefined ? {} : { identity }) };
    // A single link that is missing is a difference of its own, and so is each version.
    if (isKnown && (kind !== 'links' || few < 2)) return undefined;
    if (few === 0) {
      if (identity === undefined || isSameOrder(names.sample, names.response)) return undefined;
      keep('sample', a, at.sample, names.sample, names.response);
      keep('response', b, at.response, names.response, names.sample);
      return { ...named, what: 'order' };
    }
    const isNamed = isKnown || identity !== undefined;
    keep('sample', a, at.sample, names.sample, isNamed ? names.response : new Map());
    keep('response', b, at.response, names.response, isNamed ? names.sample : new Map());
    return { ...named, what: isNamed ? 'items' : 'length' };
  }

  /** Keeps the items that are among the others, by their names. */
  function keep(
    side: Side,
    members: CanonicalMembers,
    pointer: JsonPointer,
    names: ReadonlyMap<string, string>,
    others: ReadonlyMap<string, string>,
  ): void {
    const kept = new Map<string, CanonicalValue>();
    const itemPlaces = new Map<string, JsonPointer>();
    for (const [name, key] of names) {
      const item = members[key];
      if (item === undefined || !others.has(name)) continue;
      kept.set(name, item);
      itemPlaces.set(name, placeOf(side, members, pointer, key));
    }
    for (const key of Object.keys(members)) delete members[key];
    for (const [name, item] of kept) members[name] = item;
    places[side].set(members, itemPlaces);
  }

  visit(pair.sample.value, pair.response.value, { sample: '', response: '' });
  return {
    sample: { ...pair.sample, places: places.sample },
    response: { ...pair.response, places: places.response },
    lists,
  };
}

/** The property by which all items of both arrays are named. */
function identityIn(a: CanonicalMembers, b: CanonicalMembers): string | undefined {
  const items: readonly CanonicalValue[] = [a, b].flatMap((members) => Object.values(members));
  return items.length === 0
    ? undefined
    : IDENTITIES.find((key) => items.every((item) => nameIn(item, key) !== undefined));
}

function nameIn(item: CanonicalMembers[string], key: string): string | undefined {
  const value = isMembers(item) ? item[key] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? `${typeof value} ${value}` : undefined;
}

/** The key of each item by its name; items with one name are numbered. Without a property that names them, the key is the name. */
function namesOf(members: CanonicalMembers, identity: string | undefined): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  const names = new Map<string, string>();
  for (const key of Object.keys(members)) {
    const item = members[key];
    if (item === undefined) continue;
    const name = identity === undefined ? key : (nameIn(item, identity) ?? '');
    const time = times.get(name) ?? 0;
    times.set(name, time + 1);
    names.set(identity === undefined ? key : `${name}\0${time}`, key);
  }
  return names;
}

function lacking(
  names: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
  members: CanonicalMembers,
): readonly string[] {
  return [...names]
    .filter(([name, key]) => !others.has(name) && members[key] !== IGNORED)
    .map(([, key]) => key);
}

function isSameOrder(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  const others = [...b.keys()];
  return [...a.keys()].every((name, index) => name === others[index]);
}
