import { allOfChildren, ANYTHING, NOTHING, notChild, type ChildSchema } from './child-schema';
import type { SchemaPlace } from './schema-place';

/** What objects must satisfy: all of these parts. Without any part, every object is allowed. */
export type ObjectParts = readonly ObjectPart[];

/**
 * A `choice` needs one of its alternatives; if it is exclusive, no other one applies. `sealed` parts are those of a schema with
 * `unevaluatedProperties`, which is `rest`. `named` parts are those of a schema that is the target of references.
 */
export type ObjectPart =
  | ({ readonly is: 'shape' } & ObjectShape)
  | Choice
  | { readonly is: 'sealed'; readonly parts: ObjectParts; readonly rest: ChildSchema }
  | { readonly is: 'named'; readonly place: SchemaPlace; readonly parts: ObjectParts };

export interface Choice {
  readonly is: 'choice';
  readonly alternatives: readonly Alternative[];
  readonly isExclusive: boolean;
  /** Whether the alternatives come from conditions, not from `anyOf` or `oneOf`. */
  readonly isImplied: boolean;
}

export interface Alternative {
  /** The name of its type. */
  readonly title?: string;
  readonly parts: ObjectParts;
}

/** The properties of an object. `rest` is for those that are neither listed nor match a pattern. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, Property>;
  readonly patterns: readonly Pattern[];
  readonly rest: ChildSchema;
  /** What the names of properties must satisfy. */
  readonly names: readonly ChildSchema[];
  /** Whether it evaluates all properties, so that `unevaluatedProperties` around it applies to none. */
  readonly evaluatesAll: boolean;
}

export interface Property {
  readonly child: ChildSchema;
  readonly isRequired: boolean;
  /** Whether `properties` lists it; a property may also be required, or forbidden, without being described. */
  readonly isDeclared: boolean;
}

export interface Pattern {
  readonly matches: (name: string) => boolean;
  readonly child: ChildSchema;
}

const ANY_SHAPE: ObjectShape = {
  properties: new Map(),
  patterns: [],
  rest: ANYTHING,
  names: [],
  evaluatesAll: false,
};

export function shapePart(shape: Partial<ObjectShape>): ObjectPart {
  return { is: 'shape', ...ANY_SHAPE, ...shape };
}

/** An object that must not have these properties. */
export function withoutProperties(names: readonly string[]): ObjectPart {
  const absent = { child: NOTHING, isRequired: false, isDeclared: false };
  return shapePart({ properties: new Map(names.map((name) => [name, absent])) });
}

/** An object that must have these properties. */
export function withProperties(names: readonly unknown[]): ObjectPart {
  const present = { child: ANYTHING, isRequired: true, isDeclared: false };
  const texts = names.filter((name) => typeof name === 'string');
  return shapePart({ properties: new Map(texts.map((name) => [name, present])) });
}

/** What the shape requires of a property, whether or not it is listed. */
export function childNamed({ properties, patterns, rest }: ObjectShape, name: string): ChildSchema {
  const own = properties.get(name);
  if (own?.isDeclared === true) return own.child;
  const matching = patterns.filter(({ matches }) => matches(name)).map(({ child }) => child);
  return allOfChildren([own?.child ?? ANYTHING, ...(matching.length > 0 ? matching : [rest])]);
}

/** The shape of objects that satisfy all shapes. */
export function mergeShapes(shapes: readonly ObjectShape[]): ObjectShape {
  const [only] = shapes;
  if (only !== undefined && shapes.length === 1) return only;
  const names = new Set(shapes.flatMap(({ properties }) => [...properties.keys()]));
  return {
    properties: new Map(
      [...names].map((name) => [
        name,
        {
          child: allOfChildren(shapes.map((shape) => childNamed(shape, name))),
          isRequired: shapes.some(({ properties }) => properties.get(name)?.isRequired === true),
          isDeclared: shapes.some(({ properties }) => properties.get(name)?.isDeclared === true),
        },
      ]),
    ),
    patterns: shapes.flatMap(({ patterns }) => patterns),
    rest: allOfChildren(shapes.map(({ rest }) => rest)),
    names: shapes.flatMap((shape) => shape.names),
    evaluatesAll: shapes.some((shape) => shape.evaluatesAll),
  };
}

/** The parts with those of named schemas instead of their names. */
export function withoutNames(parts: ObjectParts): ObjectParts {
  return parts.flatMap((part) => (part.is === 'named' ? withoutNames(part.parts) : [part]));
}

export function shapesIn(parts: ObjectParts): readonly ObjectShape[] {
  return parts.flatMap((part) => (part.is === 'shape' ? [part] : []));
}

/** The parts of a schema with `unevaluatedProperties`. */
export function seal(parts: ObjectParts, rest: ChildSchema): ObjectParts {
  const all = withoutNames(parts);
  if (all.some(evaluatesAll)) return parts;
  if (all.some(({ is }) => is === 'choice')) return [{ is: 'sealed', parts: all, rest }];
  const shape = mergeShapes(shapesIn(all));
  return [shapePart({ ...shape, rest: allOfChildren([shape.rest, rest]), evaluatesAll: true })];
}

export function evaluatesAll(part: ObjectPart): boolean {
  return part.is === 'sealed' || (part.is === 'shape' && part.evaluatesAll);
}

/** The parts with properties that are within those of the shape around them. */
export function partsWithin(parts: ObjectParts, outer: ObjectShape): ObjectParts {
  return withoutNames(parts).map((part) => {
    if (part.is === 'choice') {
      const alternatives = part.alternatives.map((one) => ({ ...one, parts: partsWithin(one.parts, outer) }));
      return { ...part, alternatives };
    }
    if (part.is !== 'shape') return part;
    const properties = [...part.properties].map(([name, property]) => {
      const around = childNamed(outer, name);
      const isBare =
        property.child.is === 'anything' || property.child.is === 'nothing' || around.is === 'anything';
      const child: ChildSchema = isBare
        ? property.child
        : { is: 'within', member: property.child, outer: around };
      return [name, { ...property, child }] as const;
    });
    return { ...part, properties: new Map(properties) };
  });
}

/** Parts for the same objects that evaluate no property, where these are open. */
export function unevaluatingParts(parts: ObjectParts): ObjectParts {
  return withoutNames(parts).map((part) => {
    if (part.is === 'choice') {
      const alternatives = part.alternatives.map((one) => ({ ...one, parts: unevaluatingParts(one.parts) }));
      return { ...part, alternatives };
    }
    if (part.is !== 'shape' || part.rest.is !== 'anything' || part.patterns.length > 0) return part;
    const properties = [...part.properties].map(
      ([name, property]) => [name, { ...property, isDeclared: false }] as const,
    );
    return { ...part, properties: new Map(properties), evaluatesAll: false };
  });
}

/** The properties that the parts list, in any alternative. */
export function declaredNames(parts: ObjectParts): readonly string[] {
  return parts.flatMap((part) => {
    switch (part.is) {
      case 'shape':
        return [...part.properties].filter(([, { isDeclared }]) => isDeclared).map(([name]) => name);
      case 'choice':
        return part.alternatives.flatMap((alternative) => declaredNames(alternative.parts));
      case 'sealed':
      case 'named':
        return declaredNames(part.parts);
    }
  });
}

/** What the parts require of properties that they evaluate without listing them, in any alternative. */
export function unnamedIn(parts: ObjectParts): readonly ChildSchema[] {
  return withoutNames(parts).flatMap((part) => {
    switch (part.is) {
      case 'shape':
        return [...part.patterns.map(({ child }) => child), ...(part.evaluatesAll ? [part.rest] : [])];
      case 'choice':
        return part.alternatives.flatMap((alternative) => unnamedIn(alternative.parts));
      case 'sealed':
        return [...unnamedIn(part.parts), part.rest];
      case 'named':
        return [];
    }
  });
}

/** Whether the parts evaluate properties that they do not list, in any alternative. */
export function evaluatesUnnamed(parts: ObjectParts): boolean {
  return unnamedIn(parts).length > 0;
}

/** Whether parts allow every object. */
export function allowsEveryObject(parts: ObjectParts): boolean {
  return withoutNames(parts).every(
    (part) =>
      part.is === 'shape' &&
      part.rest.is === 'anything' &&
      part.names.length === 0 &&
      part.patterns.every(({ child }) => child.is === 'anything') &&
      [...part.properties.values()].every(({ child, isRequired }) => child.is === 'anything' && !isRequired),
  );
}

/** Whether parts only say which properties are present or absent. */
export function onlyRequires(parts: ObjectParts): boolean {
  return withoutNames(parts).every(
    (part) =>
      part.is === 'shape' &&
      part.rest.is === 'anything' &&
      part.patterns.length === 0 &&
      part.names.length === 0 &&
      [...part.properties.values()].every(({ child }) => child.is === 'anything' || child.is === 'nothing'),
  );
}

/** The most alternatives that a type gets for a single choice, or for several choices together. */
export const MOST_ALTERNATIVES = 16;

/** Objects that do not satisfy the parts, or more if parts cannot express that; undefined if every object satisfies them. */
export function complementOfObjects(parts: ObjectParts): ObjectParts | undefined {
  if (allowsEveryObject(parts)) return undefined;
  const all = withoutNames(parts);
  const { properties, patterns, rest, names } = mergeShapes(shapesIn(all));
  const isPlain = patterns.length === 0 && names.length === 0 && rest.is === 'anything';
  if (!isPlain || all.some(({ is }) => is !== 'shape')) return [];
  const alternatives = [...properties].flatMap(([name, property]): readonly Alternative[] => {
    const { child, isRequired } = property;
    if (child.is === 'anything' && !isRequired) return [];
    // Absent where the property was required, wrong where it may be present.
    const wrong = { child: notChild(child), isRequired: !isRequired, isDeclared: false };
    return [{ parts: [shapePart({ properties: new Map([[name, wrong]]) })] }];
  });
  const [only] = alternatives;
  if (only !== undefined && alternatives.length === 1) return only.parts;
  return alternatives.length > MOST_ALTERNATIVES
    ? []
    : [{ is: 'choice', alternatives, isExclusive: false, isImplied: true }];
}
