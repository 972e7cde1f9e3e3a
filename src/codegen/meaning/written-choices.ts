import { ANYTHING } from './child-schema';
import {
  declaredNames,
  evaluatesAll,
  MOST_ALTERNATIVES,
  shapePart,
  shapesIn,
  withoutNames,
  type Alternative,
  type Choice,
  type ObjectParts,
  type ObjectShape,
} from './object-parts';

/** Whether it depends on the alternative which properties are allowed that no type names. */
export function decidesRest({ alternatives }: Choice): boolean {
  return alternatives.some(({ parts }) => restrictsRest(parts));
}

function restrictsRest(parts: ObjectParts): boolean {
  return withoutNames(parts).some((part) => {
    if (part.is === 'choice') return decidesRest(part);
    return (
      part.is !== 'named' && (part.rest.is !== 'anything' || (part.is === 'shape' && part.names.length > 0))
    );
  });
}

/** The choices that are written: the compiler multiplies them, so there is a limit. */
export function fewEnough(all: readonly Choice[]): {
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
export function multiplied(
  all: readonly Choice[],
  isPossible: (alternative: Alternative) => boolean,
): readonly Choice[] {
  if (all.length > MOST_CHOICES) return all;
  const done: Choice[] = [];
  for (const choice of all) {
    const combined = combineWithOne(done, choice, isPossible);
    if (combined === undefined) done.push(choice);
    else done[combined.index] = combined.both;
  }
  return done;
}

/** Combines a choice with the first of several that excludes some of its alternatives; undefined if none does. */
function combineWithOne(
  all: readonly Choice[],
  choice: Choice,
  isPossible: (alternative: Alternative) => boolean,
): { readonly index: number; readonly both: Choice } | undefined {
  for (const [index, other] of all.entries()) {
    const both = combine(other, choice, isPossible);
    if (both !== undefined) return { index, both };
  }
  return undefined;
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
export function shapeOfDropped(choice: Choice): readonly ObjectShape[] {
  const isAny = choice.alternatives.some(({ parts }) => withoutNames(parts).some(evaluatesAll));
  const optional = { child: ANYTHING, isRequired: false, isDeclared: true };
  const properties = new Map(declaredNames([choice]).map((name) => [name, optional]));
  return shapesIn([shapePart({ properties, evaluatesAll: isAny })]);
}
