import { resolve } from 'node:path';

import type { LiveSettings } from '../../engine/fetch/connect';
import { parseHeaderOption } from '../../live/header-setting';
import { DEFAULT_LIMITS } from '../../model/project/limits';
import { COMPARE_MODES, type CompareMode } from '../../model/contracts/compare-mode';
import { UsageError } from '../../model/usage-error';
import { readPem } from '../../project/disk/read-pem';
import { readTextFile } from '../../project/disk/read-text-file';
import { suggestName } from '../../wording/suggest-name';
import type { Io } from '../io';
import type { OptionSpecs, OptionValues } from './option';
import { warn } from '../warn';

/** The options of every command that sends requests to live services. */
export const LIVE_OPTIONS = {
  negotiate: {
    type: 'boolean',
    section: 'service',
    help: 'try every way to ask for a microversion, on each versioned endpoint',
  },
  header: {
    type: 'string',
    short: 'H',
    multiple: true,
    value: 'HEADER',
    section: 'service',
    help: "a header to send, 'Name: value'; $NAME is replaced from the environment. Credentials are only sent with requests that need them",
  },
  cacert: {
    type: 'string',
    value: 'FILE',
    section: 'service',
    help: 'trust these certificates, too (PEM)',
  },
  cert: { type: 'string', value: 'FILE', section: 'service', help: 'a client certificate (PEM)' },
  key: {
    type: 'string',
    value: 'FILE',
    section: 'service',
    help: 'the private key of the client certificate (PEM)',
  },
  insecure: { type: 'boolean', section: 'service', help: 'accept any certificate' },
  timeout: {
    type: 'string',
    value: 'SECONDS',
    section: 'service',
    help: 'the longest wait for a connection, for the headers and for the body, each; default: 10',
  },
  retries: {
    type: 'string',
    value: 'N',
    section: 'service',
    help: 'repeat a request after a connection error, 502, 503 or 504; default: 2',
  },
  concurrency: {
    type: 'string',
    value: 'N',
    section: 'service',
    help: 'how many requests are sent at once; with --targets, how many services are checked at once',
  },
  follow: { type: 'boolean', section: 'service', help: 'follow redirects within the same host' },
  'max-body': {
    type: 'string',
    value: 'MB',
    section: 'service',
    help: 'the largest response body that is read; default: 10',
  },
} as const satisfies OptionSpecs;

/** The option of every command that checks many services. */
export const TARGETS_OPTION = {
  targets: {
    type: 'string',
    value: 'FILE',
    section: 'service',
    help: 'check many services at once: a YAML list of name, url, newest, headers and more',
  },
} as const satisfies OptionSpecs;

/** A note in the help of every command that sends requests. */
export const PROXIES = 'Proxies are taken from HTTP_PROXY, HTTPS_PROXY and NO_PROXY.';

/** Those options as given. */
export type LiveValues = OptionValues<typeof LIVE_OPTIONS>;

/**
 * The settings for live services, and the options that are left. Throws a UsageError for a value that is not allowed, and for a file or
 * variable that does not exist.
 */
export function readLiveOptions<Values extends LiveValues>(values: Values, io: Io) {
  const {
    negotiate,
    header = [],
    cacert,
    cert,
    key,
    insecure,
    timeout,
    retries,
    concurrency,
    follow,
    'max-body': maxBody,
    ...rest
  } = values;
  if ((cert === undefined) !== (key === undefined))
    throw new UsageError(
      '`--cert` and `--key` belong together: give the client certificate and its private key',
    );
  const seconds = numberOf('timeout', timeout, { unit: 'seconds', least: 0.001, most: 3600 });
  const repeats = numberOf('retries', retries, { unit: 'repeats', whole: true, least: 0, most: 10 });
  const atOnce = numberOf('concurrency', concurrency, {
    unit: 'requests',
    whole: true,
    least: 1,
    most: 1000,
  });
  const megabytes = numberOf('max-body', maxBody, { unit: 'megabytes', least: 0.001, most: 1024 });
  const settings: LiveSettings = {
    env: io.env,
    headers: header.map((text) => parseHeaderOption(text, io.env)),
    ...(cacert === undefined ? {} : { ca: pemOf('cacert', cacert, io) }),
    ...(cert === undefined ? {} : { cert: pemOf('cert', cert, io) }),
    ...(key === undefined ? {} : { key: pemOf('key', key, io) }),
    ...(insecure === true ? { insecure: true } : {}),
    ...(seconds === undefined ? {} : { timeout: seconds * 1000 }),
    ...(repeats === undefined ? {} : { retries: repeats }),
    ...(atOnce === undefined ? {} : { concurrency: atOnce }),
    ...(follow === true ? { follow: true } : {}),
    ...(megabytes === undefined ? {} : { bodySize: Math.trunc(megabytes * 1024 * 1024) }),
    ...(negotiate === true ? { negotiate: true } : {}),
  };
  return [settings, rest] as const;
}

/** A signal that is aborted when the user interrupts the run: what was fetched by then is reported. */
export function interruptOf(io: Io): AbortSignal {
  const interrupt = new AbortController();
  void io.interrupted().then(() => interrupt.abort());
  return interrupt.signal;
}

/** Throws a UsageError for an option that has no effect without a live service. */
export function refuseLiveOptions(specs: OptionSpecs, values: object, remedy: string): void {
  const given = Object.entries(values).find(
    ([name, value]) => value !== undefined && specs[name]?.section === 'service',
  );
  if (given !== undefined) throw new UsageError(`\`--${given[0]}\` needs a live service: ${remedy}`);
}

/** Warns that `--insecure` does not verify the server's identity. */
export function warnOfInsecure({ insecure }: { readonly insecure?: boolean | undefined }, io: Io): void {
  if (insecure === true)
    warn("--insecure disables certificate verification: the server's identity is not checked", io);
}

/** How responses are compared with samples. Throws a UsageError for an unknown mode. */
export function readCompareMode(text: string | undefined): CompareMode | undefined {
  const mode = COMPARE_MODES.find((known) => known === text);
  if (mode !== undefined || text === undefined) return mode;
  throw new UsageError(`unknown value \`${text}\` of \`--compare\`: ${suggestName(text, COMPARE_MODES)}`);
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
    `\`--${option}\` expects a ${whole ? 'whole ' : ''}number of ${unit} from ${least} to ${most}, got \`${text}\``,
  );
}

function pemOf(option: string, path: string, { cwd }: Io): string {
  return readPem(path, `--${option} ${path}`, () =>
    readTextFile(resolve(cwd, path), DEFAULT_LIMITS.fileSize),
  );
}
