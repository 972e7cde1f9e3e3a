import type { SchemaVerdict, Violation } from '../../model/violation';

/**
 * The values for excluded properties that made a schema refuse a value. In a union, they are those of the alternative that accepts the value
 * otherwise.
 */
export function excludedIn(verdict: SchemaVerdict): readonly Violation[] {
  return verdict.kind === 'checked' ? verdict.violations.flatMap(excludedBelow) : [];
}

function excludedBelow(violation: Violation): readonly Violation[] {
  if (isExcluded(violation)) return [violation];
  const accepting = violation.branches?.find((branch) => branch.every(isOnlyExcluded));
  return accepting?.flatMap(excludedBelow) ?? [];
}

function isExcluded({ keyword }: Violation): boolean {
  return keyword === 'readOnly' || keyword === 'writeOnly';
}

function isOnlyExcluded(violation: Violation): boolean {
  return (
    isExcluded(violation) || (violation.branches?.some((branch) => branch.every(isOnlyExcluded)) ?? false)
  );
}
