import { setMaxListeners } from 'node:events';

import type { CheckResult } from '../../model/check-result';
import type { CheckedTarget, FleetSummary } from '../../model/fleet';
import type { Severity } from '../../model/severity';
import type { LiveSettings } from '../fetch/connect';
import { selectSeverities } from '../judge/select-severities';
import { createFleetTotals } from './fleet-totals';
import { openTargets } from './open-targets';
import { runTargets, type CheckTarget } from './run-targets';

/** How many targets are checked at once by default; more is no faster, and takes more memory (docs/fleet.md). */
const DEFAULT_FLEET_CONCURRENCY = 32;

/** Which services to check, how to reach them, and who receives the results. */
export interface FleetOptions {
  /** The working folder. Default: the process's. */
  readonly cwd?: string;
  /** The targets file (docs/fleet.md), relative to the working folder. */
  readonly targets: string;
  /** The environment that fills `$NAME` in the targets file. Default: the process's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** How targets are reached, where the file does not say otherwise. */
  readonly live?: LiveSettings;
  /** How many targets are checked at once. Default: 32. */
  readonly concurrency?: number;
  /** The least severity of findings that are counted and handed out. Default: info, which is all of them. */
  readonly least?: Severity;
  /** Ends the run early: targets that are not done by then are counted as not checked. */
  readonly signal?: AbortSignal;
  /** Called once, before anything is checked, with the number of targets. What it throws ends the run. */
  readonly onStart?: (targets: number) => void;
  /** Called with the result of the samples, which are the same for every target, before any target's. */
  readonly onSamples?: (result: CheckResult) => void;
  /** Called with each target as it is done, in no order. */
  readonly onTarget?: (checked: CheckedTarget) => void;
}

/** How the samples, where there are any, and one target are checked. */
export interface FleetChecks {
  readonly samples?: () => CheckResult;
  readonly checkTarget: CheckTarget;
}

/** Checks the samples once and every target of a targets file, concurrently. Throws a UsageError where the file is wrong. */
export async function runFleet(options: FleetOptions, checks: FleetChecks): Promise<FleetSummary> {
  const { cwd = process.cwd(), targets: file, env = process.env, least = 'info', onStart } = options;
  const { signal = new AbortController().signal, concurrency = DEFAULT_FLEET_CONCURRENCY } = options;
  const start = performance.now();
  const targets = openTargets(cwd, file, env);
  onStart?.(targets.length);
  const totals = createFleetTotals(targets.length);
  if (checks.samples !== undefined) {
    const samples = selectSeverities(checks.samples(), least);
    totals.own(samples);
    options.onSamples?.(samples);
  }
  // Each target that is under way listens.
  setMaxListeners(0, signal);
  const unchecked = await runTargets(targets, checks.checkTarget, {
    concurrency,
    signal,
    onResult: (checked) => {
      const counted = { ...checked, result: selectSeverities(checked.result, least) };
      totals.add(counted);
      options.onTarget?.(counted);
    },
  });
  return totals.summary(unchecked, performance.now() - start);
}
