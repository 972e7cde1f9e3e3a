import { jsonTypeOf, type JsonType } from '../../model/json-value';
import { allowsEveryArray, ANY_ARRAYS, intersectArrays, uniteArrays, type ArrayShapes } from './array-parts';
import { complementOfObjects, onlyRequires, type ObjectParts } from './object-parts';
import type { SchemaPlace } from './schema-place';

/** The values that a schema accepts, by their types, as far as TypeScript can say it: it may mean more values than the schema accepts. */
export interface Meaning {
  /** What is allowed of each type; a type without an entry is not allowed. */
  readonly kinds: ReadonlyMap<JsonType, Kind>;
  /**
   * The types that the schema speaks about; undefined where it speaks about none. A schema with `properties` but without `type` accepts every
   * string, but its author meant an object: values of other types are left out of the generated type.
   */
  readonly described: ReadonlySet<JsonType> | undefined;
  /** Whether the schema accepts every value that is meant, `described` aside. */
  readonly isExact: boolean;
  /** How the type is written, if not by its kinds. */
  readonly display?: Display;
  readonly labels: Labels;
}

export type Kind =
  | { readonly is: 'literals' | 'except'; readonly values: readonly unknown[] }
  | { readonly is: 'objects'; readonly parts: ObjectParts }
  | { readonly is: 'arrays'; readonly shapes: ArrayShapes };

/** A type that is written as the name of a referenced schema, or as a union of other types. */
type Display =
  | { readonly is: 'named'; readonly place: SchemaPlace; readonly meaning: Meaning }
  | { readonly is: 'union'; readonly members: readonly Meaning[] };

interface Labels {
  /** The name of the type, where it is an object. */
  readonly title?: string;
  readonly doc?: string;
}

const TYPES = ['string', 'number', 'boolean', 'null', 'object', 'array'] as const;

/** Every value of a type. */
export function anyOfType(type: JsonType): Kind {
  if (type === 'object') return { is: 'objects', parts: [] };
  return type === 'array' ? { is: 'arrays', shapes: ANY_ARRAYS } : { is: 'except', values: [] };
}

const ANY_KINDS: ReadonlyMap<JsonType, Kind> = new Map(TYPES.map((type) => [type, anyOfType(type)]));

export const ANY_VALUE: Meaning = { kinds: ANY_KINDS, described: undefined, isExact: true, labels: {} };

export const NO_VALUE: Meaning = { kinds: new Map(), described: undefined, isExact: true, labels: {} };

/** The values of certain types. */
export function ofKinds(kinds: Meaning['kinds'], isExact: boolean): Meaning {
  return { kinds, described: new Set(kinds.keys()), isExact, labels: {} };
}

/** Any value, but objects (or arrays) only of this kind. */
export function limiting(type: 'object' | 'array', kind: Kind, isExact: boolean): Meaning {
  return { ...ANY_VALUE, kinds: new Map([...ANY_KINDS, [type, kind] as const]), isExact };
}

/** The kinds that the generated type has. */
export function meantKinds({ kinds, described }: Meaning): Meaning['kinds'] {
  return described === undefined ? kinds : new Map([...kinds].filter(([type]) => described.has(type)));
}

/** Whether a kind has every value of its type. */
export function isAnyKind(kind: Kind): boolean {
  if (kind.is === 'objects') return kind.parts.length === 0;
  if (kind.is === 'arrays') return kind.shapes === ANY_ARRAYS;
  return kind.is === 'except' && kind.values.length === 0;
}

/** Whether the generated type has every value; all but some literals is more than TypeScript can say. */
export function isAnyValue(meaning: Meaning): boolean {
  const kinds = meantKinds(meaning);
  return (
    kinds.size === TYPES.length &&
    [...kinds.values()].every((kind) => kind.is === 'except' || isAnyKind(kind))
  );
}

/** Values that are in both meanings. */
export function intersect(a: Meaning, b: Meaning): Meaning {
  // The order in which the schema names its types, where it does.
  const order = (a.described === undefined ? b : a).kinds.keys();
  const kinds = new Map(
    [...order].flatMap((type) => {
      const both = intersectKinds(a.kinds.get(type), b.kinds.get(type));
      return both === undefined ? [] : [[type, both] as const];
    }),
  );
  const described =
    a.described === undefined || b.described === undefined
      ? (a.described ?? b.described)
      : new Set([...a.described, ...b.described]);
  const both = { kinds, described, isExact: a.isExact && b.isExact, labels: {} };
  const same = [a, b].filter((one) => isSame(one, both, one === a ? b : a));
  const kept = same.find(hasOwnText) ?? same[0];
  if (kept === undefined) return both;
  return { ...both, labels: kept.labels, ...(kept.display === undefined ? {} : { display: kept.display }) };
}

function hasOwnText({ display, labels }: Meaning): boolean {
  return display !== undefined || labels.title !== undefined || labels.doc !== undefined;
}

/** Whether `both` is written as `one`, because `other` adds nothing to it. */
function isSame(one: Meaning, both: Meaning, other: Meaning): boolean {
  const kinds = meantKinds(one);
  const meant = meantKinds(both);
  return (
    kinds.size === meant.size &&
    [...kinds.keys()].every((type) => {
      const kind = other.kinds.get(type);
      return meant.has(type) && kind !== undefined && isAnyKind(kind);
    })
  );
}

function intersectKinds(a: Kind | undefined, b: Kind | undefined): Kind | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (isAnyKind(b)) return a;
  if (isAnyKind(a)) return b;
  if (a.is === 'objects')
    return b.is === 'objects' ? { is: 'objects', parts: joined(a.parts, b.parts) } : undefined;
  if (a.is === 'arrays') {
    return b.is === 'arrays' ? { is: 'arrays', shapes: intersectArrays(a.shapes, b.shapes) } : undefined;
  }
  if (b.is === 'objects' || b.is === 'arrays') return undefined;
  return intersectScalars(a, b);
}

function joined(a: ObjectParts, b: ObjectParts): ObjectParts {
  return [...new Set([...a, ...b])];
}

type Scalars = Extract<Kind, { values: unknown }>;

function intersectScalars(a: Scalars, b: Scalars): Kind | undefined {
  if (a.is === 'except' && b.is === 'except') return { is: 'except', values: [...a.values, ...b.values] };
  const [literals, other] = a.is === 'literals' ? [a, b] : [b, a];
  const isIn = other.is === 'literals';
  const values = literals.values.filter((value) => other.values.includes(value) === isIn);
  return values.length === 0 ? undefined : { is: 'literals', values };
}

/** How many of several schemas a value satisfies: at least one of them, exactly one, or exactly one because of a condition. */
type Union = 'any' | 'one' | 'implied';

/** Values that are in at least one of the meanings. */
export function unite(meanings: readonly Meaning[], how: Union): Meaning {
  const members = meanings.filter(({ kinds }) => kinds.size > 0);
  const [only] = members;
  if (only === undefined) return NO_VALUE;
  if (members.length === 1) return only;
  const described = members.every((member) => member.described !== undefined)
    ? new Set(members.flatMap((member) => [...(member.described ?? [])]))
    : undefined;
  const types = new Set(members.flatMap(({ kinds }) => [...kinds.keys()]));
  const kinds = new Map([...types].map((type) => [type, uniteKinds(type, members, how)] as const));
  const union = { kinds, described, isExact: false, labels: {} };
  // Alone, a member would lose the types that it does not speak about.
  const isAlike = described !== undefined || members.every((member) => member.described === undefined);
  return isAlike ? { ...union, display: { is: 'union', members } } : union;
}

function uniteKinds(type: JsonType, members: readonly Meaning[], how: Union): Kind {
  const all = members.flatMap((member) => {
    const kind = member.kinds.get(type);
    return kind === undefined ? [] : [{ kind, labels: member.labels }];
  });
  const [first] = all;
  if (first !== undefined && all.length === 1) return first.kind;
  if (type === 'object') {
    const alternatives = all.map(({ kind, labels: { title } }) => ({
      parts: kind.is === 'objects' ? kind.parts : [],
      ...(title === undefined ? {} : { title }),
    }));
    if (alternatives.every(({ parts }) => parts.length === 0)) return anyOfType(type);
    const [isExclusive, isImplied] = [how !== 'any', how === 'implied'];
    return { is: 'objects', parts: [{ is: 'choice', alternatives, isExclusive, isImplied }] };
  }
  if (type === 'array') {
    const shapes = all.map(({ kind }) => (kind.is === 'arrays' ? kind.shapes : ANY_ARRAYS));
    return shapes.every((shape) => shape === ANY_ARRAYS)
      ? anyOfType(type)
      : { is: 'arrays', shapes: uniteArrays(shapes) };
  }
  return all.map(({ kind }) => kind).reduce(uniteScalars);
}

function uniteScalars(a: Kind, b: Kind): Kind {
  if (!('values' in a) || !('values' in b)) return a;
  if (a.is === 'literals' && b.is === 'literals') {
    return { is: 'literals', values: [...new Set([...a.values, ...b.values])] };
  }
  const [broad, other] = a.is === 'except' ? [a, b] : [b, a];
  const isIn = other.is === 'except';
  return { is: 'except', values: broad.values.filter((value) => other.values.includes(value) === isIn) };
}

/** Values that a schema with this meaning does not accept, or more values if a meaning cannot express that. */
export function complement(meaning: Meaning): Meaning {
  if (!meaning.isExact) return { ...ANY_VALUE, isExact: false };
  const kinds = new Map(
    TYPES.flatMap((type) => {
      const kind = complementKind(type, meaning.kinds.get(type));
      return kind === undefined ? [] : [[type, kind] as const];
    }),
  );
  const isExact = [...meaning.kinds].every(([type, kind]) => {
    const other = kinds.get(type);
    if ('values' in kind || isAnyKind(kind)) return true;
    return kind.is === 'objects' && onlyRequires(kind.parts) && (other === undefined || !isAnyKind(other));
  });
  return { kinds, described: undefined, isExact, labels: {} };
}

function complementKind(type: JsonType, kind: Kind | undefined): Kind | undefined {
  if (kind === undefined) return anyOfType(type);
  switch (kind.is) {
    case 'literals':
      return { is: 'except', values: kind.values };
    case 'except':
      return kind.values.length === 0 ? undefined : { is: 'literals', values: kind.values };
    case 'objects': {
      const parts = complementOfObjects(kind.parts);
      return parts === undefined ? undefined : { is: 'objects', parts };
    }
    case 'arrays':
      return allowsEveryArray(kind.shapes) ? undefined : anyOfType(type);
  }
}

/** The meaning of `enum` or `const` for scalar values. */
export function scalarLiterals(values: readonly unknown[]): Meaning {
  const kinds = new Map<JsonType, Kind>();
  let isExact = true;
  for (const value of values) {
    const type = jsonTypeOf(value);
    // JavaScript may round such a number.
    const isInexact = typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;
    if (isInexact) isExact = false;
    const one: Kind = isInexact ? anyOfType(type) : { is: 'literals', values: [value] };
    const known = kinds.get(type);
    kinds.set(type, known === undefined ? one : uniteScalars(known, one));
  }
  return ofKinds(kinds, isExact);
}
