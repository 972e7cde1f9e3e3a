import { resolve } from 'node:path';

import type { FleetSummary } from '../../model/fleet';
import type { FleetOutput } from '../../reporters/reporter';
import { REPORTERS } from '../../reporters/reporter-registry';
import type { Io } from '../io';
import { createReportFile } from '../report-file';
import { reporterOptions, type ReportPlan } from '../report-options';
import { createSpool } from './create-spool';

/** A report of a run, written to its file or to the standard output. */
export interface RunOutput extends Pick<FleetOutput, 'own' | 'add'> {
  /** Resolves when the report is complete. */
  readonly end: (summary: FleetSummary) => Promise<void>;
  /** Removes a report that is not complete. */
  readonly discard: () => void;
}

/**
 * The reports that a plan asks for. Each file is created now, so that one that cannot be written stops the run before a target is checked.
 * Throws a UsageError for such a file.
 */
export function createOutputs(plan: ReportPlan, io: Io): readonly RunOutput[] {
  return plan.targets.map((target): RunOutput => {
    const { format, file } = target;
    const written = file === undefined ? undefined : createReportFile(resolve(io.cwd, file), file);
    const write = written === undefined ? io.out : written.write;
    const spool = createSpool();
    const { own, add, end, rest } = REPORTERS[format].stream(write, reporterOptions(target, plan, io), spool);
    return {
      own,
      add,
      end: async (summary) => {
        end(summary);
        for (const text of rest?.() ?? []) {
          write(text);
          if (written === undefined && io.drained !== undefined) await io.drained();
        }
        spool.close();
        written?.close();
      },
      discard: () => written?.discard(),
    };
  });
}
