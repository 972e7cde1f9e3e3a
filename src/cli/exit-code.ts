import type { Finding } from '../model/finding';
import { isAtLeast, type Severity } from '../model/severity';

/** 0: nothing at the fail level; 1: findings at it; 2: could not run. */
export type ExitCode = 0 | 1 | 2;

export function exitCodeOf(findings: readonly Finding[], failOn: Severity): ExitCode {
  return findings.some(({ severity }) => isAtLeast(severity, failOn)) ? 1 : 0;
}
