import type { CheckResult } from '../../model/check-result';
import type { CheckedTarget, FleetTarget } from '../../model/fleet';
import { messageOf } from '../../model/thrown';
import { UsageError } from '../../model/usage-error';

/** How targets are checked concurrently. */
export interface RunTargetsOptions {
  /** How many targets are checked at once. */
  readonly concurrency: number;
  /** Called with each target as it is done, in no particular order. The results are not collected. */
  readonly onResult: (checked: CheckedTarget) => void;
  /** Ends the run early: no further check is started, and targets whose checks are running count as not checked. */
  readonly signal?: AbortSignal;
  /** A monotonic clock, in milliseconds. */
  readonly now?: () => number;
}

/** Checks one target. After the signal aborts, the result is ignored. */
export type CheckTarget = (target: FleetTarget, signal: AbortSignal) => Promise<CheckResult>;

/**
 * Checks targets concurrently and returns those that an interrupt left unchecked. If the check of a target throws, the error is a finding
 * of that target and the others are still checked.
 */
export async function runTargets(
  targets: readonly FleetTarget[],
  checkOne: CheckTarget,
  {
    concurrency,
    onResult,
    signal = new AbortController().signal,
    now = () => performance.now(),
  }: RunTargetsOptions,
): Promise<readonly FleetTarget[]> {
  const open = new Set(targets);
  const waiting = targets.entries();
  const work = async (): Promise<void> => {
    // The workers share one iterator, so that each target is taken once.
    for (const [index, target] of waiting) {
      const start = now();
      const result = await resultOf(target, checkOne, signal);
      if (signal.aborted) return;
      open.delete(target);
      onResult({ target, index, result, milliseconds: now() - start });
    }
  };
  const done = Promise.all(Array.from({ length: Math.min(concurrency, targets.length) }, work));
  await Promise.race([done, aborted(signal)]);
  return [...open];
}

/** The rule id of the finding when the check of a target throws. */
export const TARGET_CHECKED = 'target-checked';

async function resultOf(
  target: FleetTarget,
  checkOne: CheckTarget,
  signal: AbortSignal,
): Promise<CheckResult> {
  try {
    return await checkOne(target, signal);
  } catch (error) {
    return resultOfFailure(target, error);
  }
}

function resultOfFailure({ url }: FleetTarget, error: unknown): CheckResult {
  const start = { line: 1, column: 1, offset: 0 };
  const finding = {
    ruleId: TARGET_CHECKED,
    severity: 'error',
    message: failureMessage(error),
    file: url,
    start,
    end: start,
    also: [],
    related: [],
  } as const;
  return {
    findings: [finding],
    verdicts: [{ name: TARGET_CHECKED, group: 'rule', rules: [TARGET_CHECKED], findings: [finding] }],
    summary: {
      contracts: 0,
      samples: 0,
      rules: 0,
      documents: 0,
      findings: { error: 1, warning: 0, info: 0 },
      notChecked: [],
    },
    sources: new Map(),
  };
}

function failureMessage(error: unknown): string {
  return error instanceof UsageError
    ? [error.message, ...error.details.map(({ message }) => message)].join('; ')
    : `the check of this target failed; this is a bug, please report it: ${messageOf(error)}`;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
