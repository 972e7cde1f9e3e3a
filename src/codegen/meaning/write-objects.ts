import { partsAddNothing } from './adds-nothing';
import { allOfChildren, ANYTHING, NOTHING, type ChildSchema } from './child-schema';
import { decidesRest, fewEnough, multiplied, shapeOfDropped } from './written-choices';
import { aboutKnown, namesBeside } from './known-names';
import { meantKinds } from './meaning';
import {
  allowsEveryObject,
  childNamed,
  declaredNames,
  evaluatesAll,
  evaluatesUnnamed,
  mergeShapes,
  shapePart,
  shapesIn,
  withoutNames,
  type Alternative,
  type Choice,
  type ObjectPart,
  type ObjectParts,
  type ObjectShape,
} from './object-parts';
import { ANY_OBJECT, intersection, NEVER, union, type TypeSchema } from './type-schema';
import { isSealed, writeShape, type ChildReader, type Surroundings } from './write-shape';

/** Gives types by name: those of references, and those of titles. */
export interface ObjectReader extends ChildReader {
  readonly typeNamed: (part: Extract<ObjectPart, { is: 'named' }>) => TypeSchema;
  /** Gives a type that is written several times its own declaration. */
  readonly share: (child: ChildSchema) => void;
  readonly titled: (type: TypeSchema, title: string | undefined) => TypeSchema;
}

/** The type of the objects that satisfy all parts; `siblings` are the properties that other types of the same union have. */
export function writeObjects(
  parts: ObjectParts,
  siblings: ReadonlySet<string>,
  reader: ObjectReader,
): TypeSchema {
  return writeKnowing(parts, { isCovered: false, unevaluated: ANYTHING, elsewhere: [], known: siblings });

  /** The type of an alternative, with what it says about the properties that are known from elsewhere. */
  function writeKnowing(own: ObjectParts, around: Surroundings): TypeSchema {
    const about = aboutKnown(own, around.known);
    if (about === undefined) return write(own, around);
    const [only] = own;
    if (only?.is !== 'named' || own.length > 1 || !keepsNames(own, around))
      return write([...own, about], around);
    return intersection([reader.typeNamed(only), write([about], { ...around, isCovered: true })]);
  }

  function write(all: ObjectParts, around: Surroundings): TypeSchema {
    const kept = keepsNames(all, around) ? all : withoutNames(all);
    const groups = kept.flatMap((part) => (part.is === 'sealed' ? [part] : []));
    if (groups.length === 0) return writeGroup(kept, around);
    // A sealed part evaluates every property, so that an outer `unevaluatedProperties` forbids none.
    const others = kept.filter((part) => part.is !== 'sealed');
    return intersection([
      ...groups.map((group) => writeGroup(group.parts, { ...around, unevaluated: group.rest })),
      ...(others.length === 0
        ? []
        : [writeGroup(others, { ...around, isCovered: true, unevaluated: ANYTHING })]),
    ]);
  }

  /** The type of parts that are not sealed. */
  function writeGroup(all: ObjectParts, around: Surroundings): TypeSchema {
    const settled = settle(all, around.outer);
    if (settled === undefined) return NEVER;
    const named = settled.flatMap((part) => (part.is === 'named' ? [part] : []));
    const every = settled.flatMap((part) => (part.is === 'choice' ? [part] : []));
    const own = mergeShapes(shapesIn(settled));
    const base = mergeShapes([
      ...(around.outer === undefined ? [] : [around.outer]),
      ...shapesIn(withoutNames(settled)),
    ]);
    const needed = every.filter((one) => isNeeded(one, base, isSealed(around), reader));
    const { choices, dropped } = fewEnough(multiplied(needed, (one) => isPossible(one, base)));
    const listed = isSealed(around) ? dropped.flatMap(shapeOfDropped) : [];
    const shape = withNames(mergeShapes([own, ...listed]), reader);
    const hasShape =
      !allowsEveryObject([{ is: 'shape', ...shape }]) ||
      shape.properties.size > 0 ||
      (choices.length === 0 && named.length === 0);
    const elsewhere = [...around.elsewhere, ...choices];
    const isWhole = choices.length === 0 && named.length === 0 && around.outer === undefined;
    const isClosed = isSealed(around) || base.rest.is === 'nothing';
    const deciding = isClosed ? undefined : choices.find(decidesRest);
    const isCovered = around.isCovered || deciding !== undefined || named.length > 0;
    const restless = deciding === undefined ? shape : withoutRest(shape);
    const written = hasShape
      ? [writeShape(restless, { ...around, isCovered, elsewhere }, isWhole, reader)]
      : [];
    const inner: Surroundings = {
      unevaluated: around.unevaluated,
      elsewhere: around.elsewhere,
      known: around.known,
      isCovered: isCovered || written.some((type) => type !== ANY_OBJECT),
      ...(hasShape || around.outer !== undefined
        ? { outer: mergeShapes([...(around.outer === undefined ? [] : [around.outer]), shape]) }
        : {}),
    };
    return intersection([
      ...named.map(reader.typeNamed),
      ...written,
      ...choices.map((one) =>
        writeChoice(one, {
          ...inner,
          ...(one === deciding ? { isCovered: around.isCovered } : {}),
          elsewhere: elsewhere.filter((other) => other !== one),
        }),
      ),
    ]);
  }

  function writeChoice({ alternatives, isExclusive }: Choice, around: Surroundings): TypeSchema {
    const isExact = isExclusive && isSealed(around) && !evaluatesUnnamed(around.elsewhere);
    const base = around.outer === undefined ? [] : [around.outer];
    const every = alternatives.map(({ parts: one }) => one);
    const names = [
      ...around.known,
      ...base.flatMap(({ properties }) => [...properties.keys()]),
      ...declaredNames(around.elsewhere),
    ];
    return union(
      alternatives.map(({ title, parts: own }) => {
        const absent = isExact ? missing(own, alternatives, around) : [];
        const all = absent.length === 0 ? own : [...own, unevaluatedProperties(absent, around)];
        const known = new Set([...names, ...namesBeside(own, every, base, reader.meaningOf)]);
        return reader.titled(writeKnowing(all, { ...around, known }), title);
      }),
    );
  }

  /** Merges choices that only have one possible alternative. Undefined where a choice has none. */
  function settle(all: ObjectParts, outer: ObjectShape | undefined): ObjectParts | undefined {
    let settled = all;
    for (;;) {
      const shapes = shapesIn(withoutNames(settled));
      const base = mergeShapes(outer === undefined ? shapes : [outer, ...shapes]);
      let isChanged = false;
      const next: ObjectPart[] = [];
      for (const part of settled) {
        if (part.is !== 'choice') {
          next.push(part);
          continue;
        }
        const alternatives = part.alternatives.filter((one) => isPossible(one, base));
        const [only] = alternatives;
        if (only === undefined) return undefined;
        if (alternatives.length === 1) next.push(...withoutNames(only.parts));
        else next.push({ ...part, alternatives });
        isChanged ||= alternatives.length === 1;
      }
      settled = next;
      if (!isChanged) return settled;
    }
  }

  /** Whether objects of the shape may satisfy an alternative: a property that it needs may not exist, or have no value. */
  function isPossible({ parts: own }: Alternative, base: ObjectShape): boolean {
    const shape = mergeShapes(shapesIn(withoutNames(own)));
    return [...shape.properties].every(([name, { isRequired }]) => {
      if (!isRequired && base.properties.get(name)?.isRequired !== true) return true;
      const child = allOfChildren([childNamed(base, name), childNamed(shape, name)]);
      return meantKinds(reader.meaningOf(child)).size > 0;
    });
  }
}

/** Whether names of references can be written: a name for an open object says nothing about other properties. */
function keepsNames(parts: ObjectParts, around: Surroundings): boolean {
  const { outer } = around;
  if (isSealed(around) || (outer !== undefined && outer.rest.is !== 'anything')) return false;
  if (parts.length === 1) return true;
  return (
    parts.every((part) => part.is !== 'choice' || !decidesRest(part)) &&
    withoutNames(parts).every(
      (part) =>
        part.is === 'choice' ||
        (part.is === 'shape' && part.rest.is === 'anything' && part.names.length === 0),
    )
  );
}

/** A shape in which no part evaluates these properties. */
function unevaluatedProperties(names: readonly string[], { unevaluated }: Surroundings): ObjectPart {
  const property = { child: unevaluated, isRequired: false, isDeclared: false };
  return shapePart({ properties: new Map(names.map((name) => [name, property])) });
}

/** The properties that only other alternatives list: no part that applies with this one evaluates them. */
function missing(
  own: ObjectParts,
  alternatives: readonly Alternative[],
  { outer, elsewhere }: Surroundings,
): readonly string[] {
  const around: ObjectParts = [...elsewhere, ...(outer === undefined ? [] : [shapePart(outer)])];
  const all = [...withoutNames(own), ...around];
  if (all.some(evaluatesAll)) return [];
  const listed = new Set(declaredNames(all));
  const patterns = shapesIn(all).flatMap((shape) => shape.patterns);
  const names = new Set(alternatives.flatMap(({ parts }) => declaredNames(parts)));
  return [...names].filter((name) => !listed.has(name) && !patterns.some(({ matches }) => matches(name)));
}

/** Whether a choice adds anything to a shape, or decides which properties are evaluated. */
function isNeeded(
  choice: Choice,
  shape: ObjectShape,
  isInSealed: boolean,
  { meaningOf }: ChildReader,
): boolean {
  const base: ObjectParts = [shapePart(shape)];
  if (isInSealed) {
    const listed = new Set(declaredNames(base));
    if (declaredNames([choice]).some((name) => !listed.has(name)) || evaluatesUnnamed([choice])) return true;
  }
  return !choice.alternatives.some(({ parts }) =>
    // The author wrote the alternatives of `anyOf` and `oneOf` to be read.
    choice.isImplied ? partsAddNothing(parts, base, meaningOf) : allowsEveryObject(parts),
  );
}

/** A shape that says as much about its properties, but nothing about others. */
function withoutRest(shape: ObjectShape): ObjectShape {
  const properties = [...shape.properties].map(
    ([name, property]) => [name, { ...property, child: childNamed(shape, name) }] as const,
  );
  return { ...shape, properties: new Map(properties), patterns: [], rest: ANYTHING };
}

/** Applies `propertyNames` where it lists the names. */
function withNames(shape: ObjectShape, { meaningOf, share }: ObjectReader): ObjectShape {
  if (shape.names.length > 0 && shape.rest.is === 'schema') share(shape.rest);
  const lists = shape.names.flatMap((child) => {
    const kind = meaningOf(child).kinds.get('string');
    if (kind === undefined) return [[]];
    return kind.is === 'literals' ? [kind.values.filter((name) => typeof name === 'string')] : [];
  });
  const [first] = lists;
  if (first === undefined) return { ...shape, names: [] };
  const allowed = first.filter((name) => lists.every((names) => names.includes(name)));
  const forbidden = [...shape.properties].map(
    ([name, property]) => [name, { ...property, child: NOTHING, isDeclared: true }] as const,
  );
  const listed = allowed.map((name) => {
    const isRequired = shape.properties.get(name)?.isRequired ?? false;
    return [name, { child: childNamed(shape, name), isRequired, isDeclared: true }] as const;
  });
  return {
    ...shape,
    names: [],
    properties: new Map([...forbidden, ...listed]),
    patterns: [],
    rest: NOTHING,
  };
}
