import { addCounts, mergeNotChecked } from './merge-results';
import { LIVE_REQUESTS } from '../judge/summarize';
import type { CheckResult, NotChecked } from '../../model/check-result';
import {
  targetRow,
  UNCHECKED_TARGETS,
  type CheckedTarget,
  type FleetSummary,
  type FleetTarget,
} from '../../model/fleet';

/** The counts of a run over many targets; their size does not grow with the number of targets. */
export interface FleetTotals {
  readonly own: (result: CheckResult) => void;
  readonly add: (checked: CheckedTarget) => void;
  readonly summary: (unchecked: readonly FleetTarget[], milliseconds: number) => FleetSummary;
}

/** Counts from nothing, for so many targets. */
export function createFleetTotals(targets: number): FleetTotals {
  const statuses = { ok: 0, findings: 0, unreachable: 0 };
  let findings = addCounts([]);
  let notChecked: readonly NotChecked[] = [];
  const take = ({ summary }: CheckResult) => {
    findings = addCounts([findings, summary.findings]);
    // What the check of the samples does not ask, the targets are asked; a request without an answer is a finding of its target.
    const left = summary.notChecked.filter(({ what }) => what !== LIVE_REQUESTS);
    if (left.length > 0) notChecked = mergeNotChecked([...notChecked, ...left]);
  };
  return {
    own: take,
    add: (checked) => {
      statuses[targetRow(checked).status] += 1;
      take(checked.result);
    },
    summary: (unchecked, milliseconds) => ({
      targets,
      statuses,
      findings,
      notChecked: [
        ...(unchecked.length === 0
          ? []
          : [{ what: UNCHECKED_TARGETS, one: 'target', items: unchecked.map(({ name }) => name) }]),
        ...notChecked,
      ],
      milliseconds,
    }),
  };
}
