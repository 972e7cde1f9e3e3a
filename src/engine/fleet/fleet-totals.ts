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

/** The counts of a run over many targets. Their size does not grow with the number of targets. */
export interface FleetTotals {
  /** Adds the result of the samples. */
  readonly addSamples: (result: CheckResult) => void;
  readonly addTarget: (checked: CheckedTarget) => void;
  readonly summary: (unchecked: readonly FleetTarget[], milliseconds: number) => FleetSummary;
}

/** Starts counting at 0, for a run over this number of targets. */
export function createFleetTotals(targets: number): FleetTotals {
  const statuses = { ok: 0, findings: 0, unreachable: 0 };
  let findings = addCounts([]);
  let notChecked: readonly NotChecked[] = [];
  const add = ({ summary }: CheckResult) => {
    findings = addCounts([findings, summary.findings]);
    // The check of the samples sends no live requests, but the targets get them all; a request without an answer is a finding of its target.
    const left = summary.notChecked.filter(({ what }) => what !== LIVE_REQUESTS);
    if (left.length > 0) notChecked = mergeNotChecked([...notChecked, ...left]);
  };
  return {
    addSamples: add,
    addTarget: (checked) => {
      statuses[targetRow(checked).status] += 1;
      add(checked.result);
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
