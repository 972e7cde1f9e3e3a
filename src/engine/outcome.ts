import type { CheckResult } from '../model/findings/check-result';
import { hasPassed } from '../model/findings/finding';
import type { Severity } from '../model/severity';

/** When a check fails. */
export interface OutcomeOptions {
  /** The lowest severity that fails the check. Default: error. */
  readonly failOn?: Severity;
}

/** A result, and whether the check passed. */
export interface CheckOutcome extends CheckResult {
  /** Whether no finding has the severity `failOn` or a higher one. */
  readonly ok: boolean;
}

/** Judges a result as `samplegate check` does for its exit code. */
export function outcomeBy({ failOn = 'error' }: OutcomeOptions): (result: CheckResult) => CheckOutcome {
  return (result) => ({ ...result, ok: hasPassed(result.findings, failOn) });
}
