import { hasPassed, type Finding } from '../model/finding';
import type { Severity } from '../model/severity';

/** 0: no finding at the fail level; 1: at least one; 2: the run could not start, or not finish. */
export type ExitCode = 0 | 1 | 2;

export function exitCodeOf(findings: readonly Finding[], failOn: Severity): ExitCode {
  return hasPassed(findings, failOn) ? 0 : 1;
}
