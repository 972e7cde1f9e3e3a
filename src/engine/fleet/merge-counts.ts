import type { NotChecked, Summary } from '../../model/findings/check-result';
import type { Finding } from '../../model/findings/finding';
import type { FleetSummary } from '../../model/findings/fleet';
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

/** What was not checked in many results. */
interface NotCheckedTotals {
  readonly add: (entries: readonly NotChecked[]) => void;
  /** One entry per kind, with each item once: a range without a sample counts once, even if many services are checked. */
  readonly entries: () => readonly NotChecked[];
}

/** Collects what was not checked, kind by kind. Thousands of services may each add an item. */
export function createNotChecked(): NotCheckedTotals {
  const kinds = new Map<string, { readonly first: NotChecked; readonly items: Set<string> }>();
  return {
    add: (entries) => {
      for (const entry of entries) {
        const { first, items } = kinds.get(entry.what) ?? { first: entry, items: new Set<string>() };
        kinds.set(entry.what, { first, items });
        for (const item of entry.items) items.add(item);
      }
    },
    entries: () => Array.from(kinds.values(), ({ first, items }) => ({ ...first, items: [...items] })),
  };
}
