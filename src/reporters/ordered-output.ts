import type { CheckResult } from '../model/findings/check-result';
import type { CheckedTarget, FleetSummary } from '../model/findings/fleet';
import { createInTurn } from './in-turn';
import type { FleetOutput } from './reporter';

/** The parts of a report that takes targets in the order of the targets file. */
interface OrderedParts<Waiting> extends Pick<FleetOutput, 'rest'> {
  readonly own: (result: CheckResult) => void;
  /** What is kept of a target that is done until its turn. */
  readonly keep: (checked: CheckedTarget) => Waiting;
  readonly take: (waiting: Waiting) => void;
  /** Called when every target was taken. */
  readonly end: (summary: FleetSummary) => void;
}

/** A report on many targets in the order of the targets file, whichever is done first. */
export function createOrderedOutput<Waiting>({
  keep,
  take,
  end,
  ...others
}: OrderedParts<Waiting>): FleetOutput {
  const inTurn = createInTurn(take);
  return {
    ...others,
    add: (checked) => inTurn.add(checked.index, keep(checked)),
    end: (summary) => {
      inTurn.end();
      end(summary);
    },
  };
}
