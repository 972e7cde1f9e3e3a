import type { CheckResult } from '../../model/findings/check-result';
import type { Finding } from '../../model/findings/finding';
import { isAtLeast, type Severity } from '../../model/severity';
import type { MergedReport } from './merge-reports';

/** A result without the findings below the severity `least`. */
export function selectSeverities(result: CheckResult, least: Severity): CheckResult {
  if (result.findings.length === 0) return result;
  const isShown = ({ severity }: Finding) => isAtLeast(severity, least);
  const { error, warning, info } = result.summary.findings;
  return {
    ...result,
    summary: {
      ...result.summary,
      findings: { error, warning: least === 'error' ? 0 : warning, info: least === 'info' ? info : 0 },
    },
    findings: result.findings.filter(isShown),
    verdicts: result.verdicts.map((verdict) =>
      verdict.findings.length === 0 ? verdict : { ...verdict, findings: verdict.findings.filter(isShown) },
    ),
  };
}

/**
 * The reports of rules with any report of the severity `least` or above. A result from which `selectSeverities` removes all findings of a rule is the same
 * without its reports, which then need no lines, fingerprints and excerpts. Those of a rule that is shown stay together: equal ones are numbered.
 */
export function withoutHidden(reports: readonly MergedReport[], least: Severity): readonly MergedReport[] {
  if (least === 'info') return reports;
  const shown = new Set(reports.flatMap(({ rule, severity }) => (isAtLeast(severity, least) ? [rule] : [])));
  return reports.filter(({ rule }) => shown.has(rule));
}
