import { setMaxListeners } from 'node:events';

import type { Exchange, HttpHeaders } from '../model/exchange';
import type { HeaderSetting } from '../model/target';
import type { Attempt } from './attempt';
import { machineClock, type Clock } from './clock';
import { conclude } from './conclude';
import { follow, type Followed } from './follow';
import { createLimit } from './limit';
import { outgoingHeaders, type OutgoingHeaders } from './outgoing-headers';
import { proxyOf } from './proxy-of';
import { createRedact } from './redact';
import { retry } from './retry';
import { secureContextOf } from './secure-context';
import { sendOnce } from './send-once';
import { secretsOfUrl, shownUrl } from './shown-url';
import { createTransport, type Transport } from './transport';

/** How to reach a target, and what bounds a request. */
export interface ClientSettings {
  /** Headers to send with every request; credentials only with those that ask for them. */
  readonly headers: readonly HeaderSetting[];
  /** PEM texts. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Accept any certificate. */
  readonly insecure: boolean;
  /** Milliseconds to connect, for the headers and for the whole body, each. */
  readonly timeout: number;
  /** How often a request is repeated after a connection error, 502, 503 or 504. */
  readonly retries: number;
  /** How many requests are under way at once. */
  readonly concurrency: number;
  /** Follow redirects within the same scheme, host and port. */
  readonly follow: boolean;
  /** The largest body that is read, decoded, in bytes. */
  readonly bodySize: number;
  /** How deep JSON may nest. */
  readonly depth: number;
  /** Where proxies are told: HTTP_PROXY, HTTPS_PROXY, NO_PROXY, in either case. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A request to send. */
export interface OutgoingRequest {
  readonly method: string;
  /** Absolute; may hold user information, which is sent as Basic authorization and never shown. */
  readonly url: string;
  /** In place of those of the settings that have the same name. */
  readonly headers: HttpHeaders;
  /** Those of the target, where a client serves several; they come before those of the client's settings. */
  readonly settings?: readonly HeaderSetting[];
  /** Whether the headers that are credentials go with it. */
  readonly token: boolean;
  /** The origin of the document that comes back: the target's name. */
  readonly origin: string;
  /** What findings call the document that comes back. Default: the URL, as it may be shown. */
  readonly name?: string;
}

/** Something that sends requests; never rejects for what a network or a server does. */
export interface Client {
  readonly send: (request: OutgoingRequest) => Promise<Exchange>;
  /** Ends what is under way as `interrupted`; sends nothing more. */
  readonly interrupt: () => void;
  readonly close: () => Promise<void>;
}

/** A client on the network; UsageError where certificates or proxies cannot be used. */
export function createClient(settings: ClientSettings, clock: Clock = machineClock): Client {
  const secureContext = secureContextOf(settings);
  const proxySecrets = secretsOfProxies(settings.env);
  const ending = new AbortController();
  const { signal } = ending;
  // One listener per request under way, which are as many as the user wants.
  setMaxListeners(0, signal);
  const limit = createLimit(settings.concurrency);
  const bounds = { timeout: settings.timeout, bodySize: settings.bodySize, signal };
  let transport: Transport | undefined;

  const sendAll = (start: URL, method: string, { sent }: OutgoingHeaders): Promise<Followed> => {
    // What changes something is not sent twice, nor elsewhere.
    const isSafe = ['GET', 'HEAD', 'OPTIONS'].includes(method);
    const send = (url: URL): Promise<Attempt> =>
      retry(
        () =>
          limit(() => {
            transport ??= createTransport(settings, secureContext, signal);
            return sendOnce(transport, { method, url, headers: sent }, bounds);
          }),
        { retries: isSafe ? settings.retries : 0, timeout: settings.timeout, signal, clock },
      );
    return settings.follow && isSafe
      ? follow(start, send)
      : send(start).then((outcome) => ({ url: start, outcome }));
  };

  const end = async (): Promise<void> => {
    ending.abort();
    await transport?.destroy();
  };

  return {
    send: async (request) => {
      const start = new URL(request.url);
      start.hash = '';
      const headers = outgoingHeaders(request, settings, start);
      const { url, outcome } = await sendAll(start, request.method, headers);
      const redact = createRedact([
        ...headers.secrets,
        ...proxySecrets,
        ...[start, url].flatMap(secretsOfUrl),
      ]);
      const shown = { method: request.method, url: shownUrl(url), headers: headers.shown };
      const { origin, name = shown.url } = request;
      const { bodySize, depth } = settings;
      return conclude(outcome, shown, { origin, name, redact, bodySize, depth });
    },
    interrupt: () => void end(),
    close: end,
  };
}

/** Checks at once what the environment says of proxies, and finds what must not be seen of it. */
function secretsOfProxies(env: ClientSettings['env']): readonly string[] {
  return ['http://service.invalid', 'https://service.invalid'].flatMap((url) => {
    const proxy = proxyOf(new URL(url), env);
    return proxy === undefined ? [] : secretsOfUrl(proxy);
  });
}
