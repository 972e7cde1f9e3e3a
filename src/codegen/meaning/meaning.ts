import { JSON_TYPES, type JsonType } from '../../model/json/json-value';
import { ANY_ARRAYS, unevaluatingArrays, uniteArrays } from './array-parts';
import { anyOfType, intersectKinds, isAnyKind, uniteScalars, type Kind } from './kinds';
import {
  mergeShapes,
  partsWithin,
  shapesIn,
  unevaluatingParts,
  withoutNames,
  type ObjectParts,
} from './object-parts';
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
  /** How the type is written, if not by its kinds. */
  readonly display?: Display;
  readonly labels: Labels;
}

/** A type that is written as the name of a referenced schema, or as a union of other types. */
type Display =
  | { readonly is: 'named'; readonly place: SchemaPlace; readonly meaning: Meaning }
  | { readonly is: 'union'; readonly members: readonly Meaning[] };

interface Labels {
  /** The name of the type, where it is an object. */
  readonly title?: string;
  readonly doc?: string;
}

const ANY_KINDS: ReadonlyMap<JsonType, Kind> = new Map(JSON_TYPES.map((type) => [type, anyOfType(type)]));

export const ANY_VALUE: Meaning = { kinds: ANY_KINDS, described: undefined, labels: {} };

export const NO_VALUE: Meaning = { kinds: new Map(), described: undefined, labels: {} };

/** The values of certain types. */
export function ofKinds(kinds: Meaning['kinds']): Meaning {
  return { kinds, described: new Set(kinds.keys()), labels: {} };
}

/** Any value of certain types. */
export function ofTypes(types: readonly JsonType[]): Meaning {
  return ofKinds(new Map(types.map((type) => [type, anyOfType(type)])));
}

/** Any value of all other types. */
export function exceptTypes(types: readonly JsonType[]): Meaning {
  return ofTypes(JSON_TYPES.filter((type) => !types.includes(type)));
}

/** Objects with these parts, and no other value. */
export function onlyObjects(parts: ObjectParts): Meaning {
  return ofKinds(new Map([['object', { is: 'objects', parts }]]));
}

/** The parts of the objects; undefined where none is allowed. */
export function objectsIn({ kinds }: Meaning): ObjectParts | undefined {
  const kind = kinds.get('object');
  return kind?.is === 'objects' ? kind.parts : undefined;
}

/** The same values, of which no property and no item is evaluated. */
export function withoutEvaluation(meaning: Meaning): Meaning {
  const kinds = [...meaning.kinds].map(([type, kind]): readonly [JsonType, Kind] => {
    if (kind.is === 'objects') return [type, { ...kind, parts: unevaluatingParts(kind.parts) }];
    return [type, kind.is === 'arrays' ? { ...kind, shapes: unevaluatingArrays(kind.shapes) } : kind];
  });
  return { ...meaning, kinds: new Map(kinds) };
}

/** Any value, but objects (or arrays) only of this kind. */
export function limiting(type: 'object' | 'array', kind: Kind): Meaning {
  return { ...ANY_VALUE, kinds: new Map([...ANY_KINDS, [type, kind] as const]) };
}

/** The kinds that the generated type has. */
export function meantKinds({ kinds, described }: Meaning): Meaning['kinds'] {
  return described === undefined ? kinds : new Map([...kinds].filter(([type]) => described.has(type)));
}

/** Whether the generated type has every value; all but some literals is more than TypeScript can say. */
export function isAnyValue(meaning: Meaning): boolean {
  const kinds = meantKinds(meaning);
  return (
    kinds.size === JSON_TYPES.length &&
    [...kinds.values()].every((kind) => kind.is === 'except' || isAnyKind(kind))
  );
}

/** Values that are in both meanings. */
export function intersect(a: Meaning, b: Meaning): Meaning {
  // The order in which the schema names its types, where it does.
  const order = (a.described === undefined ? b : a).kinds.keys();
  const kinds = new Map(
    [...order].flatMap((type) => {
      const both = intersectKinds(type, a.kinds.get(type), b.kinds.get(type));
      return both === undefined ? [] : [[type, both] as const];
    }),
  );
  const described =
    a.described === undefined || b.described === undefined
      ? (a.described ?? b.described)
      : new Set([...a.described, ...b.described]);
  const both = { kinds, described, labels: {} };
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

/**
 * A meaning without what the one around it leaves no value for: types that it does not allow, literals that it does not list, and the same in
 * the properties of objects.
 */
export function within(meaning: Meaning, outer: Meaning): Meaning {
  const others = meantKinds(outer);
  const shape = mergeShapes(shapesIn(withoutNames(objectsIn(outer) ?? [])));
  const kinds = [...meaning.kinds].flatMap(([type, kind]): readonly (readonly [JsonType, Kind])[] => {
    const other = others.get(type);
    if (other === undefined) return [];
    if (kind.is === 'objects') return [[type, { ...kind, parts: partsWithin(kind.parts, shape) }]];
    const both = kind.is === 'arrays' ? kind : intersectKinds(type, kind, other);
    return both === undefined ? [] : [[type, both]];
  });
  return { ...meaning, kinds: new Map(kinds) };
}

/**
 * Which of several meanings apply to a value: `any` and `one` are those of `anyOf` and `oneOf`. The author of the schema did not write the
 * alternatives of a condition, of which one applies, nor those of what a schema refuses, which may apply together.
 */
type Union = 'any' | 'one' | 'condition' | 'refused';

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
  const union = { kinds, described, labels: {} };
  // Alone, a member would lose the types that it does not speak about.
  const isAlike = described !== undefined || members.every((member) => member.described === undefined);
  return isAlike && how !== 'refused' ? { ...union, display: { is: 'union', members } } : union;
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
    const open = alternatives.filter(({ parts }) => parts.length === 0);
    // No one wrote the alternatives of what is refused, so that they need not be read.
    if (open.length === alternatives.length || (how === 'refused' && open.length > 0)) return anyOfType(type);
    const isExclusive = how === 'one' || how === 'condition';
    const isImplied = how === 'condition' || how === 'refused';
    return { is: 'objects', parts: [{ is: 'choice', alternatives, isExclusive, isImplied }] };
  }
  if (type === 'array') {
    const shapes = all.map(({ kind }) => (kind.is === 'arrays' ? kind.shapes : ANY_ARRAYS));
    return shapes.every((shape) => shape === ANY_ARRAYS)
      ? anyOfType(type)
      : { is: 'arrays', shapes: uniteArrays(shapes) };
  }
  return all.map(({ kind }) => kind).reduce((a, b) => uniteScalars(type, a, b));
}
