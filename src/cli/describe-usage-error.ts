import { parseArgs } from 'node:util';

import type { UsageError } from '../model/usage-error';
import { formatUsageError, usageFindings } from '../reporters/pretty/format-usage-error';
import type { Reporter } from '../reporters/reporter';
import { REPORTERS } from '../reporters/reporter-registry';
import { wantsColor } from './options/color-options';
import type { Io } from './io';
import { FORMAT_OPTIONS } from './options/report-options';
import { withoutSecrets } from './without-secrets';

/**
 * What is printed on the standard output and the standard error when a run cannot start, without the secrets in the arguments. A program that reads
 * JSON gets JSON.
 */
export function describeUsageError(
  thrown: UsageError,
  argv: readonly string[],
  io: Io,
): { readonly out: string; readonly err: string } {
  const error = withoutSecrets(thrown, argv, io);
  const findings = usageFindings(error);
  const { format, ...asked } = appearanceIn(argv);
  const color = wantsColor(asked, { env: io.env, isTerminal: io.isErrorTerminal });
  const text = `samplegate: ${formatUsageError(error, { color })}\n`;
  const [first] = findings;
  const reported = {
    message: [error.message, ...findings.map(({ message }) => message)].join('; '),
    ...(first === undefined ? {} : { file: first.file, line: first.start.line, column: first.start.column }),
  };
  return {
    out: reporterOfErrors(format)?.error?.(reported) ?? '',
    err: findings.length === 0 ? text : `${text}\n`,
  };
}

/** The options of any command that decide how an error looks. The arguments may be what is wrong, so the others are ignored. */
function appearanceIn(argv: readonly string[]) {
  const { format, quiet, color, 'no-color': noColor } = FORMAT_OPTIONS;
  const options = { format, quiet, color, 'no-color': noColor };
  const { values } = parseArgs({ args: [...argv], options, strict: false });
  return {
    format: (values.format ?? []).filter((value) => typeof value === 'string'),
    color: values.color === true,
    'no-color': values['no-color'] === true,
  };
}

/** The reporter among these formats that prints errors, if there is one. */
function reporterOfErrors(formats: readonly string[]): Reporter | undefined {
  return Object.entries(REPORTERS).find(
    ([format, { error }]) => error !== undefined && formats.includes(format),
  )?.[1];
}
