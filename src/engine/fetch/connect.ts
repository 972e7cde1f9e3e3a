import type { Client, ClientSettings } from '../../model/client';
import { createClient } from '../../live/create-client';
import { parseTargetUrl } from '../../live/target-url';
import type { CompareMode } from '../../model/compare-mode';
import type { Microversion } from '../../model/microversion';
import type { HeaderSetting, Target } from '../../model/target';
import { DEFAULT_LIMITS } from '../../model/limits';
import { readMicroversion } from '../open/read-microversion';

/** A live service, and how to reach it. */
export interface LiveOptions extends Partial<Omit<ClientSettings, 'headers'>> {
  /** The base URL: paths of live requests are below it. */
  readonly url: string;
  /** What summaries call it. Default: the URL. */
  readonly name?: string;
  readonly headers?: readonly HeaderSetting[];
  /** The newest microversion that its owner expects, `X.Y`. */
  readonly newest?: string;
  /** How responses are compared with samples, whatever the manifest says. */
  readonly compare?: CompareMode;
  /** Try every way of asking for a microversion on each endpoint that has them, whatever the manifest says. Default: false. */
  readonly negotiate?: boolean;
}

/** How services are reached: what several of them share. */
export type LiveSettings = Omit<LiveOptions, 'url' | 'name' | 'newest' | 'compare'>;

/** A live service, ready to be asked. */
export interface LiveCheck {
  readonly target: Target;
  /** The base URL to send requests to, which may hold user information: never shown. */
  readonly address: string;
  readonly client: Client;
  readonly newest?: Microversion;
  readonly compare?: CompareMode;
  readonly negotiate?: boolean;
}

/** How a service is reached unless a user says otherwise. */
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

/** Runs a task on a live service, whose connections are closed again; the signal ends what is under way. Throws as `connect` does. */
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

/** Opens the way to a live service; nothing is sent yet. Throws a UsageError for a URL or a microversion that is none. */
function connect(options: LiveOptions): LiveCheck {
  const { url, name, newest, compare, negotiate, ...settings } = options;
  const target = parseTargetUrl(url);
  return {
    target: { name: name ?? target.shown, url: target.shown },
    address: target.url,
    client: createClient({ ...DEFAULT_SETTINGS, ...settings, headers: settings.headers ?? [] }),
    ...(newest === undefined ? {} : { newest: readMicroversion(newest) }),
    ...(compare === undefined ? {} : { compare }),
    ...(negotiate === undefined ? {} : { negotiate }),
  };
}
