import type { Change } from '../../model/change';
import type { RuleLevel, Severity } from '../../model/severity';
import type { AnyRule, Evidence, Report, SubjectLists } from '../../rules/rule';
import { contextOfSubject, type FindingContext } from './subject-context';

/** A report with the rule that made it and its severity in this run. */
export interface JudgedReport extends Report, FindingContext {
  readonly rule: AnyRule;
  readonly severity: Severity;
}

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

/** Runs each rule on every subject of its kind. A severity that the manifest sets for a rule applies to all its reports. */
export function runRules(
  rules: readonly AnyRule[],
  subjects: SubjectLists,
  evidence: Evidence,
  levels: Readonly<Record<string, RuleLevel>>,
): readonly JudgedReport[] {
  const reports: JudgedReport[] = [];
  for (const rule of rules) {
    const level = levels[rule.id];
    for (const subject of subjects[rule.subject]) {
      const found = rule.check(subject, evidence);
      // Nearly always, and then there is nothing to iterate.
      if (Array.isArray(found) && found.length === 0) continue;
      for (const report of found)
        reports.push({
          ...contextOfSubject(rule, subject),
          ...report,
          rule,
          severity: level === undefined || level === 'off' ? (report.severity ?? rule.severity) : level,
        });
    }
  }
  return reports;
}
