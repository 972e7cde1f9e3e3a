import { partsAddNothing } from './adds-nothing';
import { allOfChildren, ANYTHING, NOTHING, type ChildSchema } from './child-schema';
import { meantKinds } from './meaning';
import {
  allowsEveryObject,
  childNamed,
  declaredNames,
  evaluatesAll,
  evaluatesUnnamed,
  mergeShapes,
  MOST_ALTERNATIVES,
  shapePart,
  shapesIn,
  withoutNames,
  withoutProperties,
  type Alternative,
  type Choice,
  type ObjectPart,
  type ObjectParts,
  type ObjectShape,
} from './object-parts';
import { ANY_OBJECT, intersection, NEVER, union, type TypeSchema } from './type-schema';
import { writeShape, type ChildReader, type Surroundings } from './write-shape';

/** Gives types by name: those of references, and those of titles. */
export interface ObjectReader extends ChildReader {
  readonly typeNamed: (part: Extract<ObjectPart, { is: 'named' }>) => TypeSchema;
  /** Gives a type that is written several times its own declaration. */
  readonly share: (child: ChildSchema) => void;
  readonly titled: (type: TypeSchema, title: string | undefined) => TypeSchema;
}

const ALONE: Surroundings = { isCovered: false, isClosing: false, elsewhere: [] };

/** The type of the objects that satisfy all parts. */
export function writeObjects(parts: ObjectParts, reader: ObjectReader): TypeSchema {
  return write(parts, ALONE);

  function write(all: ObjectParts, around: Surroundings): TypeSchema {
    const kept = keepsNames(all, around) ? all : withoutNames(all);
    const groups = kept.flatMap((part) => (part.is === 'sealed' ? [part] : []));
    if (groups.length === 0) return writeGroup(kept, around);
    // A sealed part evaluates every property, so that an outer `unevaluatedProperties` forbids none.
    const others = kept.filter((part) => part.is !== 'sealed');
    return intersection([
      ...groups.map((group) =>
        writeGroup(group.parts, { ...around, isClosing: group.rest.is === 'nothing' }),
      ),
      ...(others.length === 0 ? [] : [writeGroup(others, { ...around, isCovered: true, isClosing: false })]),
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
    const needed = every.filter((one) => isNeeded(one, base, around.isClosing, reader));
    const { choices, dropped } = fewEnough(multiplied(needed, (one) => isPossible(one, base)));
    const listed = around.isClosing ? dropped.flatMap(shapeOfDropped) : [];
    const shape = withNames(mergeShapes([own, ...listed]), reader);
    const hasShape =
      !allowsEveryObject([{ is: 'shape', ...shape }]) ||
      shape.properties.size > 0 ||
      (choices.length === 0 && named.length === 0);
    const elsewhere = [...around.elsewhere, ...choices];
    const isWhole = choices.length === 0 && named.length === 0 && around.outer === undefined;
    const written = hasShape ? [writeShape(shape, { ...around, elsewhere }, isWhole, reader)] : [];
    const inner: Surroundings = {
      isClosing: around.isClosing,
      elsewhere: around.elsewhere,
      isCovered: around.isCovered || named.length > 0 || written.some((type) => type !== ANY_OBJECT),
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
          elsewhere: elsewhere.filter((other) => other !== one),
        }),
      ),
    ]);
  }

  function writeChoice({ alternatives, isExclusive }: Choice, around: Surroundings): TypeSchema {
    const isExact = isExclusive && around.isClosing && !evaluatesUnnamed(around.elsewhere);
    return union(
      alternatives.map(({ title, parts: own }) => {
        const absent = isExact ? missing(own, alternatives, around) : [];
        const all = absent.length === 0 ? own : [...own, withoutProperties(absent)];
        return reader.titled(write(all, around), title);
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
function keepsNames(parts: ObjectParts, { outer, isClosing }: Surroundings): boolean {
  if (isClosing || (outer !== undefined && outer.rest.is !== 'anything')) return false;
  return (
    parts.length === 1 ||
    withoutNames(parts).every(
      (part) =>
        part.is === 'choice' ||
        (part.is === 'shape' && part.rest.is === 'anything' && part.names.length === 0),
    )
  );
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
  isClosing: boolean,
  { meaningOf }: ChildReader,
): boolean {
  const base: ObjectParts = [shapePart(shape)];
  if (isClosing) {
    const listed = new Set(declaredNames(base));
    if (declaredNames([choice]).some((name) => !listed.has(name)) || evaluatesUnnamed([choice])) return true;
  }
  return !choice.alternatives.some(({ parts }) =>
    // The author wrote the alternatives of `anyOf` and `oneOf` to be read.
    choice.isImplied ? partsAddNothing(parts, base, meaningOf) : allowsEveryObject(parts),
  );
}

/** The choices that are written: the compiler multiplies them, so there is a limit. */
function fewEnough(all: readonly Choice[]): {
  readonly choices: readonly Choice[];
  readonly dropped: readonly Choice[];
} {
  const choices: Choice[] = [];
  const dropped: Choice[] = [];
  let product = 1;
  for (const choice of all) {
    const next = product * weightOf(choice);
    if (choices.length > 0 && next > MOST_ALTERNATIVES) dropped.push(choice);
    else {
      choices.push(choice);
      product = next;
    }
  }
  return { choices, dropped };
}

/** Multiplies choices that exclude each other, such as one for each value of a property: most combinations are impossible. */
function multiplied(
  all: readonly Choice[],
  isPossible: (alternative: Alternative) => boolean,
): readonly Choice[] {
  if (all.length > MOST_CHOICES) return all;
  const done: Choice[] = [];
  for (const choice of all) {
    const index = done.findIndex((other) => combine(other, choice, isPossible) !== undefined);
    const other = done[index];
    const both = other === undefined ? undefined : combine(other, choice, isPossible);
    if (both === undefined) done.push(choice);
    else done[index] = both;
  }
  return done;
}

function combine(
  a: Choice,
  b: Choice,
  isPossible: (alternative: Alternative) => boolean,
): Choice | undefined {
  if (a.alternatives.length * b.alternatives.length > MOST_PRODUCT) return undefined;
  const alternatives = a.alternatives
    .flatMap((one) => b.alternatives.map(({ parts }) => ({ parts: [...one.parts, ...parts] })))
    .filter(isPossible);
  if (alternatives.length >= a.alternatives.length + b.alternatives.length) return undefined;
  return {
    is: 'choice',
    alternatives,
    isExclusive: a.isExclusive && b.isExclusive,
    isImplied: a.isImplied && b.isImplied,
  };
}

/** The most choices that are multiplied. */
const MOST_CHOICES = 100;

/** The most combinations of two choices that are tried. */
const MOST_PRODUCT = 400;

function weightOf({ alternatives }: Choice): number {
  return alternatives.reduce(
    (sum, { parts }) =>
      sum +
      withoutNames(parts).reduce((product, part) => product * (part.is === 'choice' ? weightOf(part) : 1), 1),
    0,
  );
}

/** A shape that allows the properties that a dropped choice may evaluate. */
function shapeOfDropped(choice: Choice): readonly ObjectShape[] {
  const isAny = choice.alternatives.some(({ parts }) => withoutNames(parts).some(evaluatesAll));
  const optional = { child: ANYTHING, isRequired: false, isDeclared: true };
  const properties = new Map(declaredNames([choice]).map((name) => [name, optional]));
  return shapesIn([shapePart({ properties, evaluatesAll: isAny })]);
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
