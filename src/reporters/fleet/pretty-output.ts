import { targetRow, type TargetRow } from '../../model/findings/fleet';
import { fleetFindings } from './fleet-findings';
import { fleetEnding } from './fleet-ending';
import { createOrderedOutput } from '../ordered-output';
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
  return createOrderedOutput<Waiting>({
    own: (result) => {
      firstRule = ruleToExplain(result.findings, options.failOn);
      write(fleetFindings(result, undefined, options));
    },
    keep: (checked) => ({
      row: targetRow(checked),
      text: fleetFindings(checked.result, checked.target, options),
      ruleId: ruleToExplain(checked.result.findings, options.failOn),
    }),
    take: ({ row, text, ruleId }) => {
      rows.push(row);
      firstRule ??= ruleId;
      write(text);
    },
    end: (summary) => write(fleetEnding(rows, summary, firstRule, options)),
  });
}
