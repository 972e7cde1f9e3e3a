import { hasPassed, type Finding } from './finding';
import type { FleetSummary } from './fleet';
import { isAtLeast, SEVERITIES, type Severity } from '../severity';

/** 0: no finding at the fail level; 1: at least one; 2: the run could not start, or not finish; 130: the user ended a run that watches. */
export type ExitCode = 0 | 1 | 2 | 130;

export function exitCodeOf(findings: readonly Finding[], failOn: Severity): ExitCode {
  return hasPassed(findings, failOn) ? 0 : 1;
}

/** Of a run over many targets; 2 also if an interrupt left targets unchecked, and no finding fails the run. */
export function fleetExitCode(
  { findings, statuses, targets }: Pick<FleetSummary, 'findings' | 'statuses' | 'targets'>,
  failOn: Severity,
): ExitCode {
  const fails = SEVERITIES.some((severity) => findings[severity] > 0 && isAtLeast(severity, failOn));
  const isUnfinished = statuses.ok + statuses.findings + statuses.unreachable < targets;
  return fails ? 1 : isUnfinished ? 2 : 0;
}
