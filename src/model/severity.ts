/** How much a finding matters; `info` is shown only with `--pedantic`. */
export type Severity = 'error' | 'warning' | 'info';

/** The levels to which a manifest can set a rule. */
export type RuleLevel = Severity | 'off';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Whether `a` matters at least as much as `b`. */
export function isAtLeast(a: Severity, b: Severity): boolean {
  return SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b);
}

export function higherSeverity(a: Severity, b: Severity): Severity {
  return isAtLeast(a, b) ? a : b;
}
