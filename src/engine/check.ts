import type { CheckResult } from '../model/check-result';
import type { Sample } from '../model/contract';
import type { CompareMode } from '../model/compare-mode';
import type { Fetched } from '../model/live';
import type { Project } from '../model/project';
import { UsageError } from '../model/usage-error';
import { RULES } from '../rules/rule-registry';
import { assertAskable } from './fetch/assert-askable';
import { withService, type LiveCheck, type LiveOptions } from './fetch/connect';
import { distinctBodies } from './subjects/distinct-bodies';
import { createEvidence, type ExpectedQuestion } from './judge/evidence';
import { fetchProject } from './fetch/fetch-project';
import { lintSubjects } from './subjects/lint-subjects';
import { liveSummary } from './fetch/live-summary';
import { joinDifferences } from './judge/join-differences';
import { liveContextOf, withLive } from './subjects/live-subjects';
import { locateFindings } from './judge/locate-findings';
import { mergeReports } from './judge/merge-reports';
import { openProject, type ProjectOptions } from './open/open-project';
import { activeRules, runRules } from './judge/run-rules';
import { schemaSetOf } from './judge/schema-set-of';
import { EVERYTHING } from './subjects/scopes';
import { partScope, type PartOptions } from './part/part-scope';
import { selectPaths } from './part/select-paths';
import { sourcesOf } from './judge/sources';
import type { Scope } from '../model/scope';
import { NO_SUBJECTS, subjectsOf } from './subjects/subjects';
import { notCheckedIn, notFollowed, summarize } from './judge/summarize';
import { wrongOnPurpose } from './judge/unjudged-samples';
import { createVerdicts } from './judge/verdicts';

/** What to check. */
export interface CheckOptions extends ProjectOptions, PartOptions {
  /** Files and folders, relative to the working folder: all is loaded, and what is placed there is reported. Default: everything. */
  readonly paths?: readonly string[];
  /** The live service whose responses are held to the contracts too. Default: none. */
  readonly live?: LiveOptions;
}

/** Holds everything that a manifest speaks of to its contracts. Throws a UsageError when it cannot start. */
export async function check(options: CheckOptions = {}): Promise<CheckResult> {
  const project = openProject(options);
  if (options.live !== undefined) assertAskable(project, options.paths);
  const scope = partScope(project, options);
  if (scope !== undefined && options.live !== undefined)
    throw new UsageError(
      'a live service is not checked in parts: leave out `live`, or `changed` and `shard`',
    );
  const result = scope === undefined ? await checkLive(project, options.live) : judge(project, { scope });
  return options.paths === undefined || options.paths.length === 0
    ? result
    : selectPaths(result, options.paths, project.schemas, options.cwd);
}

/** Checks an open project and, where one is named, a live service, whose connections are closed again. */
export async function checkLive(
  project: Project,
  live: LiveOptions | undefined,
  signal?: AbortSignal,
): Promise<CheckResult> {
  if (live === undefined) return checkProject(project);
  return withService(live, (service) => checkProject(project, service), signal);
}

/**
 * Holds what an open project speaks of to its contracts: its samples and, where a service is given, the responses of that.
 * Throws a UsageError where there is nothing to ask the service.
 */
export async function checkProject(project: Project, live?: LiveCheck): Promise<CheckResult> {
  if (live === undefined) return judge(project);
  assertAskable(project);
  const fetched = await fetchProject(project, live);
  return judge(project, { fetched, ...(live.compare === undefined ? {} : { compare: live.compare }) });
}

/** What is judged, when it is not the samples of a project alone. */
export interface JudgeOptions {
  /** Default: every rule that the manifest does not turn off. */
  readonly rules?: typeof RULES;
  readonly fetched?: Fetched;
  readonly compare?: CompareMode;
  /** Whether the samples are judged too, or only what was fetched, as for each target of a fleet. Default: true. */
  readonly samples?: boolean;
  /** The part of the project that is judged. Default: all of it. */
  readonly scope?: Scope;
  /** Hears that something took too long to be judged. */
  readonly onTimeOut?: () => void;
  /** Hears of each stage that has ended. */
  readonly onStage?: (stage: string) => void;
}

/** What rules ask of every document; the watchdog of each would cost more than its validation. */
function expectedQuestions(samples: readonly Sample[]): readonly ExpectedQuestion[] {
  return samples
    .filter(({ document }) => document.value !== undefined)
    .flatMap(({ document, claims }) =>
      claims.flatMap(({ versions }) =>
        versions.length > 1 ? [] : versions.map(({ schema }) => ({ document, schema })),
      ),
    );
}

/** The stages that follow loading and fetching, in order; each is a function of what the ones before it gave. */
export function judge(project: Project, options: JudgeOptions = {}): CheckResult {
  const { compare, samples = true, scope = EVERYTHING, onStage = () => {} } = options;
  const [fetched] = distinctBodies(options.fetched === undefined ? [] : [options.fetched]);
  const schemas = schemaSetOf(project);
  const rules = activeRules(options.rules ?? RULES, project.rules);
  const ofProject = samples
    ? { ...subjectsOf(project, schemas, scope), ...lintSubjects(project, schemas, rules, scope) }
    : NO_SUBJECTS;
  const subjects =
    fetched === undefined
      ? ofProject
      : withLive(ofProject, fetched, liveContextOf(project, fetched, compare));
  onStage('read schemas');
  const evidence = createEvidence(schemas, expectedQuestions(subjects.sample), options.onTimeOut);
  const reports = runRules(rules, subjects, evidence, project.rules);
  onStage('validate and judge');
  const merged = joinDifferences(mergeReports(reports));
  const sources = sourcesOf(project, merged, subjects.document);
  const findings = locateFindings(merged, sources);
  onStage('merge and locate');
  const contracts = project.contracts.filter(scope.contract);
  const size = {
    ...(scope.part === undefined ? {} : { part: scope.part }),
    contracts: contracts.length,
    samples: ofProject.sample.length,
    rules: rules.length,
    documents: subjects.document.length,
    wrongOnPurpose: wrongOnPurpose(ofProject.sample),
  };
  return {
    findings,
    verdicts: createVerdicts(subjects, rules, findings),
    summary: summarize(size, findings, [
      ...notCheckedIn({ ...project, contracts }, subjects, evidence, schemas),
      ...(fetched === undefined ? [] : [notFollowed([fetched])]),
    ]),
    sources,
    ...(fetched === undefined ? {} : { live: liveSummary([fetched]) }),
  };
}
