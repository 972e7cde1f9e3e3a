import { isJsonArray, jsonTypeOf } from '../../model/json/json-value';
import { isSameJson } from '../../model/json/same-json';
import type { Violation } from '../../model/schemas/violation';
import { nearestReadings, readingOf, refusedDiscriminators, withDiscriminators } from './alternative-reading';
import { leavesOf, type UnionLeaf, type UnionStep } from './union-leaves';

/** What explains why no alternative of a union matches. */
export type UnionReason =
  /** One alternative was meant: its violations, and the steps at which there was a choice. */
  | {
      readonly kind: 'meant';
      readonly steps: readonly UnionStep[];
      readonly violations: readonly Violation[];
    }
  /** Whichever alternative was meant, these fail. */
  | { readonly kind: 'certain'; readonly violations: readonly Violation[] }
  /** Each group fails at one place: there, each alternative expects something else. */
  | { readonly kind: 'same-place'; readonly groups: readonly (readonly Violation[])[] }
  /** Several alternatives are equally near. */
  | { readonly kind: 'equal'; readonly leaves: readonly UnionLeaf[] };

/** Finds out which alternative of a union the value was meant for. Undefined if nothing is known about its alternatives. */
export function meantAlternative(union: Violation): UnionReason | undefined {
  const plausible = plausibleLeaves(union);
  if (plausible.length === 0) return undefined;
  if (plausible.length > 1) {
    const simple = simpleGroup(plausible, union);
    if (simple !== undefined) {
      const certain = sameMissing(simple);
      return certain === undefined
        ? { kind: 'same-place', groups: [simple] }
        : { kind: 'certain', violations: [certain] };
    }
  }
  const readings = withDiscriminators(plausible.map((leaf) => readingOf(leaf, union)));
  const refused = refusedDiscriminators(readings, union);
  if (refused.length > 0) return { kind: 'same-place', groups: refused };
  const best = nearestReadings(readings, union);
  const [first, ...others] = best;
  if (first === undefined) return undefined;
  if (others.length === 0) {
    const { steps, violations } = first.leaf;
    return { kind: 'meant', steps: steps.filter((step) => isChoice(step, plausible)), violations };
  }
  const leaves = best.map(({ leaf }) => leaf);
  const certain = certainViolations(leaves);
  if (certain.length > 0) return { kind: 'certain', violations: certain };
  const simple = simpleGroup(leaves, union);
  const groups = simple === undefined ? samePlaceGroups(leaves) : [simple];
  return groups.length > 0 ? { kind: 'same-place', groups } : { kind: 'equal', leaves };
}

/** The ways that allow the type of the value, or all if none does. */
function plausibleLeaves(union: Violation): readonly UnionLeaf[] {
  const all = leavesOf(union);
  const possible = all.filter(
    ({ violations }) => !violations.some((violation) => isAt(violation, union) && allowsNothing(violation)),
  );
  const leaves = possible.length === 0 ? all.slice(0, 1) : possible;
  const typed = leaves.filter(
    ({ violations }) => !violations.some((violation) => isAt(violation, union) && excludesType(violation)),
  );
  return typed.length === 0 ? leaves : typed;
}

/** Whether no value at all would do: an alternative that is `false` is never meant. */
function allowsNothing({ keyword, condition, expected }: Violation): boolean {
  return (
    (keyword === 'false schema' && condition === undefined) ||
    (keyword === 'enum' && isJsonArray(expected) && expected.length === 0)
  );
}

/** Whether no value of this type would do. */
function excludesType({ keyword, expected, actual }: Violation): boolean {
  if (keyword === 'type') return true;
  if (keyword !== 'const' && keyword !== 'enum') return false;
  const values = keyword === 'enum' && isJsonArray(expected) ? expected : [expected];
  return values.every((value) => jsonTypeOf(value) !== jsonTypeOf(actual));
}

function isAt(
  { instanceLocation }: Pick<Violation, 'instanceLocation'>,
  union: Pick<Violation, 'instanceLocation'>,
): boolean {
  return instanceLocation === union.instanceLocation;
}

function isChoice({ union }: UnionStep, plausible: readonly UnionLeaf[]): boolean {
  const indexes = plausible.flatMap(({ steps }) =>
    steps.filter((step) => step.union === union).map(({ index }) => index),
  );
  return new Set(indexes).size > 1;
}

/** Keywords whose expectation a few words can name; the one that explains most comes first. */
const SIMPLE = ['type', 'const', 'enum', 'format', 'pattern'] as const;

function simpleRank({ keyword }: Violation): number {
  return SIMPLE.findIndex((simple) => simple === keyword);
}

/** The violation that stands for an alternative, if it fails by simple keywords at the value itself, or only lacks one property. */
function simpleViolation({ violations }: UnionLeaf, union: Violation): Violation | undefined {
  if (!violations.every((violation) => isAt(violation, union))) return undefined;
  const [only, ...others] = violations;
  if (only?.keyword === 'required') return others.length === 0 ? only : undefined;
  return violations.every((violation) => simpleRank(violation) !== -1)
    ? violations.toSorted((a, b) => simpleRank(a) - simpleRank(b))[0]
    : undefined;
}

/** The violation of each alternative, if one sentence can name what all of them expect. */
function simpleGroup(leaves: readonly UnionLeaf[], union: Violation): readonly Violation[] | undefined {
  const simple = leaves.map((leaf) => simpleViolation(leaf, union));
  const known = simple.filter((violation) => violation !== undefined);
  return known.length === simple.length && areAlike(known) ? known : undefined;
}

/** The missing property, if all alternatives lack the same one. */
function sameMissing([first, ...others]: readonly Violation[]): Violation | undefined {
  return first?.keyword === 'required' && others.every(({ property }) => property === first.property)
    ? first
    : undefined;
}

function areAlike(violations: readonly Violation[]): boolean {
  const missing = violations.filter(({ keyword }) => keyword === 'required').length;
  return missing === 0 || missing === violations.length;
}

/** What fails in every alternative. An unknown property is allowed by none of them, so the message names the properties of all. */
function certainViolations([first, ...others]: readonly UnionLeaf[]): readonly Violation[] {
  return (first?.violations ?? []).flatMap((violation) => {
    const same = others.map(({ violations }) =>
      violations.find((other) => isSameViolation(violation, other)),
    );
    if (same.includes(undefined)) return [];
    const { allowed } = violation;
    return allowed === undefined
      ? [violation]
      : [
          {
            ...violation,
            allowed: [...new Set([...allowed, ...same.flatMap((other) => other?.allowed ?? [])])],
          },
        ];
  });
}

function isSameViolation(a: Violation, b: Violation): boolean {
  return (
    a.keyword === b.keyword &&
    a.instanceLocation === b.instanceLocation &&
    a.property === b.property &&
    (a.property !== undefined || isSameJson(a.expected, b.expected))
  );
}

/** The places at which every alternative fails by a simple keyword. */
function samePlaceGroups(leaves: readonly UnionLeaf[]): readonly (readonly Violation[])[] {
  const [first] = leaves;
  const places = new Set(first?.violations.map(({ instanceLocation }) => instanceLocation));
  return [...places].flatMap((place) => {
    const group = leaves.map(({ violations }) =>
      violations
        .filter((violation) => violation.instanceLocation === place && simpleRank(violation) !== -1)
        .toSorted((a, b) => simpleRank(a) - simpleRank(b))
        .at(0),
    );
    const known = group.filter((violation) => violation !== undefined);
    return known.length === group.length ? [known] : [];
  });
}
