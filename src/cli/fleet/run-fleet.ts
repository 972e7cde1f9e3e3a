import { setMaxListeners } from 'node:events';

import { checkFleet, type CheckTarget } from '../../engine/fleet/check-fleet';
import type { CheckResult } from '../../model/check-result';
import type { CheckedTarget, FleetSummary, FleetTarget } from '../../model/fleet';
import { isAtLeast, SEVERITIES, type Severity } from '../../model/severity';
import type { ExitCode } from '../exit-code';
import type { Io } from '../io';
import { interruptOf } from '../live-options';
import { createProgressLine, type ProgressLine } from '../progress';
import { leastShown, type ReportPlan } from '../report-options';
import { selectSeverities } from '../select-severities';
import { createOutputs } from './create-outputs';
import { createFleetTotals } from './fleet-totals';

/** How many targets are checked at once unless the user says otherwise; more is no faster, and takes more memory (docs/fleet.md). */
const DEFAULT_FLEET_CONCURRENCY = 32;

/** Many services, and how one of them is checked. */
export interface Fleet {
  readonly targets: readonly FleetTarget[];
  readonly checkOne: CheckTarget;
  /** What is found in the samples themselves, which is the same for every target: reported once. */
  readonly own?: CheckResult;
  /** How many targets are checked at once. Default: DEFAULT_FLEET_CONCURRENCY. */
  readonly concurrency?: number;
}

/**
 * Checks every target and reports as the plan says, while the run goes on. An interrupt ends it with what was found so far.
 * The exit code is 1 where something was found at the fail level, else 2 where targets are left unchecked, else 0.
 */
export async function runFleet(
  { targets, checkOne, own, concurrency = DEFAULT_FLEET_CONCURRENCY }: Fleet,
  plan: ReportPlan,
  io: Io,
): Promise<ExitCode> {
  const start = performance.now();
  const totals = createFleetTotals(targets.length);
  const progress = io.isErrorTerminal ? createProgressLine(targets.length, io.err) : SILENT;
  const outputs = createOutputs(plan, {
    ...io,
    out: (text) => {
      if (text === '') return;
      if (io.isTerminal) progress.clear();
      io.out(text);
    },
  });
  const shown = (result: CheckResult) => selectSeverities(result, leastShown(plan));
  if (own !== undefined) for (const output of [totals, ...outputs]) output.own(shown(own));
  const onResult = (checked: CheckedTarget) => {
    const visible = { ...checked, result: shown(checked.result) };
    for (const output of [totals, ...outputs]) output.add(visible);
    progress.update(totals.progress());
  };
  const signal = interruptOf(io);
  // Each target that is under way listens.
  setMaxListeners(0, signal);
  // Where the last targets are slow, the line still tells that time goes by.
  const tick = setInterval(() => progress.update(totals.progress()), 1000);
  try {
    const unchecked = await checkFleet(targets, checkOne, {
      concurrency,
      onResult,
      signal,
    });
    const summary = totals.summary(unchecked, performance.now() - start);
    progress.clear();
    for (const output of outputs) output.end(summary);
    return exitCode(summary, plan.failOn, unchecked.length > 0);
  } finally {
    clearInterval(tick);
    progress.clear();
  }
}

const SILENT: ProgressLine = { update: () => {}, clear: () => {} };

function exitCode({ findings }: FleetSummary, failOn: Severity, isUnfinished: boolean): ExitCode {
  const fails = SEVERITIES.some((severity) => findings[severity] > 0 && isAtLeast(severity, failOn));
  return fails ? 1 : isUnfinished ? 2 : 0;
}
