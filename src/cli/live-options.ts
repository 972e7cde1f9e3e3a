import { resolve } from 'node:path';

import type { LiveSettings } from '../engine/fetch/connect';
import { parseHeaderOption } from '../live/header-setting';
import { DEFAULT_LIMITS } from '../model/limits';
import { COMPARE_MODES, type CompareMode } from '../model/compare-mode';
import { nearest } from '../model/nearest';
import { UsageError } from '../model/usage-error';
import { readTextFile } from '../project/read-text-file';
import { describeTextProblem } from '../text/text-problem-message';
import type { Io } from './io';

/** The options of every command that asks live services. */
export const LIVE_OPTIONS = {
  header: { type: 'string', short: 'H', multiple: true },
  cacert: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  insecure: { type: 'boolean' },
  timeout: { type: 'string' },
  retries: { type: 'string' },
  concurrency: { type: 'string' },
  follow: { type: 'boolean' },
  'max-body': { type: 'string' },
  negotiate: { type: 'boolean' },
  targets: { type: 'string' },
} as const;

/** Those options as given. */
export interface LiveValues {
  readonly header?: readonly string[];
  readonly cacert?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly insecure?: boolean;
  readonly timeout?: string;
  readonly retries?: string;
  readonly concurrency?: string;
  readonly follow?: boolean;
  readonly 'max-body'?: string;
  readonly negotiate?: boolean;
  readonly targets?: string;
}

/** How to reach live services, told by the options. Throws a UsageError for a value that cannot be, a file or a variable that is not there. */
export function readLiveOptions(values: LiveValues, io: Io): LiveSettings {
  if ((values.cert === undefined) !== (values.key === undefined)) {
    throw new UsageError('`--cert` and `--key` belong together: a client certificate, and its private key');
  }
  const timeout = numberOf('timeout', values.timeout, { unit: 'seconds', least: 0.001, most: 3600 });
  const retries = numberOf('retries', values.retries, { unit: 'repeats', whole: true, least: 0, most: 10 });
  const concurrency = numberOf('concurrency', values.concurrency, {
    unit: 'requests',
    whole: true,
    least: 1,
    most: 1000,
  });
  const maxBody = numberOf('max-body', values['max-body'], { unit: 'megabytes', least: 0.001, most: 1024 });
  return {
    env: io.env,
    headers: (values.header ?? []).map((header) => parseHeaderOption(header, io.env)),
    ...(values.cacert === undefined ? {} : { ca: readPem('cacert', values.cacert, io) }),
    ...(values.cert === undefined ? {} : { cert: readPem('cert', values.cert, io) }),
    ...(values.key === undefined ? {} : { key: readPem('key', values.key, io) }),
    ...(values.insecure === true ? { insecure: true } : {}),
    ...(timeout === undefined ? {} : { timeout: timeout * 1000 }),
    ...(retries === undefined ? {} : { retries }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(values.follow === true ? { follow: true } : {}),
    ...(maxBody === undefined ? {} : { bodySize: Math.trunc(maxBody * 1024 * 1024) }),
    ...(values.negotiate === true ? { negotiate: true } : {}),
  };
}

/** A signal that is given when the user asks to end: what was fetched by then is reported. */
export function interruptOf(io: Io): AbortSignal {
  const interrupt = new AbortController();
  void io.interrupted().then(() => interrupt.abort());
  return interrupt.signal;
}

/** Throws a UsageError for an option that only means something with a live service. */
export function refuseLiveOptions(
  values: LiveValues & { readonly compare?: string },
  remedy: string,
  more: readonly string[] = [],
): void {
  const names = new Set([...Object.keys(LIVE_OPTIONS), ...more]);
  const given = Object.entries(values).find(([name, value]) => value !== undefined && names.has(name));
  if (given !== undefined) throw new UsageError(`\`--${given[0]}\` is about a live service: ${remedy}`);
}

/** Writes a warning to the standard error. */
export function warn(message: string, io: Pick<Io, 'err'>): void {
  io.err(`samplegate: warning: ${message}\n`);
}

/** Warns that `--insecure` leaves open who answers. */
export function warnOfInsecure({ insecure }: { readonly insecure?: boolean | undefined }, io: Io): void {
  if (insecure === true)
    warn("--insecure disables certificate verification: the server's identity is not checked", io);
}

/** How responses are compared with samples. Throws a UsageError that names the way that was meant. */
export function readCompareMode(text: string | undefined): CompareMode | undefined {
  const mode = COMPARE_MODES.find((known) => known === text);
  if (mode !== undefined || text === undefined) return mode;
  const near = nearest(text, COMPARE_MODES);
  throw new UsageError(
    `there is no way \`${text}\` to compare: ${near === undefined ? `there are ${COMPARE_MODES.join(', ')}` : `did you mean \`${near}\`?`}`,
  );
}

interface NumberOption {
  readonly unit: string;
  readonly whole?: boolean;
  readonly least: number;
  readonly most: number;
}

function numberOf(
  option: string,
  text: string | undefined,
  { unit, whole = false, least, most }: NumberOption,
): number | undefined {
  if (text === undefined) return undefined;
  const number = (whole ? /^\d+$/ : /^\d+(\.\d+)?$/).test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(
    `\`--${option}\` takes a ${whole ? 'whole ' : ''}number of ${unit} from ${least} to ${most}, not \`${text}\``,
  );
}

function readPem(option: string, path: string, io: Io): string {
  const { text, problems } = readTextFile(resolve(io.cwd, path), DEFAULT_LIMITS.fileSize);
  const [problem] = problems;
  if (problem !== undefined) throw new UsageError(`\`--${option} ${path}\`: ${describeTextProblem(problem)}`);
  if (text.includes('-----BEGIN ')) return text;
  throw new UsageError(`\`--${option} ${path}\` is not a PEM file, which holds a \`-----BEGIN …-----\` line`);
}
