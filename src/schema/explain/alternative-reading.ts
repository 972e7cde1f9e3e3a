import { pointerTokens, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject } from '../../model/json/json-value';
import { nearest } from '../../model/nearest';
import { isSameJson } from '../../model/json/same-json';
import type { Violation } from '../../model/schemas/violation';
import { intendedKey } from './intended-key';
import type { UnionLeaf } from './union-leaves';

/** How a value fits a way through a union. */
export interface Reading {
  readonly leaf: UnionLeaf;
  /** Where the alternative allows only some values, and the value is one of them. */
  readonly right: ReadonlySet<JsonPointer>;
  /** Where it is not, with the values that are allowed. */
  readonly wrong: ReadonlyMap<JsonPointer, readonly unknown[]>;
}

export function readingOf(leaf: UnionLeaf, { actual }: Violation): Reading {
  const right = new Set<JsonPointer>();
  const wrong = new Map<JsonPointer, readonly unknown[]>();
  for (const { pointer, values } of leaf.hints.flatMap(({ constants }) => constants)) {
    const value = valueAt(actual, pointer);
    if (value === undefined) continue;
    if (values.some((allowed) => isSameJson(allowed, value))) right.add(pointer);
    else wrong.set(pointer, [...(wrong.get(pointer) ?? []), ...values]);
  }
  return { leaf, right, wrong };
}

/**
 * The alternatives that the discriminators leave: a value that is right in an alternative that fits all of its discriminators is not wrong
 * in another one. A discriminator that is right nowhere but nearly spelt like a right one rules out the alternatives that do not have it.
 */
export function withDiscriminators(readings: readonly Reading[]): readonly Reading[] {
  const rightSomewhere = rightPlaces(readings);
  const fitting = readings.filter(
    ({ right, wrong }) => right.size > 0 && countIn(wrong, rightSomewhere) === 0,
  );
  const rightWhereFitting = rightPlaces(fitting);
  const left = readings.filter(({ wrong }) => countIn(wrong, rightWhereFitting) === 0);
  const rightWhereLeft = rightPlaces(left);
  const places = [...new Set(left.flatMap(({ wrong }) => [...wrong.keys()]))].filter(
    (at) => !rightWhereLeft.has(at),
  );
  const misspelt = places
    .toSorted((a, b) => pointerTokens(a).length - pointerTokens(b).length)
    .find((at) => isMisspelt(at, left));
  return misspelt === undefined ? left : left.filter(({ wrong }) => wrong.has(misspelt));
}

function rightPlaces(readings: readonly Reading[]): ReadonlySet<JsonPointer> {
  return new Set(readings.flatMap(({ right }) => [...right]));
}

/** How many of the wrong places are in a set. */
function countIn(wrong: Reading['wrong'], places: ReadonlySet<JsonPointer>): number {
  return [...wrong.keys()].filter((at) => places.has(at)).length;
}

function isMisspelt(at: JsonPointer, readings: readonly Reading[]): boolean {
  const values = readings.flatMap(({ wrong }) => wrong.get(at) ?? []);
  const [step] = readings.flatMap(({ leaf }) => leaf.steps);
  const value = valueAt(step?.union.actual, at);
  return typeof value === 'string' && nearest(value, values.filter(isText)) !== undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** The failed `const` or `enum` of each alternative, for each discriminator that is wrong in all of them. */
export function refusedDiscriminators(
  readings: readonly Reading[],
  union: Violation,
): readonly (readonly Violation[])[] {
  const [first, ...others] = readings;
  if (first === undefined || others.length === 0) return [];
  return [...first.wrong.keys()].flatMap((at) => {
    const refused = readings.map(({ leaf }) =>
      leaf.violations.find((violation) => isConstantAt(violation, at)),
    );
    const known = refused.filter((violation) => violation !== undefined);
    return known.length === refused.length ? [known] : [];
  });

  function isConstantAt({ keyword, instanceLocation }: Violation, at: JsonPointer): boolean {
    return (
      (keyword === 'const' || keyword === 'enum') && instanceLocation === `${union.instanceLocation}${at}`
    );
  }
}

/**
 * The alternatives that are nearest to the value. First, by discriminators; then by how many of the value's properties they declare, then by
 * how little fails, then by how deep that is. More than one: they are equally near.
 */
export function nearestReadings(readings: readonly Reading[], union: Violation): readonly Reading[] {
  const rightSomewhere = rightPlaces(readings);
  const scored = readings.map((reading) => ({ reading, score: scoreOf(reading, rightSomewhere, union) }));
  const [best] = scored.toSorted((a, b) => compareScores(a.score, b.score));
  return scored
    .filter(({ score }) => best !== undefined && compareScores(score, best.score) === 0)
    .map(({ reading }) => reading);
}

/** Smaller is nearer. */
function scoreOf(
  { leaf, right, wrong }: Reading,
  rightSomewhere: ReadonlySet<JsonPointer>,
  { actual, instanceLocation }: Violation,
): readonly number[] {
  const names = new Set(leaf.hints.flatMap((hint) => hint.names));
  const declared = isJsonObject(actual) ? Object.keys(actual).filter((name) => names.has(name)).length : 0;
  const failed = leaf.violations.filter(({ keyword }) => !keyword.startsWith('unevaluated'));
  const causes = failed.length === 0 ? leaf.violations : failed;
  const depths = causes.map(depthOf);
  const depth = depths.reduce((least, next) => Math.min(least, next), Number.MAX_SAFE_INTEGER);
  return [
    countIn(wrong, rightSomewhere) - right.size,
    -declared,
    countCauses(causes),
    pointerTokens(instanceLocation).length - depth,
  ];
}

/** How deep in the value something fails. A missing or unknown property shows that the object around it is right. */
function depthOf({ keyword, instanceLocation }: Violation): number {
  const isOfObject = keyword === 'required' || keyword === 'additionalProperties';
  return pointerTokens(instanceLocation).length + (isOfObject ? 1 : 0);
}

/** A missing property and an unknown one with nearly its name are one mistake. */
function countCauses(violations: readonly Violation[]): number {
  const tokens = new Set(
    violations.map(({ instanceLocation, property = '' }) => [instanceLocation, property].join('\0')),
  );
  const unknown = violations.filter(({ keyword }) => keyword === 'additionalProperties');
  const misspelt = unknown.filter(({ instanceLocation, property = '' }) => {
    const missing = violations.filter(
      (other) => other.keyword === 'required' && other.instanceLocation === instanceLocation,
    );
    return (
      intendedKey(
        property,
        missing.map((other) => other.property ?? ''),
      ) !== undefined
    );
  });
  return tokens.size - misspelt.length;
}

function compareScores(a: readonly number[], b: readonly number[]): number {
  return a.map((part, index) => part - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
