import type { CheckResult, NotChecked, Summary, Verdict } from '../../model/check-result';
import { compareFindings, type Finding } from '../../model/finding';
import { groupBy } from '../../model/group-by';
import type { Severity } from '../../model/severity';
import type { Source } from '../../model/source';

/** Merges the results of several checks into one, for report formats that describe a whole run. */
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

/** Merges the verdicts on rules that look across documents: such a rule passed if it passed in every result. */
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

/** Documents and findings are added up. Contracts, samples and rules are the same in every check, so the largest number counts. */
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

/** The sums of several counts, by severity. */
export function addCounts(
  counts: readonly Readonly<Record<Severity, number>>[],
): Readonly<Record<Severity, number>> {
  const sum = (severity: Finding['severity']) => counts.reduce((total, count) => total + count[severity], 0);
  return { error: sum('error'), warning: sum('warning'), info: sum('info') };
}

/** Merges entries of one kind, with each item once: a range without a sample counts once, even if many services are checked. */
export function mergeNotChecked(entries: readonly NotChecked[]): readonly NotChecked[] {
  return [...groupBy(entries, ({ what }) => what).values()].flatMap((ofKind) => {
    const [first] = ofKind;
    return first === undefined
      ? []
      : [{ ...first, items: [...new Set(ofKind.flatMap(({ items }) => items))] }];
  });
}
