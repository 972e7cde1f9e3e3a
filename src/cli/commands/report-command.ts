import { openReport } from '../../engine/open/open-report';
import { UsageError } from '../../model/usage-error';
import type { JsonReport } from '../../reporters/json/json-report';
import { fleetOfReport, resultOfReport } from '../../reporters/json/read-report';
import { REPORTERS } from '../../reporters/reporter-registry';
import type { Command } from '../command';
import { createOutputs } from '../fleet/create-outputs';
import type { Io } from '../io';
import type { OptionSpecs } from '../options/option';
import { parseOptions } from '../options/parse-options';
import { FORMAT_OPTIONS, readFormatOptions, report, type ReportPlan } from '../options/report-options';

const OPTIONS = FORMAT_OPTIONS satisfies OptionSpecs;

/** `samplegate report FILE`: any other report of a run, from its JSON report. */
export const reportCommand: Command = {
  usage: ['FILE'],
  summary: 'write any other report from a JSON report',
  description: [
    'Writes the reports that the run would have written, from what `--format json=FILE` wrote. Nothing is checked again, and no file but FILE is read. Formats that list what passed need a report that was written with --verbose.',
  ],
  options: OPTIONS,
  exitCodes: { 0: 'the reports were written', 2: 'FILE is not a JSON report, or lacks what a format needs' },
  examples: ['samplegate report report.json --format markdown'],
  run: async (args, io) => {
    const { values, positionals } = parseOptions('report', args, OPTIONS);
    const [file, second] = positionals;
    if (file === undefined || second !== undefined)
      throw new UsageError('name one JSON report: `samplegate report FILE`');
    const document = openReport(io.cwd, file) as JsonReport;
    const plan = readFormatOptions(values, io, {
      version: document.tool.version,
      folder: document.root,
      ...(document.top === undefined ? {} : { top: document.top }),
      ...(document.linked === undefined ? {} : { linked: document.linked }),
      failOn: document.failOn,
      least: 'info',
      ...(document.verdicts === undefined ? { knowsPassed: false } : {}),
    });
    refuseWithoutVerdicts(document, plan, file);
    await write(document, plan, io);
    return 0;
  },
};

/** Throws a UsageError for a format that would not list what passed. */
function refuseWithoutVerdicts(
  { verdicts }: JsonReport,
  { targets, verbose }: ReportPlan,
  file: string,
): void {
  if (verdicts !== undefined) return;
  const needing = targets.find(({ format }) => REPORTERS[format].needsVerdicts === true);
  if (needing === undefined && !verbose) return;
  throw new UsageError(
    `\`${file}\` does not say what passed, which ${needing === undefined ? '`--verbose`' : needing.format} lists: write it with \`--format json=${file} --verbose\``,
  );
}

async function write(document: JsonReport, plan: ReportPlan, io: Io): Promise<void> {
  const fleet = fleetOfReport(document);
  if (fleet === undefined) {
    report(resultOfReport(document), plan, io);
    return;
  }
  const outputs = createOutputs(plan, io);
  try {
    for (const { own, add, end } of outputs) {
      own(fleet.own);
      for (const checked of fleet.checked) add(checked);
      await end(fleet.summary);
    }
  } finally {
    for (const { discard } of outputs) discard();
  }
}
