import type { FleetOptions } from '../../engine/fleet/run-fleet';
import type { LiveSettings } from '../../engine/fetch/connect';
import { targetRow, type FleetSummary } from '../../model/findings/fleet';
import { fleetExitCode, type ExitCode } from '../../model/findings/exit-code';
import type { Io } from '../io';
import { interruptOf } from '../options/live-options';
import { createProgressLine, type ProgressLine } from '../progress';
import type { ReportPlan } from '../options/report-options';
import { createOutputs, type RunOutput } from './create-outputs';

/** Checks many services, and calls back while it does. */
type FleetRun = (options: Omit<FleetOptions, 'targets' | 'live'>) => Promise<FleetSummary>;

/**
 * Runs a fleet, and writes the reports of the plan meanwhile. An interrupt ends it with what was found so far.
 * The exit code is 1 with a finding at the fail level, else 2 if targets were not checked, else 0.
 */
export async function reportFleet(
  run: FleetRun,
  { concurrency }: Pick<LiveSettings, 'concurrency'>,
  plan: ReportPlan,
  io: Io,
): Promise<ExitCode> {
  let progress: ProgressLine = SILENT;
  let outputs: readonly RunOutput[] = [];
  let tick: NodeJS.Timeout | undefined;
  const counts = { done: 0, withFindings: 0 };
  try {
    const summary = await run({
      env: io.env,
      ...(concurrency === undefined ? {} : { concurrency }),
      least: plan.least,
      signal: interruptOf(io),
      onStart: (targets) => {
        if (io.isErrorTerminal) progress = createProgressLine(targets, io.err);
        outputs = createOutputs(plan, { ...io, out: (text) => writeAbove(progress, text, io) });
        // When the last targets are slow, the seconds still count up.
        tick = setInterval(() => progress.update(counts), 1000);
      },
      onSamples: (result) => {
        for (const output of outputs) output.own(result);
      },
      onTarget: (checked) => {
        for (const output of outputs) output.add(checked);
        counts.done += 1;
        if (targetRow(checked).status !== 'ok') counts.withFindings += 1;
        progress.update(counts);
      },
    });
    progress.clear();
    for (const output of outputs) await output.end(summary);
    return fleetExitCode(summary, plan.failOn);
  } finally {
    clearInterval(tick);
    progress.clear();
    for (const output of outputs) output.discard();
  }
}

const SILENT: ProgressLine = { update: () => {}, clear: () => {} };

function writeAbove(progress: ProgressLine, text: string, io: Io): void {
  if (text === '') return;
  if (io.isTerminal) progress.clear();
  io.out(text);
}
