import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { CheckResult } from '../model/check-result';
import { SEVERITIES, type Severity } from '../model/severity';
import { UsageError } from '../model/usage-error';
import type { ReporterOptions } from '../reporters/reporter';
import { isReportFormat, REPORTERS, type ReportFormat } from '../reporters/reporter-registry';
import { packageVersion } from '../project/package-root';
import { exitCodeOf, type ExitCode } from './exit-code';
import type { Io } from './io';
import { selectSeverities } from '../engine/judge/select-severities';
import { codeOf, messageOf } from '../model/thrown';

/** The options that every command with a report takes. */
export const REPORT_OPTIONS = {
  format: { type: 'string', short: 'f', multiple: true },
  'fail-on': { type: 'string' },
  pedantic: { type: 'boolean' },
  verbose: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
} as const;

/** Those options as given. */
export interface ReportValues {
  readonly format?: readonly string[];
  readonly 'fail-on'?: string;
  readonly pedantic?: boolean;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly 'no-color'?: boolean;
}

/** A format and the file it goes to; the standard output where there is none. */
interface ReportTarget {
  readonly format: ReportFormat;
  readonly file?: string;
}

/** How a command is to report, decided before it runs so that a wrong option stops it. */
export interface ReportPlan {
  readonly targets: readonly ReportTarget[];
  readonly failOn: Severity;
  readonly values: ReportValues;
}

/** Throws a UsageError for an unknown format or severity, and for two formats on the standard output. */
export function planReport(values: ReportValues): ReportPlan {
  const given = (values.format ?? []).map(parseTarget);
  // With reports in files alone, a person at the terminal still wants to read what was found.
  const targets = given.some(({ file }) => file === undefined)
    ? given
    : [...given, { format: 'pretty' } as const];
  const [first, second] = targets.filter(({ file }) => file === undefined);
  if (first !== undefined && second !== undefined) {
    throw new UsageError(
      `only one format can go to the standard output: give ${second.format} a file, \`--format ${second.format}=FILE\``,
    );
  }
  return { targets, failOn: parseFailOn(values['fail-on'] ?? 'error'), values };
}

function parseTarget(text: string): ReportTarget {
  const [name = '', ...rest] = text.split('=');
  if (!isReportFormat(name)) {
    throw new UsageError(`there is no format \`${name}\`: there are ${Object.keys(REPORTERS).join(', ')}`);
  }
  const file = rest.join('=');
  if (rest.length > 0 && file === '')
    throw new UsageError(`\`--format ${text}\` names no file after the equals sign`);
  return file === '' ? { format: name } : { format: name, file };
}

function parseFailOn(text: string): Severity {
  const severity = SEVERITIES.find((known) => known === text);
  if (severity === undefined)
    throw new UsageError(`there is no level \`${text}\` to fail on: there are ${SEVERITIES.join(', ')}`);
  return severity;
}

/** The least severity that is shown: a level that fails the run must be, or nobody would see why. */
export function leastShown({ failOn, values }: Pick<ReportPlan, 'failOn' | 'values'>): Severity {
  return values.pedantic === true || failOn === 'info' ? 'info' : 'warning';
}

/** Writes the reports and gives the exit code. */
export function report(result: CheckResult, plan: ReportPlan, io: Io): ExitCode {
  const shown = selectSeverities(result, leastShown(plan));
  const texts = plan.targets.map((target) => ({
    file: target.file,
    text: REPORTERS[target.format].report(shown, reporterOptions(target, plan, io)),
  }));
  // A file that cannot be written stops the run: nothing may be on the standard output by then.
  for (const { file, text } of texts) if (file !== undefined) writeReport(resolve(io.cwd, file), file, text);
  for (const { file, text } of texts) if (file === undefined) io.out(text);
  return exitCodeOf(shown.findings, plan.failOn);
}

/** How one report of a plan looks; a file is neither coloured nor wrapped. */
export function reporterOptions(
  { file }: ReportTarget,
  { failOn, values }: ReportPlan,
  io: Io,
): ReporterOptions {
  return {
    color: file === undefined && wantsColor(values, io),
    ...(file === undefined && io.isTerminal && io.columns !== undefined ? { columns: io.columns } : {}),
    verbose: values.verbose === true,
    quiet: values.quiet === true,
    version: packageVersion(),
    failOn,
  };
}

/** Writes a report to a file, which messages call `name`. Throws a UsageError where it cannot. */
export function writeReport(path: string, name: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const reason = codeOf(error) === 'ENOENT' ? 'its folder is not there; create it' : messageOf(error);
    throw new UsageError(`the report \`${name}\` cannot be written: ${reason}`);
  }
}

/** `--color` and `--no-color`, else NO_COLOR (no-color.org), FORCE_COLOR, and whether a terminal reads it. */
export function wantsColor(values: ReportValues, { env, isTerminal }: Io): boolean {
  if (values['no-color'] === true) return false;
  if (values.color === true) return true;
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  return forced === undefined ? isTerminal && env['TERM'] !== 'dumb' : forced !== '0' && forced !== 'false';
}
