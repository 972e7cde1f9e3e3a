import type { CheckResult } from '../model/findings/check-result';
import { hasPassed } from '../model/findings/finding';
import { SEVERITIES, type Severity } from '../model/severity';
import { UsageError } from '../model/usage-error';
import { orList } from '../wording/list-words';

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

/** Judges a result as `samplegate check` does for its exit code. Throws a UsageError if `failOn` is not a severity; call it before the check runs. */
export function outcomeBy({ failOn = 'error' }: OutcomeOptions): (result: CheckResult) => CheckOutcome {
  assertFailOn(failOn);
  return (result) => ({ ...result, ok: hasPassed(result.findings, failOn) });
}

/** Throws a UsageError if `failOn`, which may come from JavaScript, is not a severity. */
export function assertFailOn(failOn: string): void {
  if (!SEVERITIES.some((severity) => severity === failOn))
    throw new UsageError(
      `\`failOn\` is \`${failOn}\`: use ${orList(SEVERITIES.map((each) => `\`${each}\``))}`,
    );
}
