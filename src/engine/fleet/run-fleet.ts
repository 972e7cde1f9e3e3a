import { setMaxListeners } from 'node:events';

import type { CheckResult } from '../../model/findings/check-result';
import type { CheckedTarget, FleetSummary } from '../../model/findings/fleet';
import type { Severity } from '../../model/severity';
import type { LiveSettings } from '../fetch/connect';
import { selectSeverities } from '../judge/select-severities';
import { createFleetTotals } from './fleet-totals';
import { openTargets } from './open-targets';
import { runTargets, type CheckTarget } from './run-targets';

/** How many targets are checked at once by default. More is not faster and needs more memory (docs/fleet.md). */
const DEFAULT_FLEET_CONCURRENCY = 32;

/** Which services to check, how to connect to them, and who receives the results. */
export interface FleetOptions {
  /** The working folder. Default: the process's. */
  readonly cwd?: string;
  /** The targets file (docs/fleet.md), relative to the working folder. */
  readonly targets: string;
  /** The environment that fills `$NAME` in the targets file. Default: the process's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** How to connect to targets. The targets file overrides these settings. */
  readonly live?: LiveSettings;
  /** How many targets are checked at once. Default: 32. */
  readonly concurrency?: number;
  /** The lowest severity of findings that are counted and passed on. Default: info, which is all of them. */
  readonly least?: Severity;
  /** Ends the run early: targets that are not done by then count as not checked. */
  readonly signal?: AbortSignal;
  /** Called once with the number of targets, before anything is checked. An error that it throws ends the run. */
  readonly onStart?: (targets: number) => void;
  /** Called with the result of the samples, which all targets share, before the first target. */
  readonly onSamples?: (result: CheckResult) => void;
  /** Called with each target as it is done, in no particular order. */
  readonly onTarget?: (checked: CheckedTarget) => void;
}

/** How to check the samples, if there are any, and how to check one target. */
export interface FleetChecks {
  readonly samples?: () => CheckResult;
  readonly checkTarget: CheckTarget;
}

/** Checks the samples once and every target of a targets file, concurrently. Throws a UsageError if the file has mistakes. */
export async function runFleet(options: FleetOptions, checks: FleetChecks): Promise<FleetSummary> {
  const { cwd = process.cwd(), targets: file, env = process.env, least = 'info', onStart } = options;
  const { signal = new AbortController().signal, concurrency = DEFAULT_FLEET_CONCURRENCY } = options;
  const start = performance.now();
  const targets = openTargets(cwd, file, env);
  onStart?.(targets.length);
  const totals = createFleetTotals(targets.length);
  if (checks.samples !== undefined) {
    const samples = selectSeverities(checks.samples(), least);
    totals.addSamples(samples);
    options.onSamples?.(samples);
  }
  // Every running check adds a listener to the signal, and Node would warn above ten.
  setMaxListeners(0, signal);
  const unchecked = await runTargets(targets, checks.checkTarget, {
    concurrency,
    signal,
    onResult: (checked) => {
      const counted = { ...checked, result: selectSeverities(checked.result, least) };
      totals.addTarget(counted);
      options.onTarget?.(counted);
    },
  });
  return totals.summary(unchecked, Math.round(performance.now() - start));
}
