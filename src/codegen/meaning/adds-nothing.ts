import { allowsEveryArray, type ArrayShapes } from './array-parts';
import { allOfChildren, type ChildSchema } from './child-schema';
import { isAnyKind, type Kind } from './kinds';
import { meantKinds, type Meaning } from './meaning';
import { childNamed, mergeShapes, shapesIn, withoutNames, type ObjectParts } from './object-parts';

type MeaningOf = (child: ChildSchema) => Meaning;

/** How deep objects and arrays are compared; below that, they are taken to differ. */
const DEEPEST = 6;

/** Whether the type of `base` is the same with `extra` as without, as far as TypeScript can say it. */
function addsNothing(extra: Meaning, base: Meaning, meaningOf: MeaningOf, depth = 0): boolean {
  return [...meantKinds(base)].every(([type, kind]) => {
    const other = extra.kinds.get(type);
    return other !== undefined && kindAddsNothing(other, kind, meaningOf, depth);
  });
}

function kindAddsNothing(extra: Kind, base: Kind, meaningOf: MeaningOf, depth: number): boolean {
  if (isAnyKind(extra)) return true;
  switch (extra.is) {
    case 'except':
      return base.is !== 'literals' || !base.values.some((value) => extra.values.includes(value));
    case 'literals':
      return base.is === 'literals' && base.values.every((value) => extra.values.includes(value));
    case 'objects':
      return base.is === 'objects' && partsAddNothing(extra.parts, base.parts, meaningOf, depth);
    case 'arrays':
      return base.is === 'arrays' && itemsAddNothing(extra.shapes, base.shapes, meaningOf, depth);
  }
}

/** The same for parts of objects, apart from which properties they evaluate. */
export function partsAddNothing(
  extra: ObjectParts,
  base: ObjectParts,
  meaningOf: MeaningOf,
  depth = 0,
): boolean {
  if (depth > DEEPEST) return false;
  const known = withoutNames(base);
  const shape = mergeShapes(shapesIn(known));
  return withoutNames(extra).every((part) => {
    if (known.includes(part)) return true;
    if (part.is === 'choice') {
      return part.alternatives.some(({ parts }) => partsAddNothing(parts, base, meaningOf, depth + 1));
    }
    if (part.is !== 'shape') return false;
    const isOpen = part.rest.is === 'anything' && part.names.length === 0 && part.patterns.length === 0;
    return (
      isOpen &&
      [...part.properties].every(
        ([name, { child, isRequired }]) =>
          (!isRequired || shape.properties.get(name)?.isRequired === true) &&
          childAddsNothing(child, childNamed(shape, name), meaningOf, depth + 1),
      )
    );
  });
}

function itemsAddNothing(
  extra: ArrayShapes,
  base: ArrayShapes,
  meaningOf: MeaningOf,
  depth: number,
): boolean {
  if (allowsEveryArray(extra) || extra === base) return true;
  return extra.some(
    ({ prefix, rest }) =>
      prefix.length === 0 &&
      base.every((shape) =>
        [...shape.prefix, shape.rest].every((item) => childAddsNothing(rest, item, meaningOf, depth + 1)),
      ),
  );
}

/** Whether a property or item has the same type with `extra` as without. */
export function childAddsNothing(
  extra: ChildSchema,
  base: ChildSchema,
  meaningOf: MeaningOf,
  depth = 0,
): boolean {
  if (extra.is === 'anything' || base.is === 'nothing') return true;
  if (depth > DEEPEST) return false;
  return addsNothing(meaningOf(extra), meaningOf(base), meaningOf, depth);
}

/** A child without the members of a combination that add nothing to the others. */
export function simplified(child: ChildSchema, meaningOf: MeaningOf): ChildSchema {
  if (child.is !== 'all') return child;
  let kept = child.members;
  for (const member of child.members) {
    const others = kept.filter((other) => other !== member);
    if (others.length > 0 && childAddsNothing(member, allOfChildren(others), meaningOf)) kept = others;
  }
  const [only] = kept;
  return only !== undefined && kept.length === 1 ? only : { is: 'all', members: kept };
}
