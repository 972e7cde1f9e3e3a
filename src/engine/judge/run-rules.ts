import type { Change } from '../../model/project/change';
import type { RuleLevel, Severity } from '../../model/severity';
import type { Finding } from '../../model/findings/finding';
import type { AnyRule, Evidence, Report, SubjectKind, SubjectLists } from '../../rules/rule';
import { contextOfSubject, type FindingContext } from './subject-context';

/** A report with the rule that made it and its severity in this run. */
export interface JudgedReport extends Report, FindingContext {
  readonly rule: AnyRule;
  readonly severity: Severity;
  /** Where it comes from. Reports of one cause are merged into one with the origin of one of them. */
  readonly origin?: ReportOrigin;
}

/** The subject of a report; for a report that an earlier run made, that report. */
type ReportOrigin = { readonly subject: SubjectLists[SubjectKind][number] } | { readonly kept: KeptReport };

/** A report of an earlier run. */
export interface KeptReport {
  /** Which subject of the rule's kind it is about. */
  readonly key: string;
  readonly report: Omit<JudgedReport, 'rule' | 'origin'>;
  /** The finding that it became, where no other report was merged into it. Its fingerprint has no number. */
  readonly finding?: Finding;
}

/** A subject that a rule must judge, or a report that an earlier run made on one. */
export type Step<Kind extends SubjectKind = SubjectKind> =
  { readonly subject: SubjectLists[Kind][number] } | { readonly kept: KeptReport };

/** What a rule must do in this run, in order. */
export type StepsOf = (rule: AnyRule) => readonly Step[];

/** The rules that a manifest leaves on. Rules about changes need a base. */
export function activeRules(
  rules: readonly AnyRule[],
  levels: Readonly<Record<string, RuleLevel>>,
  change?: Change,
): readonly AnyRule[] {
  return rules.filter(
    ({ id, subject }) => levels[id] !== 'off' && (subject !== 'change' || change !== undefined),
  );
}

/** Runs each rule on every subject of its kind, or where the subjects are in `stepsOf`. A severity that the manifest sets for a rule applies to all its reports. */
export function runRules(
  rules: readonly AnyRule[],
  subjects: SubjectLists,
  evidence: Evidence,
  levels: Readonly<Record<string, RuleLevel>>,
  stepsOf?: StepsOf,
): readonly JudgedReport[] {
  const reports: JudgedReport[] = [];
  const judge = (rule: AnyRule, subject: SubjectLists[SubjectKind][number]) => {
    const found = rule.check(subject, evidence);
    // Nearly always, and then there is nothing to iterate.
    if (Array.isArray(found) && found.length === 0) return;
    const level = levels[rule.id];
    for (const report of found)
      reports.push({
        ...contextOfSubject(rule, subject),
        ...report,
        rule,
        severity: level === undefined || level === 'off' ? (report.severity ?? rule.severity) : level,
        origin: { subject },
      });
  };
  for (const rule of rules) {
    if (stepsOf === undefined) for (const subject of subjects[rule.subject]) judge(rule, subject);
    else
      for (const step of stepsOf(rule)) {
        if ('kept' in step) reports.push({ ...step.kept.report, rule, origin: step });
        else judge(rule, step.subject);
      }
  }
  return reports;
}
