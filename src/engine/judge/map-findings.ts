import type { CheckResult } from '../../model/findings/check-result';
import type { Finding } from '../../model/findings/finding';

/** A result with each finding replaced, in the list of all and in the verdicts alike. */
export function mapFindings<Result extends Pick<CheckResult, 'findings' | 'verdicts'>>(
  result: Result,
  change: (finding: Finding) => Finding,
): Result {
  if (result.findings.length === 0) return result;
  const changed = new Map(result.findings.map((finding) => [finding, change(finding)]));
  return {
    ...result,
    findings: [...changed.values()],
    // Most documents have no findings.
    verdicts: result.verdicts.map((verdict) =>
      verdict.findings.length === 0
        ? verdict
        : { ...verdict, findings: verdict.findings.map((finding) => changed.get(finding) ?? finding) },
    ),
  };
}
