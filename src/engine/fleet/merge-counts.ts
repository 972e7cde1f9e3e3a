import type { NotChecked, Summary } from '../../model/check-result';
import type { Finding } from '../../model/finding';
import type { FleetSummary } from '../../model/fleet';
import { groupBy } from '../../model/group-by';
import type { Severity } from '../../model/severity';

/** Documents are added up. Contracts, samples and rules are the same in every check, so the largest number counts. */
export function mergeChecked(before: FleetSummary['checked'], summary: Summary): FleetSummary['checked'] {
  const wrongOnPurpose = [...new Set([...(before.wrongOnPurpose ?? []), ...(summary.wrongOnPurpose ?? [])])];
  return {
    contracts: Math.max(before.contracts, summary.contracts),
    samples: Math.max(before.samples, summary.samples),
    rules: Math.max(before.rules, summary.rules),
    documents: before.documents + summary.documents,
    ...(wrongOnPurpose.length === 0 ? {} : { wrongOnPurpose }),
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
