import { resolve } from 'node:path';

import { checkLive, judge } from '../../engine/check';
import { assertAskable } from '../../engine/fetch/assert-askable';
import type { CheckTarget } from '../../engine/fleet/check-fleet';
import { withService } from '../../engine/fetch/connect';
import { fetchProject } from '../../engine/fetch/fetch-project';
import { openProject } from '../../engine/open/open-project';
import { openTargets } from '../../engine/fleet/open-targets';
import { partScope, type PartOptions } from '../../engine/part/part-scope';
import { selectPaths } from '../../engine/part/select-paths';
import { judgeOrRecall } from '../../engine/recall';
import type { CheckResult } from '../../model/check-result';
import type { CompareMode } from '../../model/compare-mode';
import type { Project } from '../../model/project';
import { UsageError } from '../../model/usage-error';
import { openResultStore } from '../../project/result-store';
import type { Command } from '../command';
import type { Io } from '../io';
import { fleetLiveOptions } from '../fleet/fleet-live-options';
import { runFleet } from '../fleet/run-fleet';
import {
  interruptOf,
  LIVE_OPTIONS,
  readCompareMode,
  readLiveOptions,
  refuseLiveOptions,
  warnOfLiveOptions,
} from '../live-options';
import { parseOptions } from '../parse-options';
import { completeChanged, PART_OPTIONS, readPartOptions } from '../part-options';
import { planReport, report, REPORT_OPTIONS } from '../report-options';

/** `samplegate check [paths…]`: samples and, with `--live`, responses against their contracts. */
export const checkCommand: Command = async (args, io) => {
  const { values, positionals } = parseOptions('check', completeChanged(args), {
    ...REPORT_OPTIONS,
    ...LIVE_OPTIONS,
    ...PART_OPTIONS,
    manifest: { type: 'string', short: 'm' },
    live: { type: 'string' },
    compare: { type: 'string' },
    newest: { type: 'string' },
    'no-cache': { type: 'boolean' },
  });
  const plan = planReport(values);
  const compare = readCompareMode(values.compare);
  const { live: url, targets: fleet, newest } = values;
  if (url === undefined && fleet === undefined)
    refuseLiveOptions(values, 'name one with `--live URL`, or several with `--targets FILE`', [
      'compare',
      'newest',
    ]);
  const part = readPartOptions(values);
  const isPart = part.changed !== undefined || part.shard !== undefined;
  if (isPart && (url !== undefined || fleet !== undefined)) {
    throw new UsageError(
      '`--changed` and `--shard` are about samples, and a live service is checked whole: leave one out',
    );
  }
  const project = openProject({
    cwd: io.cwd,
    ...(values.manifest === undefined ? {} : { manifest: values.manifest }),
  });
  if (url !== undefined) assertAskable(project, positionals);
  if (fleet !== undefined) assertAskable(project);
  const settings = readLiveOptions(values, io);
  warnOfLiveOptions(settings, project, io);
  if (fleet !== undefined) {
    if (url !== undefined || positionals.length > 0 || newest !== undefined) {
      throw new UsageError(
        '`--targets` goes with neither `--live`, `--newest` nor PATHs: the file names the services, and each may say its newest',
      );
    }
    return runFleet(
      {
        targets: openTargets(io.cwd, fleet, io.env),
        checkOne: targetCheck(project, settings, compare),
        own: judge(project),
        ...(settings.concurrency === undefined ? {} : { concurrency: settings.concurrency }),
      },
      plan,
      io,
    );
  }
  const result =
    url === undefined
      ? checkSamples(project, io, { isFresh: values['no-cache'] === true, part })
      : await checkLive(
          project,
          {
            ...settings,
            url,
            ...(compare === undefined ? {} : { compare }),
            ...(newest === undefined ? {} : { newest }),
          },
          interruptOf(io),
        );
  return report(
    positionals.length === 0 ? result : selectPaths(result, positionals, project.schemas, io.cwd),
    plan,
    io,
  );
};

/** The check of samples alone, of which the last result is kept between runs. */
function checkSamples(
  project: Project,
  { cwd, env, build }: Io,
  { isFresh, part }: { readonly isFresh: boolean; readonly part: PartOptions },
): CheckResult {
  const scope = partScope(project, { ...part, cwd });
  if (scope !== undefined) return judge(project, { scope });
  if (build === undefined || isFresh || env['SAMPLEGATE_CACHE'] === 'off') return judge(project);
  return judgeOrRecall(project, openResultStore(resolve(cwd, project.manifest.name), env), build);
}

/** The check of one target of a fleet: what it answers alone, as the samples are the same for all. */
function targetCheck(
  project: Project,
  settings: ReturnType<typeof readLiveOptions>,
  compare: CompareMode | undefined,
): CheckTarget {
  return async (target, signal) => {
    const fetched = await withService(
      fleetLiveOptions(settings, target),
      (service) => fetchProject(project, service),
      signal,
    );
    return judge(project, {
      fetched,
      samples: false,
      ...(compare === undefined ? {} : { compare }),
    });
  };
}
