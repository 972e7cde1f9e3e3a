import { targetRow, type FleetSummary, type TargetRow } from '../../model/fleet';
import { fleetFindings } from './fleet-findings';
import { fleetEnding } from './fleet-ending';
import { createInTurn } from '../in-turn';
import { ruleToExplain } from '../pretty/next-step';
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
  let firstRule: string | undefined;
  const inTurn = createInTurn<Waiting>(({ row, text, ruleId }) => {
    rows.push(row);
    firstRule ??= ruleId;
    write(text);
  });
  return {
    own: (result) => {
      firstRule = ruleToExplain(result.findings, options.failOn);
      write(fleetFindings(result, undefined, options));
    },
    add: (checked) => {
      const { target, index, result } = checked;
      inTurn.add(index, {
        row: targetRow(checked),
        text: fleetFindings(result, target, options),
        ruleId: ruleToExplain(result.findings, options.failOn),
      });
    },
    end: (summary: FleetSummary) => {
      inTurn.end();
      write(fleetEnding(rows, summary, firstRule, options));
    },
  };
}
