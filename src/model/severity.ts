export const SEVERITIES = ['error', 'warning', 'info'] as const;

/** How much a finding matters; `info` is shown only with `--pedantic`. */
export type Severity = (typeof SEVERITIES)[number];

export const RULE_LEVELS = [...SEVERITIES, 'off'] as const;

/** The levels to which a manifest can set a rule. */
export type RuleLevel = (typeof RULE_LEVELS)[number];

/** Whether `a` matters at least as much as `b`. */
export function isAtLeast(a: Severity, b: Severity): boolean {
  return SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b);
}

export function higherSeverity(a: Severity, b: Severity): Severity {
  return isAtLeast(a, b) ? a : b;
}
