import { createPlaces } from '../../live/limit';
import type { CheckResult } from '../../model/findings/check-result';
import type { PoolPlace } from '../../model/live/client';
import type { CheckedTarget, FleetTarget } from '../../model/findings/fleet';
import { isResponseName } from '../../model/documents/source';
import { messageOf } from '../../model/thrown';
import { UsageError } from '../../model/usage-error';
import { identifyFindings } from '../judge/identify-findings';
import { mapFindings } from '../judge/map-findings';
import { leaveToWait } from './leave-to-wait';
import { createSpareTime } from './spare-time';

/** How many targets may wait to retry per target that is checked at once. */
const WAITING = 8;

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

/** Checks one target. It may leave its place among the targets while it waits. After the signal aborts, the result is ignored. */
export type CheckTarget = (
  target: FleetTarget,
  signal: AbortSignal,
  place: PoolPlace,
) => Promise<CheckResult>;

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
  const places = createPlaces(concurrency);
  const placeOfTarget = leaveToWait(places, concurrency * WAITING);
  const onSpare = createSpareTime();
  const checkNext = async (index: number, target: FleetTarget): Promise<void> => {
    const start = now();
    const result = await resultOf(() => checkOne(target, signal, { ...placeOfTarget(), onSpare }), target);
    if (!signal.aborted) {
      open.delete(target);
      onResult({ target, index, result, milliseconds: Math.round(now() - start) });
    }
    places.leave();
  };
  // An error in `onResult` ends the run; the check keeps its place, so that no other is started in it.
  let fail: ((error: unknown) => void) | undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const checkAll = async (): Promise<void> => {
    const checks: Promise<void>[] = [];
    for (const [index, target] of targets.entries()) {
      await places.enter();
      if (signal.aborted) {
        places.leave();
        return;
      }
      checks.push(checkNext(index, target).catch((error: unknown) => fail?.(error)));
    }
    await Promise.all(checks);
  };
  await Promise.race([checkAll(), failed, aborted(signal)]);
  return [...open];
}

/** The rule id of the finding when the check of a target throws. */
export const TARGET_CHECKED = 'target-checked';

async function resultOf(check: () => Promise<CheckResult>, target: FleetTarget): Promise<CheckResult> {
  try {
    return placedAt(target, await check());
  } catch (error) {
    return placedAt(target, resultOfFailure(target, error));
  }
}

/** A result whose findings in responses are at the line of the targets file: the manifest names the requests to every target. */
function placedAt({ place }: FleetTarget, result: CheckResult): CheckResult {
  return place === undefined
    ? result
    : mapFindings(result, (finding) =>
        isResponseName(finding.file) ? { ...finding, requestedAt: place } : finding,
      );
}

function resultOfFailure({ name, url }: FleetTarget, error: unknown): CheckResult {
  const start = { line: 1, column: 1, offset: 0 };
  const located = {
    ruleId: TARGET_CHECKED,
    severity: 'error',
    message: failureMessage(error),
    file: url,
    start,
    end: start,
    also: [],
    related: [],
  } as const;
  const findings = identifyFindings([located], {
    pathOf: (file) => file,
    target: name,
    requestOf: () => 'GET /',
    valueOf: () => undefined,
    blank: (text) => text,
  });
  return {
    findings,
    verdicts: [{ name: TARGET_CHECKED, group: 'rule', rules: [TARGET_CHECKED], findings }],
    rules: [],
    summary: {
      contracts: 0,
      samples: 0,
      rules: 0,
      documents: 0,
      findings: { error: 1, warning: 0, info: 0 },
      notChecked: [],
    },
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
