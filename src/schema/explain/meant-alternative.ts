import { parentPointer, pointerTokens, lastToken } from '../../model/json-pointer';
import type { Violation } from '../../model/violation';

type Branch = readonly Violation[];

/** The alternatives that a value could have meant: those for which it has the right type, or all if it has it for none. */
export function plausibleAlternatives(union: Violation): readonly number[] {
  const branches = union.branches ?? [];
  const indexes = [...branches.keys()].filter((index) => (branches[index] ?? []).length > 0);
  const typed = indexes.filter(
    (index) => !(branches[index] ?? []).some((violation) => isOwnType(violation, union)),
  );
  return typed.length === 0 ? indexes : typed;
}

/**
 * The alternative that a value was meant to be: the one whose discriminating keys it has (a `const` or an `enum` that fails
 * here and not there), then the one with the fewest violations, then the one that fails deepest inside.
 */
export function meantAlternative(union: Violation): number {
  const branches = union.branches ?? [];
  const [best = 0] = plausibleAlternatives(union).toSorted((a, b) => {
    const left = branches[a] ?? [];
    const right = branches[b] ?? [];
    return (
      wrongDiscriminators(left, union) - wrongDiscriminators(right, union) ||
      left.length - right.length ||
      depthOf(right) - depthOf(left) ||
      a - b
    );
  });
  return best;
}

/** Where every alternative is told by the same key and the value has none of their values there: what each of them wants. */
export function refusedDiscriminators(union: Violation, plausible: readonly number[]): readonly Violation[] {
  const branches = plausible.map((index) => union.branches?.[index] ?? []);
  const [first = []] = branches;
  const keys = first.flatMap((violation) => directKey(violation, union) ?? []);
  for (const key of keys) {
    const refused = branches.flatMap((branch) =>
      branch.filter((violation) => directKey(violation, union) === key),
    );
    if (branches.length > 1 && refused.length === branches.length) return refused;
  }
  return [];
}

function isOwnType({ keyword, instanceLocation }: Violation, union: Violation): boolean {
  return keyword === 'type' && instanceLocation === union.instanceLocation;
}

function wrongDiscriminators(branch: Branch, union: Violation): number {
  return branch.filter((violation) => {
    const key = directKey(violation, union);
    return (
      key !== undefined &&
      (union.branches ?? []).some((other) => other.length > 0 && acceptsKey(other, key, union))
    );
  }).length;
}

/** The key of the value itself whose `const` or `enum` failed. */
function directKey({ keyword, instanceLocation }: Violation, union: Violation): string | undefined {
  const isDirect =
    instanceLocation !== union.instanceLocation && parentPointer(instanceLocation) === union.instanceLocation;
  return isDirect && (keyword === 'const' || keyword === 'enum') ? lastToken(instanceLocation) : undefined;
}

function acceptsKey(branch: Branch, key: string, union: Violation): boolean {
  return branch.every(
    (violation) =>
      violation.property !== key && directKey(violation, union) !== key && !isOwnType(violation, union),
  );
}

function depthOf(branch: Branch): number {
  return Math.min(...branch.map(({ instanceLocation }) => pointerTokens(instanceLocation).length));
}
