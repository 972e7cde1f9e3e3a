import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { Violation } from '../../model/schemas/violation';

/** Marks the violations that no change of the value would avoid, because the schema contradicts itself. */
export function withContradictions(
  violations: readonly Violation[],
  problems: readonly SchemaProblem[],
): readonly Violation[] {
  const contradictions = problems.filter((problem) => problem.kind === 'impossible-object');
  if (contradictions.length === 0) return violations;
  return violations.map((violation) => {
    const { property = '', keywordLocation, branches } = violation;
    const isContradiction = contradictions.some(
      ({ properties, locations }) => properties.includes(property) && locations.includes(keywordLocation),
    );
    return {
      ...violation,
      ...(isContradiction ? { isContradiction } : {}),
      ...(branches === undefined
        ? {}
        : { branches: branches.map((branch) => withContradictions(branch, problems)) }),
    };
  });
}
