import { resolve } from 'node:path';

import type { FleetSummary } from '../../model/findings/fleet';
import type { FleetOutput } from '../../reporters/reporter';
import { REPORTERS } from '../../reporters/reporter-registry';
import type { Io } from '../io';
import { createOmittedNote } from '../omitted-note';
import { createReportFile } from '../report-file';
import { reporterOptions, wantsStepSummary, type ReportPlan } from '../options/report-options';
import { appendStepSummary } from '../step-summary';
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
  const outputs: RunOutput[] = [];
  try {
    for (const target of plan.targets) outputs.push(targetOutput(target, plan, io));
  } catch (error) {
    for (const { discard } of outputs) discard();
    throw error;
  }
  return wantsStepSummary(plan, io) ? [...outputs, stepSummaryOutput(plan, io)] : outputs;
}

function targetOutput(target: ReportPlan['targets'][number], plan: ReportPlan, io: Io): RunOutput {
  const { format, file } = target;
  const written = file === undefined ? undefined : createReportFile(resolve(io.cwd, file), file);
  const write = written === undefined ? io.out : written.write;
  const spool = createSpool();
  const { own, add, end, rest } = REPORTERS[format].stream(write, reporterOptions(target, plan, io), spool);
  const omitted = createOmittedNote(format, io);
  return {
    own: (result) => {
      omitted.count(result.findings);
      own(result);
    },
    add: (checked) => {
      omitted.count(checked.result.findings);
      add(checked);
    },
    end: async (summary) => {
      end(summary);
      omitted.print();
      for (const text of rest?.() ?? []) {
        write(text);
        if (written === undefined && io.drained !== undefined) await io.drained();
      }
      spool.close();
      written?.close();
    },
    discard: () => written?.discard(),
  };
}

/** The summary of the step in GitHub Actions, which is Markdown. */
function stepSummaryOutput(plan: ReportPlan, io: Io): RunOutput {
  const texts: string[] = [];
  const { own, add, end, rest } = REPORTERS.markdown.stream(
    (text) => texts.push(text),
    reporterOptions({ format: 'markdown', file: '' }, plan, io),
    { keep: (text) => () => text },
  );
  return {
    own,
    add,
    end: async (summary) => {
      end(summary);
      appendStepSummary([...texts, ...(rest?.() ?? [])].join(''), io);
    },
    discard: () => {},
  };
}
