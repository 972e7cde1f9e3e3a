import type { Client, ClientSettings, PoolPlace } from '../../model/live/client';
import { createClient } from '../../live/create-client';
import { parseTargetUrl } from '../../live/target-url';
import { COMPARE_MODES, type CompareMode } from '../../model/contracts/compare-mode';
import type { Environment } from '../../model/path-variables';
import type { Microversion } from '../../model/versions/microversion';
import type { HeaderSetting, Target } from '../../model/live/target';
import { DEFAULT_LIMITS } from '../../model/project/limits';
import { readMicroversion } from '../open/read-microversion';
import {
  listOf,
  made,
  needed,
  oneWordOf,
  OPTION_KINDS,
  optionsOf,
  type OptionKinds,
} from '../options/option-kinds';

/** A live service and how to connect to it. */
export interface LiveOptions extends Partial<Omit<ClientSettings, 'headers'>> {
  /** The base URL: the paths of live requests are relative to it. */
  readonly url: string;
  /** The name in summaries. Default: the URL. */
  readonly name?: string;
  readonly headers?: readonly HeaderSetting[];
  /** The newest microversion that the service is expected to offer, `X.Y`. */
  readonly newest?: string;
  /** How responses are compared with samples. Overrides the manifest. */
  readonly compare?: CompareMode;
  /** Whether to check negotiation on every endpoint with microversions, not only on those that the manifest names. Default: false. */
  readonly negotiate?: boolean;
}

/** The options that several services can share. */
export type LiveSettings = Omit<LiveOptions, 'url' | 'name' | 'newest' | 'compare'>;

const SETTINGS: OptionKinds<LiveSettings> = {
  headers: listOf(
    optionsOf<HeaderSetting>({
      name: needed(OPTION_KINDS.text),
      value: needed(OPTION_KINDS.anyText),
      shown: needed(OPTION_KINDS.anyText),
      credential: needed(OPTION_KINDS.flag),
    }),
  ),
  ca: OPTION_KINDS.text,
  cert: OPTION_KINDS.text,
  key: OPTION_KINDS.text,
  insecure: OPTION_KINDS.flag,
  timeout: OPTION_KINDS.positive,
  retries: OPTION_KINDS.count,
  concurrency: OPTION_KINDS.size,
  follow: OPTION_KINDS.flag,
  bodySize: OPTION_KINDS.size,
  depth: OPTION_KINDS.size,
  negotiate: OPTION_KINDS.flag,
  env: OPTION_KINDS.variables,
  place: made<PoolPlace>(),
};

/** The option `live` of calls that check several services. */
export const LIVE_SETTINGS = optionsOf(SETTINGS);

/** The option `live` of calls that check one service. */
export const LIVE_SERVICE = optionsOf<LiveOptions>({
  ...SETTINGS,
  url: needed(OPTION_KINDS.text),
  name: OPTION_KINDS.text,
  newest: OPTION_KINDS.anyText,
  compare: oneWordOf(COMPARE_MODES),
});

/** A live service with an open client, ready for requests. */
export interface LiveCheck {
  readonly target: Target;
  /** The base URL to send requests to, as it was typed. It may contain a user name and password, so it is never shown. */
  readonly address: string;
  readonly client: Client;
  readonly newest?: Microversion;
  readonly compare?: CompareMode;
  readonly negotiate?: boolean;
  /** The variables for the paths of requests. Default: none. */
  readonly env?: Environment;
}

/** The settings that apply where the options set none. */
const DEFAULT_SETTINGS: ClientSettings = {
  headers: [],
  insecure: false,
  timeout: 10_000,
  retries: 2,
  concurrency: 16,
  follow: false,
  bodySize: 10 * 1024 * 1024,
  depth: DEFAULT_LIMITS.depth,
  env: {},
};

/** Runs a task on a live service, then closes its connections. The signal interrupts running requests. Throws like `connect`. */
export async function withService<T>(
  options: LiveOptions,
  task: (service: LiveCheck) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const service = connect(options);
  if (signal?.aborted === true) service.client.interrupt();
  signal?.addEventListener('abort', service.client.interrupt, { once: true });
  try {
    return await task(service);
  } finally {
    signal?.removeEventListener('abort', service.client.interrupt);
    await service.client.close();
  }
}

/** The environment from which the paths of requests are filled. */
export function pathEnvironment({ env = process.env }: Pick<LiveOptions, 'env'>): Environment {
  return env;
}

/** Prepares a client for a live service; sends nothing yet. Throws a UsageError for an invalid URL or microversion. */
function connect(options: LiveOptions): LiveCheck {
  const { url, name, newest, compare, negotiate, ...settings } = options;
  const target = parseTargetUrl(url);
  return {
    env: pathEnvironment(options),
    target: { name: name ?? target.shown, url: target.shown },
    address: target.url,
    client: createClient({ ...DEFAULT_SETTINGS, ...settings, headers: settings.headers ?? [] }),
    ...(newest === undefined ? {} : { newest: readMicroversion(newest) }),
    ...(compare === undefined ? {} : { compare }),
    ...(negotiate === undefined ? {} : { negotiate }),
  };
}
