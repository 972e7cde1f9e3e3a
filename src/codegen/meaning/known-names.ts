import { allOfChildren, anyOfChildren, type ChildSchema } from './child-schema';
import { meantKinds, type Meaning } from './meaning';
import {
  childNamed,
  declaredNames,
  evaluatesUnnamed,
  mergeShapes,
  shapePart,
  shapesIn,
  withoutNames,
  type ObjectPart,
  type ObjectParts,
  type ObjectShape,
} from './object-parts';

/** What objects with these parts may have as a property, whether or not it is listed. */
export function childIn(parts: ObjectParts, name: string): ChildSchema {
  return allOfChildren(
    parts.map((part) => {
      switch (part.is) {
        case 'shape':
          return childNamed(part, name);
        case 'choice':
          return anyOfChildren(part.alternatives.map((alternative) => childIn(alternative.parts, name)));
        case 'named':
          return childIn(part.parts, name);
        case 'sealed': {
          const isEvaluated = declaredNames(part.parts).includes(name) || evaluatesUnnamed(part.parts);
          return allOfChildren([childIn(part.parts, name), ...(isEvaluated ? [] : [part.rest])]);
        }
      }
    }),
  );
}

/** What the parts require of a property where they list it, in any alternative. */
export function listedIn(parts: ObjectParts, name: string): readonly ChildSchema[] {
  return withoutNames(parts).flatMap((part) => {
    switch (part.is) {
      case 'shape': {
        const property = part.properties.get(name);
        return property?.isDeclared === true ? [property.child] : [];
      }
      case 'choice':
        return part.alternatives.flatMap((alternative) => listedIn(alternative.parts, name));
      case 'sealed':
        return listedIn(part.parts, name);
      case 'named':
        return [];
    }
  });
}

/**
 * What the parts say about properties that they do not list, but that another type of the same union or intersection names: TypeScript takes
 * these for known there too. Undefined where they say nothing about them.
 */
export function aboutKnown(parts: ObjectParts, known: Iterable<string>): ObjectPart | undefined {
  const listed = new Set(declaredNames(parts));
  const properties = [...new Set(known)].flatMap((name) => {
    const child = childIn(parts, name);
    return listed.has(name) || child.is === 'anything'
      ? []
      : [[name, { child, isRequired: false, isDeclared: true }] as const];
  });
  return properties.length === 0 ? undefined : shapePart({ properties: new Map(properties) });
}

/**
 * The properties that the other alternatives list. An alternative is left out if it differs from this one in a literal: then TypeScript knows
 * which of the two a value is, and does not mix up their properties.
 */
export function namesBeside(
  own: ObjectParts,
  alternatives: readonly ObjectParts[],
  base: readonly ObjectShape[],
  meaningOf: (child: ChildSchema) => Meaning,
): readonly string[] {
  return alternatives
    .filter((other) => other !== own && !isToldApart(own, other, base, meaningOf))
    .flatMap(declaredNames);
}

/** Whether a property of one alternative has a literal that the other one does not allow. */
function isToldApart(
  own: ObjectParts,
  other: ObjectParts,
  base: readonly ObjectShape[],
  meaningOf: (child: ChildSchema) => Meaning,
): boolean {
  const [shape, others] = [own, other].map((parts) =>
    mergeShapes([...base, ...shapesIn(withoutNames(parts))]),
  );
  if (shape === undefined || others === undefined) return false;
  return [...shape.properties].some(([name, { isRequired }]) => {
    if (!isRequired) return false;
    const child = childNamed(shape, name);
    const isLiteral = [...meantKinds(meaningOf(child))].every(
      ([type, kind]) => kind.is === 'literals' || type === 'null' || type === 'boolean',
    );
    return isLiteral && meantKinds(meaningOf(allOfChildren([child, childNamed(others, name)]))).size === 0;
  });
}
