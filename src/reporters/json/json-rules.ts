import type { CheckResult, RuleInfo } from '../../model/findings/check-result';
import { rulesOf } from '../../model/findings/finding';

/** The rules behind findings, or with `verbose` all rules of the run: their help is long. */
export function rulesShown(
  { rules, findings }: Pick<CheckResult, 'rules' | 'findings'>,
  { verbose }: { readonly verbose: boolean },
): readonly RuleInfo[] {
  if (verbose) return rules;
  const named = new Set(findings.flatMap(rulesOf));
  return rules.filter(({ id }) => named.has(id));
}

/** A rule in reports for programs. */
export function jsonRule({ id, severity, summary, help, url }: RuleInfo): object {
  return { id, severity, summary, help, url };
}
