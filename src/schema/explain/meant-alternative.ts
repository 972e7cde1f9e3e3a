import { parentPointer, pointerTokens, lastToken } from '../../model/json-pointer';
import type { Violation } from '../../model/violation';

type Branch = readonly Violation[];

/** The alternatives that a value may be meant for: those that allow its type, or all if none does. */
export function plausibleAlternatives(union: Violation): readonly number[] {
  const branches = union.branches ?? [];
  const indexes = [...branches.keys()].filter((index) => (branches[index] ?? []).length > 0);
  const typed = indexes.filter(
    (index) => !(branches[index] ?? []).some((violation) => isOwnType(violation, union)),
  );
  return typed.length === 0 ? indexes : typed;
}

/**
 * The alternative that a value is most likely meant for. The one whose discriminating properties match comes first (properties whose
 * `const` or `enum` fails in one alternative and not in another), then the one with the fewest violations, then the one whose violations
 * are nested deepest.
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

/** The failed `const` or `enum` of each alternative, where the same property discriminates all alternatives and matches none. */
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

/** The property of the value itself whose `const` or `enum` failed. */
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
