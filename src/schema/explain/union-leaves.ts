import type { AlternativeHints, Violation } from '../../model/schemas/violation';

/** An alternative that was followed: the union, and the index of the alternative in it. */
export interface UnionStep {
  readonly union: Violation;
  readonly index: number;
}

/** A way through a union and the unions directly inside it, down to alternatives without a union for the same value. */
export interface UnionLeaf {
  /** Outermost first. */
  readonly steps: readonly UnionStep[];
  /** What fails on this way; unions for the same value are not among them. */
  readonly violations: readonly Violation[];
  readonly hints: readonly AlternativeHints[];
}

/** Several unions for one value multiply. Beyond this many ways, inner unions are not followed. */
const MOST = 256;

/** Every way through a union without a matching alternative. */
export function leavesOf(union: Violation): readonly UnionLeaf[] {
  const { branches = [], hints = [] } = union;
  return [...branches.entries()].flatMap(([index, branch]) => {
    if (branch.length === 0) return [];
    const own = hints[index];
    const outer: UnionLeaf = {
      steps: [{ union, index }],
      violations: branch.filter((violation) => !isOpenUnionAt(violation, union)),
      hints: own === undefined ? [] : [own],
    };
    const ways = branch
      .filter((violation) => isOpenUnionAt(violation, union))
      .reduce<readonly UnionLeaf[]>((leaves, inner) => multiply(leaves, leavesOf(inner)), [outer]);
    return ways.length === 0 || ways.length * branches.length > MOST
      ? [{ ...outer, violations: branch }]
      : ways;
  });
}

/** Whether a violation is a union for the same value, with what failed in its alternatives. */
function isOpenUnionAt(violation: Violation, { instanceLocation }: Violation): boolean {
  return isOpenUnion(violation) && violation.instanceLocation === instanceLocation;
}

/** Whether a violation is a union without a matching alternative, and it is known why none matches. */
export function isOpenUnion({ keyword, branches, passing }: Violation): boolean {
  return (
    (keyword === 'anyOf' || keyword === 'oneOf') &&
    passing === undefined &&
    branches?.some((branch) => branch.length > 0) === true
  );
}

function multiply(outer: readonly UnionLeaf[], inner: readonly UnionLeaf[]): readonly UnionLeaf[] {
  if (outer.length * inner.length > MOST) return [];
  return outer.flatMap(({ steps, violations, hints }) =>
    inner.map((leaf) => ({
      steps: [...steps, ...leaf.steps],
      violations: [...violations, ...leaf.violations],
      hints: [...hints, ...leaf.hints],
    })),
  );
}
