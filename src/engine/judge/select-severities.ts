import type { CheckResult } from '../../model/findings/check-result';
import type { Finding } from '../../model/findings/finding';
import { isAtLeast, type Severity } from '../../model/severity';

/** A result without the findings below the severity `least`. */
export function selectSeverities(result: CheckResult, least: Severity): CheckResult {
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
