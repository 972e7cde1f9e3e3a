import type { JsonType } from '../../model/json/json-value';
import { ANY_ARRAYS, intersectArrays, type ArrayShapes } from './array-parts';
import type { ObjectParts } from './object-parts';

/** Which values of one type are allowed: these literals, all except these, or objects and arrays as their parts say. */
export type Kind =
  | { readonly is: 'literals' | 'except'; readonly values: readonly unknown[] }
  | { readonly is: 'objects'; readonly parts: ObjectParts }
  | { readonly is: 'arrays'; readonly shapes: ArrayShapes };

/** Every value of a type. */
export function anyOfType(type: JsonType): Kind {
  if (type === 'object') return { is: 'objects', parts: [] };
  return type === 'array' ? { is: 'arrays', shapes: ANY_ARRAYS } : { is: 'except', values: [] };
}

/** Every value of a type except these; undefined if the type has no others. */
export function exceptValues(type: JsonType, values: readonly unknown[]): Kind | undefined {
  return values.length === 0 ? anyOfType(type) : settled(type, { is: 'except', values });
}

/** Whether a kind has every value of its type. */
export function isAnyKind(kind: Kind): boolean {
  if (kind.is === 'objects') return kind.parts.length === 0;
  if (kind.is === 'arrays') return kind.shapes === ANY_ARRAYS;
  return kind.is === 'except' && kind.values.length === 0;
}

/** The values that two kinds of one type have in common; undefined if they have none. */
export function intersectKinds(type: JsonType, a: Kind | undefined, b: Kind | undefined): Kind | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (isAnyKind(b)) return a;
  if (isAnyKind(a)) return b;
  if (a.is === 'objects')
    return b.is === 'objects' ? { is: 'objects', parts: joined(a.parts, b.parts) } : undefined;
  if (a.is === 'arrays') {
    return b.is === 'arrays' ? { is: 'arrays', shapes: intersectArrays(a.shapes, b.shapes) } : undefined;
  }
  if (b.is === 'objects' || b.is === 'arrays') return undefined;
  return settled(type, intersectScalars(a, b));
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

/** The values that at least one of two kinds of scalars has. */
export function uniteScalars(type: JsonType, a: Kind, b: Kind): Kind {
  if (!('values' in a) || !('values' in b)) return a;
  if (a.is === 'literals' && b.is === 'literals') {
    return settled(type, { is: 'literals', values: [...new Set([...a.values, ...b.values])] }) ?? a;
  }
  const [broad, other] = a.is === 'except' ? [a, b] : [b, a];
  const isIn = other.is === 'except';
  return { is: 'except', values: broad.values.filter((value) => other.values.includes(value) === isIn) };
}

const VALUES: ReadonlyMap<JsonType, readonly unknown[]> = new Map<JsonType, readonly unknown[]>([
  ['boolean', [true, false]],
  ['null', [null]],
]);

/** All values of a type that has few, which are literals in TypeScript. */
export function fewValuesOf(type: JsonType): readonly unknown[] | undefined {
  return VALUES.get(type);
}

/** A kind in its only form: all booleans except `true` become the literal `false`, and the literal `null` becomes every value of its type. */
function settled(type: JsonType, kind: Kind | undefined): Kind | undefined {
  const all = fewValuesOf(type);
  if (all === undefined || kind === undefined || !('values' in kind)) return kind;
  const isIn = kind.is === 'literals';
  const values = all.filter((value) => kind.values.includes(value) === isIn);
  if (values.length === all.length) return anyOfType(type);
  return values.length === 0 ? undefined : { is: 'literals', values };
}
