import type { CheckResult, NotChecked, Summary, Verdict } from '../../model/check-result';
import { compareFindings, type Finding } from '../../model/finding';
import { groupBy } from '../../model/group-by';
import type { Severity } from '../../model/severity';
import type { Source } from '../../model/source';

/** Results of checks of their own as one, for reports that are about a whole run. */
export function mergeResults(results: readonly CheckResult[]): CheckResult {
  const findings = results.flatMap((result) => result.findings).toSorted(compareFindings);
  return {
    findings,
    verdicts: mergeVerdicts(results.flatMap(({ verdicts }) => verdicts)),
    summary: mergeSummaries(results.map(({ summary }) => summary)),
    sources: new Map(results.flatMap((result) => [...sourcesFor(result)])),
  };
}

/** A result without the texts that no finding points into. */
export function slimResult(result: CheckResult): CheckResult {
  return { ...result, sources: sourcesFor(result) };
}

function sourcesFor({ findings, sources }: CheckResult): ReadonlyMap<string, Source> {
  const files = new Set(
    findings.flatMap(({ file, related }) => [file, ...related.map((place) => place.file)]),
  );
  return new Map([...sources].filter(([file]) => files.has(file)));
}

/** A rule that looks across documents passed where it passed everywhere. */
function mergeVerdicts(verdicts: readonly Verdict[]): readonly Verdict[] {
  const rules = groupBy(
    verdicts.filter(({ group }) => group === 'rule'),
    ({ name }) => name,
  );
  return [
    ...verdicts.filter(({ group }) => group !== 'rule'),
    ...[...rules.values()].flatMap((ofRule) => {
      const [first] = ofRule;
      return first === undefined ? [] : [{ ...first, findings: ofRule.flatMap(({ findings }) => findings) }];
    }),
  ];
}

/** What each check looked at anew is added up; contracts, samples and rules are the same in every one. */
function mergeSummaries(summaries: readonly Summary[]): Summary {
  const most = (count: (summary: Summary) => number) => Math.max(0, ...summaries.map(count));
  const wrongOnPurpose = [...new Set(summaries.flatMap((summary) => summary.wrongOnPurpose ?? []))];
  return {
    contracts: most(({ contracts }) => contracts),
    samples: most(({ samples }) => samples),
    rules: most(({ rules }) => rules),
    documents: summaries.reduce((sum, { documents }) => sum + documents, 0),
    findings: addCounts(summaries.map(({ findings }) => findings)),
    ...(wrongOnPurpose.length === 0 ? {} : { wrongOnPurpose }),
    notChecked: mergeNotChecked(summaries.flatMap(({ notChecked }) => notChecked)),
  };
}

/** How many there are of each severity in all. */
export function addCounts(
  counts: readonly Readonly<Record<Severity, number>>[],
): Readonly<Record<Severity, number>> {
  const sum = (severity: Finding['severity']) => counts.reduce((total, count) => total + count[severity], 0);
  return { error: sum('error'), warning: sum('warning'), info: sum('info') };
}

/** What was left out, by kind, each item once: a range without a sample is one, however many services are checked. */
export function mergeNotChecked(left: readonly NotChecked[]): readonly NotChecked[] {
  return [...groupBy(left, ({ what }) => what).values()].flatMap((ofKind) => {
    const [first] = ofKind;
    return first === undefined
      ? []
      : [{ ...first, items: [...new Set(ofKind.flatMap(({ items }) => items))] }];
  });
}
