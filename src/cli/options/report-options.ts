import { resolve } from 'node:path';

import { selectSeverities } from '../../engine/judge/select-severities';
import type { CheckResult } from '../../model/findings/check-result';
import { SEVERITIES, type Severity } from '../../model/severity';
import { UsageError } from '../../model/usage-error';
import type { LinkedPath } from '../../model/linked-path';
import type { WorkingFolder } from '../../model/working-folder';
import { createLinksTo, repositoryOf, workingFolder } from '../../project/disk/folder-in-repository';
import { realPath } from '../../project/disk/real-path';
import { isRefusedByGit } from '../../project/git/refused-by-git';
import { fileKind } from '../../project/disk/file-kind';
import { packageVersion } from '../../project/shipped/package-root';
import type { ReporterOptions } from '../../reporters/reporter';
import { isReportFormat, REPORTERS, type ReportFormat } from '../../reporters/reporter-registry';
import { suggestName } from '../../wording/suggest-name';
import { COLOR_OPTIONS, wantsColor } from './color-options';
import { exitCodeOf, type ExitCode } from '../../model/findings/exit-code';
import type { Io } from '../io';
import type { OptionSpecs, OptionValues } from './option';
import { createOmittedNote } from '../omitted-note';
import { createReportFile } from '../report-file';
import { appendStepSummary } from '../step-summary';

const FORMATS = Object.keys(REPORTERS).join(', ');

/** The options of every command that writes reports. */
export const FORMAT_OPTIONS = {
  format: {
    type: 'string',
    short: 'f',
    multiple: true,
    value: 'FORMAT',
    values: Object.keys(REPORTERS),
    section: 'report',
    help: `how the report is written; default: pretty. Can be repeated: all but one go to a file, such as junit=report.xml.\nFormats: ${FORMATS}`,
  },
  verbose: { type: 'boolean', section: 'report', help: 'list what passed and what was not checked' },
  quiet: {
    type: 'boolean',
    short: 'q',
    section: 'report',
    help: 'print one line per finding, and nothing without findings',
  },
  ...COLOR_OPTIONS,
} as const satisfies OptionSpecs;

const { format: FORMAT, ...APPEARANCE } = FORMAT_OPTIONS;

/** The options of every command that reports findings. */
export const REPORT_OPTIONS = {
  format: FORMAT,
  'fail-on': {
    type: 'string',
    value: 'LEVEL',
    values: SEVERITIES,
    section: 'report',
    help: 'the least severity that fails the run: error (default), warning or info',
  },
  pedantic: { type: 'boolean', section: 'report', help: 'show findings of severity info, too' },
  ...APPEARANCE,
} as const satisfies OptionSpecs;

/** Those options as given. */
export type ReportValues = OptionValues<typeof REPORT_OPTIONS>;

/** A format and the file it goes to; without a file, the standard output. */
interface ReportTarget {
  readonly format: ReportFormat;
  readonly file?: string;
}

/** How a command reports. It is read before the command runs, so that a wrong option stops it. */
export interface ReportPlan extends WorkingFolder {
  readonly targets: readonly ReportTarget[];
  /** The links on the way to files. Absent where the run is over. */
  readonly linksTo?: (files: Iterable<string>) => readonly LinkedPath[];
  /** The version of Samplegate that checked. */
  readonly version: string;
  /** False where the result was read from a report that does not say what passed. */
  readonly knowsPassed?: false;
  /** The least severity that fails the run. */
  readonly failOn: Severity;
  /** The least severity that is shown. A level that fails the run is always shown, or nobody would see why. */
  readonly least: Severity;
  readonly verbose: boolean;
  readonly quiet: boolean;
  /** Whether a report on the standard output is coloured. */
  readonly color: boolean;
}

/**
 * The plan, and the options that are left. `at` is a file or folder of the project, whose repository files are named in. Throws a UsageError for an
 * unknown format or severity, and for two formats on the standard output.
 */
export function readReportOptions<Values extends ReportValues>(values: Values, io: Io, at = '.') {
  const {
    format = [],
    'fail-on': failOn = 'error',
    pedantic = false,
    verbose = false,
    quiet = false,
    color = false,
    'no-color': noColor = false,
    ...rest
  } = values;
  const level = parseFailOn(failOn);
  const formats = { format, verbose, quiet, color, 'no-color': noColor };
  const plan = readFormatOptions(formats, io, {
    version: packageVersion(),
    ...workingFolder(io.cwd, at, io.env),
    linksTo: createLinksTo(io.cwd, at, io.env),
    failOn: level,
    least: pedantic || level === 'info' ? 'info' : 'warning',
  });
  if (plan.targets.some((target) => REPORTERS[target.format].namesRepositoryFiles)) warnOfRefusal(io, at);
  return [plan, rest] as const;
}

/** The files are named below the top all the same: it is found without git. */
function warnOfRefusal({ cwd, err }: Io, at: string): void {
  const top = repositoryOf(cwd, at);
  if (top !== undefined && isRefusedByGit(top))
    err(
      `samplegate: another user owns the repository \`${top}\`, so git refuses it; files are named below it all the same. For \`--base\` and \`--changed\`, allow it: \`git config --global --add safe.directory ${top}\`\n`,
    );
}

/** The plan for a run that is over, about which everything but the formats is known. Throws like `readReportOptions`. */
export function readFormatOptions(
  { format = [], verbose = false, quiet = false, ...colors }: OptionValues<typeof FORMAT_OPTIONS>,
  io: Io,
  run: Omit<ReportPlan, 'targets' | 'verbose' | 'quiet' | 'color'>,
): ReportPlan {
  const targets = planTargets(format.map(parseTarget));
  refuseSameFile(targets, io.cwd);
  return {
    ...run,
    targets,
    verbose,
    quiet,
    color: wantsColor(colors, io),
  };
}

/** If all reports go to files, the terminal still shows the findings. */
function planTargets(given: readonly ReportTarget[]): readonly ReportTarget[] {
  const [first, second] = given.filter(({ file }) => file === undefined);
  if (first === undefined) return [...given, { format: 'pretty' }];
  if (second === undefined) return given;
  throw new UsageError(
    `only one format can go to the standard output: give ${second.format} a file, \`--format ${second.format}=FILE\``,
  );
}

/** Throws a UsageError for a file that would have only the last of several reports. What is no file, such as /dev/null, takes all. */
function refuseSameFile(targets: readonly ReportTarget[], cwd: string): void {
  const known = new Map<string, ReportTarget>();
  for (const target of targets) {
    if (target.file === undefined) continue;
    const path = realPath(resolve(cwd, target.file));
    const same = known.get(path);
    if (same !== undefined && fileKind(path) !== 'special')
      throw new UsageError(
        `\`${same.format}\` and \`${target.format}\` go to one file, \`${target.file}\`: give each its own`,
      );
    known.set(path, target);
  }
}

function parseTarget(text: string): ReportTarget {
  const [name = '', ...rest] = text.split('=');
  if (!isReportFormat(name))
    throw new UsageError(`unknown format \`${name}\`: ${suggestName(name, Object.keys(REPORTERS))}`);
  const file = rest.join('=');
  if (rest.length > 0 && file === '')
    throw new UsageError(`\`--format ${text}\` has no file after the equals sign`);
  return file === '' ? { format: name } : { format: name, file };
}

function parseFailOn(text: string): Severity {
  const severity = SEVERITIES.find((known) => known === text);
  if (severity === undefined)
    throw new UsageError(`unknown level \`${text}\` in \`--fail-on\`: use one of ${SEVERITIES.join(', ')}`);
  return severity;
}

/** Writes the reports and gives the exit code. */
export function report(result: CheckResult, readPlan: ReportPlan, io: Io): ExitCode {
  const plan = withLinks(readPlan, result);
  const shown = selectSeverities(result, plan.least);
  const texts = plan.targets.map((target) => ({
    file: target.file,
    text: REPORTERS[target.format].report(shown, reporterOptions(target, plan, io)),
  }));
  // A file that cannot be written stops the run: nothing may be on the standard output by then.
  for (const { file, text } of texts) if (file !== undefined) writeReport(resolve(io.cwd, file), file, text);
  for (const { file, text } of texts) if (file === undefined) io.out(text);
  for (const { format } of plan.targets) {
    const omitted = createOmittedNote(format, io);
    omitted.count(shown.findings);
    omitted.print();
  }
  if (wantsStepSummary(plan, io))
    appendStepSummary(
      REPORTERS.markdown.report(shown, reporterOptions({ format: 'markdown', file: '' }, plan, io)),
      io,
    );
  return exitCodeOf(shown.findings, plan.failOn);
}

/** A plan that knows the links on the way to the files of a result. A terminal shows files by the names that users gave. */
function withLinks(plan: ReportPlan, { findings, verdicts, versions = [] }: CheckResult): ReportPlan {
  const { targets, linksTo } = plan;
  if (linksTo === undefined || targets.every(({ format }) => format === 'pretty')) return plan;
  const named = [
    ...findings.flatMap((finding) => [finding, ...finding.related, finding.requestedAt]),
    ...verdicts,
    ...versions,
  ];
  return { ...plan, linked: linksTo(new Set(named.flatMap((place) => place?.file ?? []))) };
}

/** The absolute paths of the files that the reports are written to. */
export function outputsOf(
  { targets }: Pick<ReportPlan, 'targets'>,
  { cwd }: Pick<Io, 'cwd'>,
): readonly string[] {
  return targets.flatMap(({ file }) => (file === undefined ? [] : resolve(cwd, file)));
}

/** Whether annotations are asked for, and GitHub shows a summary of the step. */
export function wantsStepSummary(
  { targets }: Pick<ReportPlan, 'targets'>,
  { env }: Pick<Io, 'env'>,
): boolean {
  return targets.some(({ format }) => format === 'github') && (env['GITHUB_STEP_SUMMARY'] ?? '') !== '';
}

/** How one report of a plan looks; a file is neither coloured nor wrapped. */
export function reporterOptions(
  { file }: ReportTarget,
  { failOn, verbose, quiet, color, version, folder, top, linked, knowsPassed }: ReportPlan,
  { isTerminal, columns }: Io,
): ReporterOptions {
  return {
    folder,
    ...(top === undefined ? {} : { top }),
    ...(linked === undefined ? {} : { linked }),
    ...(knowsPassed === undefined ? {} : { knowsPassed }),
    color: file === undefined && color,
    ...(file === undefined && isTerminal && columns !== undefined ? { columns } : {}),
    verbose,
    quiet,
    version,
    failOn,
  };
}

function writeReport(path: string, name: string, text: string): void {
  const file = createReportFile(path, name);
  try {
    file.write(text);
    file.close();
  } finally {
    file.discard();
  }
}
