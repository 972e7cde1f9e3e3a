import type { UsageError } from '../model/usage-error';
import { formatUsageError, usageFindings } from '../reporters/pretty/format-usage-error';
import type { Reporter } from '../reporters/reporter';
import { REPORTERS } from '../reporters/reporter-registry';
import { wantsColor } from './color-options';
import type { Io } from './io';
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
  const asked = { color: argv.includes('--color'), 'no-color': argv.includes('--no-color') };
  const color = wantsColor(asked, { env: io.env, isTerminal: io.isErrorTerminal });
  const text = `samplegate: ${formatUsageError(error, { color })}\n`;
  const [first] = findings;
  const reported = {
    message: [error.message, ...findings.map(({ message }) => message)].join('; '),
    ...(first === undefined ? {} : { file: first.file, line: first.start.line, column: first.start.column }),
  };
  return {
    out: errorReporter(argv)?.error?.(reported) ?? '',
    err: findings.length === 0 ? text : `${text}\n`,
  };
}

/** The reporter that prints the error, if a wanted one does. The arguments may be what is wrong, so they are not parsed again. */
function errorReporter(argv: readonly string[]): Reporter | undefined {
  const isWanted = (format: string) =>
    argv.some((arg, index) => {
      const [, attached] = /^(?:--format=|-f)(.+)$/.exec(arg) ?? [];
      return attached === format || (arg === format && /^(--format|-f)$/.test(argv[index - 1] ?? ''));
    });
  const [, reporter] =
    Object.entries(REPORTERS).find(([format, { error }]) => error !== undefined && isWanted(format)) ?? [];
  return reporter;
}
