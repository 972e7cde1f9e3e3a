import { COMPARE_MODES, type CompareMode } from '../model/contracts/compare-mode';
import type { FleetSummary } from '../model/findings/fleet';
import { SEVERITIES } from '../model/severity';
import { DISK } from '../project/tree/disk-tree';
import { assertCanFetch, assertPathsFilled } from './fetch/assert-can-fetch';
import { LIVE_SETTINGS, pathEnvironment, withService } from './fetch/connect';
import { fetchProject } from './fetch/fetch-project';
import { warnOfUnsent } from './fetch/unsent-credentials';
import { fetchLaws } from './check-laws';
import { liveOptionsOf } from './fleet/live-options-of';
import { runFleet, type FleetOptions } from './fleet/run-fleet';
import { openProjectIn, type ProjectOptions } from './open/open-project';
import { judgePlan, runPlan } from './pipeline';
import { planLaws } from './plan-laws';
import { planProject } from './plan-project';
import { aCall, made, needed, oneWordOf, OPTION_KINDS, type OptionKinds } from './options/option-kinds';
import { refuseWrongOptions } from './options/refuse-wrong-options';

const FLEET_OPTIONS: OptionKinds<FleetOptions> = {
  cwd: OPTION_KINDS.text,
  targets: needed(OPTION_KINDS.text),
  env: OPTION_KINDS.variables,
  live: LIVE_SETTINGS,
  concurrency: OPTION_KINDS.size,
  least: oneWordOf(SEVERITIES),
  signal: made<AbortSignal>(),
  onStart: aCall(),
  onSamples: aCall(),
  onTarget: aCall(),
};

/** Which services to check against one manifest. */
export interface TargetsOptions extends ProjectOptions, FleetOptions {
  /** How responses are compared with samples. Overrides the manifest. */
  readonly compare?: CompareMode;
  /** Called with each setting that has no effect. */
  readonly onWarning?: (message: string) => void;
}

const TARGETS_OPTIONS: OptionKinds<TargetsOptions> = {
  ...FLEET_OPTIONS,
  manifest: OPTION_KINDS.text,
  manifestText: OPTION_KINDS.anyText,
  compare: oneWordOf(COMPARE_MODES),
  onWarning: aCall(),
};

/**
 * Checks the samples once, and the responses of each of many services independently. Results are passed to `onSamples` and `onTarget` as
 * they come and are not collected. Throws a UsageError if it cannot start. A failure with one target is a finding of that target.
 */
export async function checkTargets(options: TargetsOptions): Promise<FleetSummary> {
  refuseWrongOptions(options, TARGETS_OPTIONS, '`checkTargets`');
  const { compare, live = {}, least, onWarning } = options;
  const project = openProjectIn(DISK, options);
  assertCanFetch(project);
  assertPathsFilled(project, pathEnvironment(live));
  if (onWarning !== undefined) warnOfUnsent(live.headers, project, onWarning);
  const inFolder = options.cwd === undefined ? {} : { cwd: options.cwd };
  return runFleet(options, {
    samples: () => judgePlan(planProject(project, inFolder)),
    checkTarget: (target, signal, place) =>
      runPlan(
        planProject(project, {
          ...inFolder,
          samples: false,
          target: target.name,
          ...(least === undefined ? {} : { least }),
          ...(compare === undefined ? {} : { compare }),
          fetch: (ended) =>
            withService(
              { depth: project.limits.depth, ...liveOptionsOf(live, target), place },
              (service) => fetchProject(project, service),
              ended,
            ),
        }),
        signal,
      ),
  });
}

/** Which services to check without a manifest. */
export interface LawsTargetsOptions extends FleetOptions {
  /** The service type of targets that do not set one. Default: read from the media types. */
  readonly service?: string;
}

const LAWS_OPTIONS: OptionKinds<LawsTargetsOptions> = { ...FLEET_OPTIONS, service: OPTION_KINDS.text };

/** Checks the versions documents of many services against the laws, each independently. Passes on results and throws like `checkTargets`. */
export async function checkLawsOfTargets(options: LawsTargetsOptions): Promise<FleetSummary> {
  refuseWrongOptions(options, LAWS_OPTIONS, '`checkLawsOfTargets`');
  return runFleet(options, {
    checkTarget: (target, signal, place) => {
      const service = target.service ?? options.service;
      const plan = planLaws([], {
        target: target.name,
        ...(options.least === undefined ? {} : { least: options.least }),
        ...(service === undefined ? {} : { service }),
        fetch: async (ended) => [
          await fetchLaws({ ...liveOptionsOf(options.live ?? {}, target), place }, service, ended),
        ],
      });
      return runPlan(plan, signal);
    },
  });
}
