import { targetRow, type FleetSummary, type TargetRow } from '../../model/fleet';
import { fleetFindings } from './fleet-findings';
import { fleetEnding } from './fleet-ending';
import { ruleToExplain } from '../next-step';
import type { FleetOutput, ReporterOptions } from '../reporter';

/** What is kept of a finished target until its turn. */
interface Waiting {
  readonly row: TargetRow;
  /** Its findings. */
  readonly text: string;
  readonly ruleId: string | undefined;
}

/** Findings per target, in the order of the targets file, and a table of all targets at the end. */
export function createPrettyOutput(
  write: (text: string) => void,
  options: Omit<ReporterOptions, 'version'>,
): FleetOutput {
  const rows: TargetRow[] = [];
  const waiting = new Map<number, Waiting>();
  let turn = 0;
  let firstRule: string | undefined;
  const take = (index: number): boolean => {
    const next = waiting.get(index);
    if (next === undefined) return false;
    waiting.delete(index);
    rows.push(next.row);
    firstRule ??= next.ruleId;
    write(next.text);
    return true;
  };
  return {
    own: (result) => {
      firstRule = ruleToExplain(result.findings, options.failOn);
      write(fleetFindings(result, undefined, options));
    },
    add: (checked) => {
      const { target, index, result } = checked;
      waiting.set(index, {
        row: targetRow(checked),
        text: fleetFindings(result, target, options),
        ruleId: ruleToExplain(result.findings, options.failOn),
      });
      while (take(turn)) turn += 1;
    },
    end: (summary: FleetSummary) => {
      // After an interrupt there are gaps that nothing will fill.
      for (const index of [...waiting.keys()].toSorted((a, b) => a - b)) take(index);
      write(fleetEnding(rows, summary, firstRule, options));
    },
  };
}
