import type { CheckResult, NotChecked, VersionRow } from '../model/check-result';
import type { Fetched } from '../model/live';
import type { RuleLevel } from '../model/severity';
import type { Source } from '../model/source';
import type { AnyRule, Evidence, SubjectLists } from '../rules/rule';
import { liveSummary } from './fetch/live-summary';
import { joinDifferences } from './judge/join-differences';
import { locateFindings } from './judge/locate-findings';
import { mergeReports, type MergedReport } from './judge/merge-reports';
import { runRules } from './judge/run-rules';
import { summarize, type RunSize } from './judge/summarize';
import { createVerdicts } from './judge/verdicts';
import type { ResultCache } from './recall/result-cache';
import { distinctBodies } from './subjects/distinct-bodies';

/**
 * One check, planned: what each stage before judging does. `planProject`, `planValue` and `planLaws` make plans; `runPlan` runs one.
 * Every check goes through here: `samplegate check` and `laws`, one live service or a fleet, jest, the matcher and the library.
 */
export interface CheckPlan {
  /** The result of an earlier run, while its inputs are unchanged. Default: nothing is cached. */
  readonly cache?: Pick<ResultCache, 'recall' | 'keep'>;
  /** Sends the requests. Default: nothing is requested. */
  readonly fetch?: (signal?: AbortSignal) => Promise<readonly Fetched[]>;
  /** Makes the subjects that rules judge. */
  readonly collect: (fetched: readonly Fetched[]) => Collected;
  /** Limits the result to what was asked for. Default: all of it. */
  readonly select?: (result: CheckResult) => CheckResult;
}

/** Everything that is judged in one check, and what judging it needs. */
export interface Collected {
  readonly subjects: SubjectLists;
  readonly rules: readonly AnyRule[];
  /** The severities that the user set, by rule id. */
  readonly levels: Readonly<Record<string, RuleLevel>>;
  readonly evidence: Evidence;
  readonly fetched: readonly Fetched[];
  /** The texts that these reports point into, by file name. */
  readonly sourcesOf: (reports: readonly MergedReport[]) => ReadonlyMap<string, Source>;
  readonly size: Omit<RunSize, 'rules' | 'documents'>;
  /** What the run leaves out. Called after the rules ran, as a time-out shows only then. */
  readonly notChecked: () => readonly NotChecked[];
  /** The rows of the versions table, where the run prints one. */
  readonly versions?: readonly VersionRow[];
}

/** Runs a plan. The signal ends the requests that are under way; what was fetched by then is judged. */
export async function runPlan(plan: CheckPlan, signal?: AbortSignal): Promise<CheckResult> {
  return judgePlan(plan, plan.fetch === undefined ? [] : await plan.fetch(signal));
}

/** The stages after fetching; a plan without requests needs no other. `onStage` is called after each, for measurements. */
export function judgePlan(
  { cache, collect, select = (result) => result }: CheckPlan,
  fetched: readonly Fetched[] = [],
  onStage: (stage: string) => void = () => {},
): CheckResult {
  const recalled = cache?.recall();
  if (recalled !== undefined) return select(recalled);
  const collected = collect(distinctBodies(fetched));
  onStage('read schemas');
  const result = judge(collected, onStage);
  cache?.keep(result);
  return select(result);
}

/** Subjects to findings, one stage per statement. */
function judge(collected: Collected, onStage: (stage: string) => void): CheckResult {
  const { subjects, rules, levels, evidence, fetched, versions } = collected;
  const reports = runRules(rules, subjects, evidence, levels);
  onStage('validate and judge');
  const merged = mergeReports(reports);
  const joined = joinDifferences(merged);
  const sources = collected.sourcesOf(joined);
  const findings = locateFindings(joined, sources);
  onStage('merge and locate');
  const size = { ...collected.size, rules: rules.length, documents: subjects.document.length };
  return {
    findings,
    verdicts: createVerdicts(subjects, rules, findings),
    summary: summarize(size, findings, collected.notChecked()),
    ...(versions === undefined ? {} : { versions }),
    sources,
    ...(fetched.length === 0 ? {} : { live: liveSummary(fetched) }),
  };
}
