import type {
  BaseSummary,
  CheckResult,
  NotChecked,
  ResultWithTexts,
  VersionRow,
} from '../model/findings/check-result';
import type { DeclaredBreak } from '../model/project/change';
import type { CoverageMatrix } from '../model/findings/coverage-matrix';
import type { Finding } from '../model/findings/finding';
import type { Fetched } from '../model/live/live';
import type { RuleLevel, Severity } from '../model/severity';
import type { Source } from '../model/documents/source';
import type { AnyRule, Evidence, SubjectKind, SubjectLists } from '../rules/rule';
import { blankResult } from './blank/blank-result';
import { blankWords } from './blank/blank-words';
import { blankingOf } from './blank/blanking-of';
import { allowBreaks } from './judge/allow-breaks';
import { liveSummary } from './fetch/live-summary';
import { joinDifferences } from './judge/join-differences';
import { joinUnjudged } from './judge/join-unjudged';
import { identifyFindings } from './judge/identify-findings';
import { locateFindings } from './judge/locate-findings';
import { dropUnread } from './judge/drop-unread';
import { mergeReports, type MergedReport } from './judge/merge-reports';
import { createOperationsAt } from './judge/operations-at';
import { runRules, type StepsOf } from './judge/run-rules';
import { filesOf } from './judge/sources';
import { requestedForRanges, summarize, type RunSize } from './judge/summarize';
import { addExcerpts } from './judge/add-excerpts';
import { clipResult } from './judge/clip-result';
import { rulesOfRun } from './judge/rules-of-run';
import { withoutHidden } from './judge/select-severities';
import { createContextOf } from './judge/subject-context';
import { createRequestOf, createRequestPlaceOf } from './judge/request-of';
import { countResponses, createVerdicts } from './judge/verdicts';
import type { FinishedRun } from './kept/keep-judgement';
import type { ResultCache } from './recall/result-cache';
import { distinctBodies } from './subjects/distinct-bodies';

/**
 * A plan says what each stage of one check does before and after judging. `planProject` and `planLaws` make plans; `runPlan` runs one. Every
 * check goes through here: `samplegate check` and `laws`, one live service or a fleet, Jest, the matcher and the library.
 */
export interface CheckPlan {
  /** Recalls the result of the last run while its inputs are unchanged. Default: nothing is cached. */
  readonly cache?: Pick<ResultCache, 'recall' | 'keep'>;
  /** Sends the live requests. Default: no requests are sent. */
  readonly fetch?: (signal?: AbortSignal) => Promise<readonly Fetched[]>;
  /** Collects the subjects that rules judge. */
  readonly collect: (fetched: readonly Fetched[]) => Collected;
  /** Limits the result to what the user asked for. Default: all of it. */
  readonly select?: (result: CheckResult) => CheckResult;
}

/** The subjects of one check, and what is needed to judge them. */
export interface Collected {
  readonly subjects: SubjectLists;
  readonly rules: readonly AnyRule[];
  /** The severities that the user set, by rule id. */
  readonly levels: Readonly<Record<string, RuleLevel>>;
  readonly evidence: Evidence;
  readonly fetched: readonly Fetched[];
  /** The lowest severity of the findings that are shown. Default: info, which is all of them. */
  readonly least?: Severity;
  /** What an earlier run has judged. Default: everything is judged in this one. */
  readonly kept?: {
    readonly stepsOf: StepsOf;
    readonly settledAs: (report: MergedReport) => Finding | undefined;
    /** The kinds with subjects that are not listed again. */
    readonly judgedBefore: ReadonlySet<SubjectKind>;
  };
  /** Called when the run is over. */
  readonly keep?: (run: FinishedRun) => void;
  /** All samples and operations of the project, where only a part is checked: its findings may point into others. Default: those of the subjects. */
  readonly around?: Pick<SubjectLists, 'sample' | 'operation'>;
  /** The texts that these reports point into, by file name. */
  readonly sourcesOf: (reports: readonly MergedReport[]) => ReadonlyMap<string, Source>;
  /** The value of a document or schema that a finding is in, by name; undefined if there is none. */
  readonly valueOf: (document: string) => unknown;
  /** The path of a file below the top of its repository. */
  readonly pathOf: (file: string) => string;
  /** The name of the manifest; absent in a run without one. */
  readonly manifest?: string;
  /** The name of the service in a run over several; absent in any other run. */
  readonly target?: string;
  readonly size: Omit<RunSize, 'rules' | 'documents' | 'responses' | 'alsoRequested' | 'base'>;
  /** The base that the project is compared with, and what the change declares to be right. Default: nothing is compared. */
  readonly base?: Omit<BaseSummary, 'allowed'> & { readonly declared: readonly DeclaredBreak[] };
  /** What the run did not check. Called after the rules ran, as time-outs are only known then. */
  readonly notChecked: () => readonly NotChecked[];
  /** The matrix of contracts and microversions, from the findings; absent where the run is not about a whole project. */
  readonly matrix?: (findings: readonly Finding[]) => CoverageMatrix;
  /** The rows of the versions table; absent if the run prints none. */
  readonly versions?: readonly VersionRow[];
}

/** Runs a plan. The signal interrupts running requests; answers received by then are judged. */
export async function runPlan(plan: CheckPlan, signal?: AbortSignal): Promise<CheckResult> {
  return judgePlan(plan, plan.fetch === undefined ? [] : await plan.fetch(signal));
}

/** Runs the stages after fetching; a plan without requests has no others. `onStage` is called after each, for measurements. */
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

/** Judges subjects: from reports to findings, one stage per statement. */
function judge(collected: Collected, onStage: (stage: string) => void): CheckResult {
  const {
    subjects,
    rules,
    levels,
    evidence,
    fetched,
    versions,
    matrix,
    base,
    kept,
    least = 'info',
  } = collected;
  const { left: reports, allowed } = allowBreaks(
    dropUnread(runRules(rules, subjects, evidence, levels, kept?.stepsOf)),
    base?.declared ?? [],
  );
  onStage('validate and judge');
  const merged = mergeReports(reports);
  const shown = withoutHidden(joinUnjudged(joinDifferences(merged)), least);
  const settled = new Map(shown.map((report) => [report, kept?.settledAs(report)]));
  const sources = collected.sourcesOf(shown.filter((report) => settled.get(report) === undefined));
  const known = { ...subjects, ...collected.around };
  const located = locateFindings(
    shown,
    sources,
    createOperationsAt(known),
    createContextOf(known),
    createRequestPlaceOf(subjects, collected.manifest),
    settled,
  );
  const blanking = blankingOf({ subjects, rules, fetched, files: [...sources.keys()] });
  const worded = blanking === undefined ? located : blankWords(located, blanking);
  const findings = identifyFindings(worded, {
    ...collected,
    requestOf: createRequestOf(subjects, fetched, (name) => blanking?.blanks.name(name) ?? name),
    blank: (text, document) => (blanking?.isReceived(document) === true ? blanking.blanks.value(text) : text),
  });
  onStage('merge and locate');
  const verdicts = createVerdicts(subjects, rules, findings, kept?.judgedBefore);
  const size = {
    ...collected.size,
    ...(base === undefined ? {} : { base: { commit: base.commit, why: base.why, allowed } }),
    responses: countResponses(verdicts),
    rules: rules.length,
    documents: subjects.document.length,
    alsoRequested: requestedForRanges(fetched),
  };
  const result: ResultWithTexts = {
    findings,
    verdicts,
    summary: summarize(size, findings, collected.notChecked()),
    rules: rulesOfRun(rules, levels),
    ...(versions === undefined ? {} : { versions }),
    ...(matrix === undefined ? {} : { matrix: matrix(findings) }),
    sources: filesOf(sources, findings),
    ...(fetched.length === 0 ? {} : { live: liveSummary(fetched) }),
  };
  const whole = addExcerpts(clipResult(blanking === undefined ? result : blankResult(result, blanking)));
  collected.keep?.({ reports, located, findings: whole.findings });
  return whole;
}
