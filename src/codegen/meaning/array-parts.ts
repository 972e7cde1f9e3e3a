import { allOfChildren, anyOfChildren, ANYTHING, type ChildSchema } from './child-schema';

/** What arrays must satisfy: one of these shapes. */
export type ArrayShapes = readonly ArrayShape[];

/** The items of an array: `prefix` by position, `rest` after them. */
export interface ArrayShape {
  readonly prefix: readonly ChildSchema[];
  /** How many items of the prefix are evaluated, so that `unevaluatedItems` does not apply to them. */
  readonly evaluated: number;
  readonly rest: ChildSchema;
  /** What items that `contains` evaluates must satisfy. */
  readonly contained: readonly ChildSchema[];
  readonly minItems: number;
  readonly maxItems: number;
  /** Whether it evaluates all items, so that `unevaluatedItems` around it applies to none. */
  readonly evaluatesAll: boolean;
}

export const ANY_ARRAY_SHAPE: ArrayShape = {
  prefix: [],
  evaluated: 0,
  rest: ANYTHING,
  contained: [],
  minItems: 0,
  maxItems: Infinity,
  evaluatesAll: false,
};

/** Every array. */
export const ANY_ARRAYS: ArrayShapes = [ANY_ARRAY_SHAPE];

/** The most shapes of an array; with more, every array is allowed. */
const MOST_SHAPES = 32;

/** Arrays that satisfy both. */
export function intersectArrays(a: ArrayShapes, b: ArrayShapes): ArrayShapes {
  return fewEnough(a.flatMap((one) => b.map((other) => mergeTwo(one, other))));
}

/** Arrays that satisfy at least one. */
export function uniteArrays(all: readonly ArrayShapes[]): ArrayShapes {
  return fewEnough(all.flat());
}

function fewEnough(shapes: ArrayShapes): ArrayShapes {
  return shapes.length > MOST_SHAPES ? [{ ...ANY_ARRAY_SHAPE, evaluatesAll: true }] : shapes;
}

function mergeTwo(a: ArrayShape, b: ArrayShape): ArrayShape {
  const longer = a.prefix.length > b.prefix.length ? a.prefix : b.prefix;
  return {
    prefix: longer.map((_, index) => allOfChildren([itemAt(a, index), itemAt(b, index)])),
    evaluated: Math.max(a.evaluated, b.evaluated),
    rest: allOfChildren([a.rest, b.rest]),
    minItems: Math.max(a.minItems, b.minItems),
    maxItems: Math.min(a.maxItems, b.maxItems),
    contained: [...a.contained, ...b.contained],
    evaluatesAll: a.evaluatesAll || b.evaluatesAll,
  };
}

function itemAt({ prefix, rest }: ArrayShape, index: number): ChildSchema {
  return prefix[index] ?? rest;
}

/** The arrays of a schema with `unevaluatedItems`. */
export function sealArrays(shapes: ArrayShapes, rest: ChildSchema): ArrayShapes {
  return shapes.map((shape) => {
    if (shape.evaluatesAll) return shape;
    const unevaluated = anyOfChildren([rest, ...shape.contained]);
    const prefix = shape.prefix.map((item, index) =>
      index < shape.evaluated ? item : allOfChildren([item, unevaluated]),
    );
    return { ...shape, prefix, rest: allOfChildren([shape.rest, unevaluated]), evaluatesAll: true };
  });
}

/** Shapes for the same arrays that evaluate no item. */
export function unevaluatingArrays(shapes: ArrayShapes): ArrayShapes {
  if (shapes === ANY_ARRAYS) return shapes;
  return shapes.map((shape) => ({ ...shape, evaluated: 0, contained: [], evaluatesAll: false }));
}

/** Whether shapes allow every array. */
export function allowsEveryArray(shapes: ArrayShapes): boolean {
  return shapes.some(
    ({ prefix, rest, minItems, maxItems }) =>
      rest.is === 'anything' &&
      minItems === 0 &&
      maxItems === Infinity &&
      prefix.every((item) => item.is === 'anything'),
  );
}
