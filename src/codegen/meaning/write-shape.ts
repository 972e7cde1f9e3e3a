import { childAddsNothing } from './adds-nothing';
import { allOfChildren, anyOfChildren, isConditional, NOTHING, type ChildSchema } from './child-schema';
import { childIn, listedIn } from './known-names';
import { meantKinds, type Meaning } from './meaning';
import {
  childNamed,
  declaredNames,
  evaluatesUnnamed,
  shapePart,
  unnamedIn,
  type ObjectParts,
  type ObjectShape,
  type Property,
} from './object-parts';
import { ANY_OBJECT, EMPTY, union, type TypeSchema } from './type-schema';

/** Gives the types and meanings of properties. */
export interface ChildReader {
  readonly typeOf: (child: ChildSchema) => TypeSchema;
  readonly meaningOf: (child: ChildSchema) => Meaning;
}

/** What a shape is intersected with. */
export interface Surroundings {
  /** The other shape that objects must satisfy too. */
  readonly outer?: ObjectShape;
  /** Whether another type of the intersection says which other properties are allowed. */
  readonly isCovered: boolean;
  /** What an outer `unevaluatedProperties` requires of the properties that no part evaluates. */
  readonly unevaluated: ChildSchema;
  /** Choices that may evaluate properties too. */
  readonly elsewhere: ObjectParts;
  /** Properties that other types of the same union or intersection have. */
  readonly known: ReadonlySet<string>;
}

/** The type of an object shape; `isWhole`: nothing is intersected with it. All pattern properties become one index signature. */
export function writeShape(
  shape: ObjectShape,
  around: Surroundings,
  isWhole: boolean,
  reader: ChildReader,
): TypeSchema {
  const elsewhere = new Set(declaredNames(around.elsewhere));
  const additional = typeOfOthers(shape, around, reader);
  const isOpen = additional.tsType === 'unknown' && !isIndexOmitted(shape, around);
  const isClosed = additional.tsType === 'never' && !isSealed(around);
  const children = [...shape.properties].flatMap(([name, property]) => {
    const child = childOf(name, property);
    return isPointless(name, property, child) ? [] : [[name, child] as const];
  });
  const properties = Object.fromEntries(children.map(([name, child]) => [name, typeIn(name, child)]));
  const required = children.map(([name]) => name).filter(isRequired);
  if (children.length === 0) {
    if (additional.tsType === 'never') return isWhole ? EMPTY : { tsType: '{}' };
    if (additional.tsType === 'unknown') return isOpen ? ANY_OBJECT : { tsType: '{}' };
  }
  const additionalProperties =
    additional.tsType === 'unknown' ? isOpen : additional.tsType === 'never' ? false : additional;
  return { type: 'object', properties, required, additionalProperties };

  function isRequired(name: string): boolean {
    return [shape, around.outer].some((one) => one?.properties.get(name)?.isRequired === true);
  }

  /** Whether the type is the same without a property. */
  function isPointless(name: string, property: Property, child: ChildSchema): boolean {
    if (isClosed && child.is === 'nothing' && !property.isRequired && !property.isDeclared) return true;
    const outer = around.outer?.properties.get(name);
    if (around.outer === undefined || outer?.isDeclared !== true) return false;
    return (
      (outer.isRequired || !property.isRequired) &&
      childAddsNothing(property.child, childNamed(around.outer, name), reader.meaningOf)
    );
  }

  /** The type of a property; the outer shape has its description. */
  function typeIn(name: string, child: ChildSchema): TypeSchema {
    const type = reader.typeOf(child);
    if (around.outer?.properties.get(name)?.isDeclared !== true) return type;
    const { description: _, ...bare } = type;
    return bare;
  }

  function childOf(name: string, { isDeclared }: Property): ChildSchema {
    const isEvaluated =
      isDeclared ||
      elsewhere.has(name) ||
      evaluatesUnnamed(around.elsewhere) ||
      [shape, around.outer ?? shape].some((one) => evaluates(one, name));
    const own = childNamed(shape, name);
    const child = isEvaluated ? own : allOfChildren([own, around.unevaluated]);
    return restricted(child, name, around.outer, reader);
  }
}

/** Whether a shape evaluates a property. */
function evaluates({ properties, patterns, evaluatesAll }: ObjectShape, name: string): boolean {
  return (
    evaluatesAll || properties.get(name)?.isDeclared === true || patterns.some(({ matches }) => matches(name))
  );
}

/** The type of the properties that are not listed. An index signature also covers those that only other types of the intersection list. */
function typeOfOthers(shape: ObjectShape, around: Surroundings, { typeOf }: ChildReader): TypeSchema {
  const { outer, isCovered, elsewhere } = around;
  const outers = outer === undefined ? [] : [shapePart(outer)];
  const all = isCovered || outer === undefined ? [shape] : [shape, outer];
  const patterns = all.flatMap((one) => one.patterns.map(({ child }) => child));
  const isUnevaluated = isSealed(around) && !shape.evaluatesAll;
  const others = isUnevaluated
    ? unevaluatedIn(around, patterns.length > 0)
    : [allOfChildren(all.map((one) => one.rest))];
  const type = typeOf(anyOfChildren([...patterns, ...others]));
  if (type.tsType !== undefined) return type;
  const beside = [...outers, ...elsewhere];
  const listed = [...new Set(declaredNames(beside))].map((name) =>
    allOfChildren([
      childNamed(shape, name),
      childIn(outers, name),
      isUnevaluated ? anyOfChildren(listedIn(beside, name)) : childIn(elsewhere, name),
    ]),
  );
  return union([type, ...listed.map(typeOf)]);
}

/** What may be the other properties of a sealed shape: those of its own patterns aside, the ones that other parts evaluate, or that none does. */
function unevaluatedIn(
  { outer, isCovered, elsewhere, unevaluated }: Surroundings,
  hasPatterns: boolean,
): readonly ChildSchema[] {
  if (!hasPatterns && (isCovered || unevaluated.is === 'nothing')) return [];
  return [unevaluated, ...unnamedIn([...elsewhere, ...(outer === undefined ? [] : [shapePart(outer)])])];
}

function isIndexOmitted({ evaluatesAll }: ObjectShape, around: Surroundings): boolean {
  return around.isCovered && !(isSealed(around) && evaluatesAll);
}

/** Whether `unevaluatedProperties` around a shape applies to what no part evaluates. */
export function isSealed({ unevaluated }: Surroundings): boolean {
  return unevaluated.is !== 'anything';
}

/** What a shape requires of a property, without what the outer shape forbids: other types, and where it is a scalar, other values. */
function restricted(
  child: ChildSchema,
  name: string,
  outer: ObjectShape | undefined,
  { meaningOf }: ChildReader,
): ChildSchema {
  if (outer === undefined) return child;
  const other = childNamed(outer, name);
  if (other.is === 'anything') return child;
  const kinds = meantKinds(meaningOf(other));
  if (kinds.size === 0) return NOTHING;
  if ([...kinds.values()].every((kind) => 'values' in kind)) return allOfChildren([child, other]);
  if (child.is === 'anything' || child.is === 'within') return child;
  const isWider = [...meantKinds(meaningOf(child)).keys()].some((type) => !kinds.has(type));
  return isWider || isConditional(child) ? { is: 'within', member: child, outer: other } : child;
}
