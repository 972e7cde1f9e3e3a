import type { CheckResult } from '../../model/check-result';
import type { CheckedTarget, FleetSummary } from '../../model/fleet';

/** One report of a run over many targets, written while the run goes on. */
export interface FleetOutput {
  /** What is wrong with the samples themselves; comes first, where there are any. */
  readonly own: (result: CheckResult) => void;
  /** A target that is done; they come in no order. */
  readonly add: (checked: CheckedTarget) => void;
  /** The end of the run, early or not. */
  readonly end: (summary: FleetSummary) => void;
}
