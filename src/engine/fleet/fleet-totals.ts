import { addCounts, createNotChecked, mergeChecked } from './merge-counts';
import { LIVE_REQUESTS } from '../judge/summarize';
import type { CheckResult } from '../../model/findings/check-result';
import {
  targetRow,
  UNCHECKED_TARGETS,
  type CheckedTarget,
  type FleetSummary,
  type FleetTarget,
} from '../../model/findings/fleet';

/** The counts of a run over many targets. Their size does not grow with the number of targets. */
export interface FleetTotals {
  /** Adds the result of the samples. */
  readonly addSamples: (result: CheckResult) => void;
  readonly addTarget: (one: CheckedTarget) => void;
  readonly summary: (unchecked: readonly FleetTarget[], milliseconds: number) => FleetSummary;
}

/** Starts counting at 0, for a run over this number of targets. */
export function createFleetTotals(targets: number): FleetTotals {
  const statuses = { ok: 0, findings: 0, unreachable: 0 };
  let checked: FleetSummary['checked'] = { contracts: 0, samples: 0, rules: 0, documents: 0 };
  let findings = addCounts([]);
  const notChecked = createNotChecked();
  const add = ({ summary }: CheckResult) => {
    checked = mergeChecked(checked, summary);
    findings = addCounts([findings, summary.findings]);
    // The check of the samples sends no live requests, but the targets get them all; a request without an answer is a finding of its target.
    notChecked.add(summary.notChecked.filter(({ what }) => what !== LIVE_REQUESTS));
  };
  return {
    addSamples: add,
    addTarget: (one) => {
      statuses[targetRow(one).status] += 1;
      add(one.result);
    },
    summary: (unchecked, milliseconds) => ({
      targets,
      statuses,
      checked,
      findings,
      notChecked: [
        ...(unchecked.length === 0
          ? []
          : [{ what: UNCHECKED_TARGETS, one: 'target', items: unchecked.map(({ name }) => name) }]),
        ...notChecked.entries(),
      ],
      milliseconds,
    }),
  };
}
