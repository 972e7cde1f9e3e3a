import { targetRow, type FleetSummary, type TargetRow } from '../../model/fleet';
import { fleetFindings } from './fleet-findings';
import { fleetEnding } from './fleet-ending';
import type { FleetOutput, ReporterOptions } from '../reporter';

/** What is kept of a target that is done: its row, and its findings as text until it is its turn. */
interface Waiting {
  readonly row: TargetRow;
  readonly text: string;
}

/** Findings by target, in the order of the targets file, and a table of all at the end. */
export function createPrettyOutput(
  write: (text: string) => void,
  options: Pick<ReporterOptions, 'color' | 'quiet' | 'verbose'>,
): FleetOutput {
  const rows: TargetRow[] = [];
  const waiting = new Map<number, Waiting>();
  let turn = 0;
  const take = (index: number): boolean => {
    const next = waiting.get(index);
    if (next === undefined) return false;
    waiting.delete(index);
    rows.push(next.row);
    write(next.text);
    return true;
  };
  return {
    own: (result) => write(fleetFindings(result, undefined, options)),
    add: (checked) => {
      const { target, index, result } = checked;
      waiting.set(index, { row: targetRow(checked), text: fleetFindings(result, target, options) });
      while (take(turn)) turn += 1;
    },
    end: (summary: FleetSummary) => {
      // After an interrupt there are gaps, which nothing will fill.
      for (const index of [...waiting.keys()].toSorted((a, b) => a - b)) take(index);
      write(fleetEnding(rows, summary, options));
    },
  };
}
