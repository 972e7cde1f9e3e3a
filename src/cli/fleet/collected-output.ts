import { mergeResults, slimResult } from '../../engine/fleet/merge-results';
import type { CheckResult } from '../../model/check-result';
import type { FleetSummary } from '../../model/fleet';
import type { FleetOutput } from '../../reporters/reporter';

/** One report on the findings of all targets, for formats that are one document. */
export function createCollectedOutput(write: (result: CheckResult) => void): FleetOutput {
  const results: CheckResult[] = [];
  const add = (result: CheckResult) => {
    results.push(slimResult(result));
  };
  return {
    own: add,
    add: ({ result }) => add(result),
    end: ({ notChecked }: FleetSummary) => {
      const merged = mergeResults(results);
      write({ ...merged, summary: { ...merged.summary, notChecked } });
    },
  };
}
