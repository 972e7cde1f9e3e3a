import type { CheckResult, NotChecked } from '../model/check-result';
import type { Severity } from '../model/severity';

/** The summary of a run over one project or one service, as reports for programs hold it. */
export function jsonSummary({
  contracts,
  samples,
  rules,
  documents,
  findings,
  wrongOnPurpose,
  notChecked,
}: CheckResult['summary']): object {
  return {
    contracts,
    samples,
    rules,
    documents,
    findings: jsonCounts(findings),
    ...(wrongOnPurpose === undefined ? {} : { wrongOnPurpose }),
    notChecked: jsonNotChecked(notChecked),
  };
}

/** How many findings there are of each severity. */
export function jsonCounts({ error, warning, info }: Readonly<Record<Severity, number>>): object {
  return { error, warning, info };
}

/** What a run left out. */
export function jsonNotChecked(left: readonly NotChecked[]): readonly object[] {
  return left.map(({ what, items }) => ({ what, items }));
}
