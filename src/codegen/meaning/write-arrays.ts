import { allowsEveryArray, type ArrayShape, type ArrayShapes } from './array-parts';
import { NOTHING, type ChildSchema } from './child-schema';
import { NEVER, union, UNKNOWN, type TypeSchema } from './type-schema';

type TypeOf = (child: ChildSchema) => TypeSchema;

/** The type of arrays: a tuple where items have positions. */
export function writeArrays(shapes: ArrayShapes, typeOf: TypeOf): TypeSchema {
  if (allowsEveryArray(shapes)) return { type: 'array', items: UNKNOWN };
  return union(shapes.map((shape) => writeArray(shape, typeOf)));
}

function writeArray({ prefix, rest, minItems, maxItems }: ArrayShape, typeOf: TypeOf): TypeSchema {
  if (minItems > maxItems) return NEVER;
  const types = prefix.slice(0, maxItems).map(typeOf);
  // No array reaches an item that nothing satisfies.
  const end = types.findIndex(({ tsType }) => tsType === 'never');
  const items = end === -1 ? types : types.slice(0, end);
  if (minItems > items.length && end !== -1) return NEVER;
  const isFull = end !== -1 || (prefix.length > 0 && maxItems <= prefix.length);
  const after = typeOf(isFull ? NOTHING : rest);
  if (items.length === 0) return { type: 'array', items: after };
  return {
    type: 'array',
    items,
    ...(after.tsType === 'never' ? {} : { additionalItems: after }),
    ...(minItems > 0 ? { minItems } : {}),
  };
}
