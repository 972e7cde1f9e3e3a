import type { Sample } from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import { groupBy } from '../../model/group-by';
import type { SubjectKind, SubjectLists } from '../../rules/rule';
import type { KeptReport, Step, StepsOf } from '../judge/run-rules';
import type { Severity } from '../../model/severity';
import type { Judgement } from './judgement';
import { isGrouped, isListed, keyOfSubject, readsOfSubject, type ListedKind, type Reads } from './keepers';
import type { IsOther } from './subjects-before';

/** Which subjects must be judged again. */
export interface Open {
  /** Whether something that the rules about a subject may read has changed. */
  readonly reads: (reads: Reads) => boolean;
  /** Whether a subject itself is another one, whatever its rules read. */
  readonly isOther: IsOther;
  /** Whether the subjects of a kind must all be judged. */
  readonly kind: (kind: SubjectKind) => boolean;
  /** Whether a group of subjects must be judged. */
  readonly group: (kind: SubjectKind, group: string) => boolean;
  /** The severities of the rules that have another one. */
  readonly levels: ReadonlyMap<string, Severity>;
}

/** What each rule must do: judge the subjects that are open, and take the reports of the last run on all others. The order is that of a whole run. */
export function createSteps(judgement: Judgement, subjects: SubjectLists, open: Open): StepsOf {
  const samples = new Map(subjects.sample.map((sample) => [sample.document, sample]));
  const plans = new Map<ListedKind, ListedPlan>();
  const planOf = (kind: ListedKind) => {
    const plan = plans.get(kind) ?? createPlan(kind, subjects, open, (document) => samples.get(document));
    plans.set(kind, plan);
    return plan;
  };
  return (rule) => {
    const { subject: kind } = rule;
    const toJudge = subjects[kind];
    const reports = withLevel(judgement.reports.get(rule.id) ?? [], open.levels.get(rule.id));
    if (isGrouped(kind))
      return [
        ...reports.filter(({ key }) => !open.group(kind, key)).map((kept) => ({ kept })),
        ...toJudge.map((subject) => ({ subject })),
      ];
    return isListed(kind) ? planOf(kind)(reports) : toJudge.map((subject) => ({ subject }));
  };
}

/** Reports of a rule whose severity is set to another one. The findings that they became no longer count. */
function withLevel(reports: readonly KeptReport[], severity: Severity | undefined): readonly KeptReport[] {
  return severity === undefined
    ? reports
    : reports.map(({ key, report }) => ({ key, report: { ...report, severity } }));
}

/** The steps of a rule with these reports. */
type ListedPlan = (reports: readonly KeptReport[]) => readonly Step[];

function createPlan(
  kind: ListedKind,
  subjects: SubjectLists,
  open: Open,
  sampleOf: (document: Document) => Sample | undefined,
): ListedPlan {
  const all = subjects[kind];
  const isOpen = open.kind(kind)
    ? () => true
    : (subject: SubjectLists[ListedKind][number]) =>
        open.reads(readsOfSubject(kind, subject, sampleOf)) || open.isOther(kind, subject, sampleOf);
  const toJudge = all.flatMap((subject, index) => (isOpen(subject) ? [{ index, step: { subject } }] : []));
  const areOpen = new Set(toJudge.map(({ index }) => index));
  // Nearly all rules have no reports.
  let indexes: ReadonlyMap<string, number> | undefined;
  return (reports) => {
    if (reports.length === 0) return toJudge.map(({ step }) => step);
    const known = (indexes ??= new Map(all.map((subject, index) => [keyOfSubject(kind, subject), index])));
    const kept = reports.flatMap((report) => {
      const index = known.get(report.key);
      return index === undefined || areOpen.has(index) ? [] : [{ index, step: { kept: report } }];
    });
    if (toJudge.length === 0) return kept.map(({ step }) => step);
    return [...groupBy([...kept, ...toJudge], ({ index }) => index)]
      .toSorted(([a], [b]) => a - b)
      .flatMap(([, steps]) => steps.map(({ step }) => step));
  };
}
