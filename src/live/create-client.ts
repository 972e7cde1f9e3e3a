import { setMaxListeners } from 'node:events';

import { isSafeMethod } from '../model/live/exchange';
import type { Attempt } from './wire/attempt';
import type { Client, ClientSettings } from '../model/live/client';
import { machineClock, type Clock } from './wire/clock';
import { conclude } from './conclude';
import { follow, type Followed } from './follow';
import { oneByOne } from './one-by-one';
import { createLimit } from './limit';
import { outgoingHeaders, type OutgoingHeaders } from './outgoing-headers';
import { proxyOf } from './wire/proxy-of';
import { createRest } from './rest';
import { retry } from './retry';
import { secureContextOf } from './wire/secure-context';
import { sendOnce } from './wire/send-once';
import { secretsReceived } from './secrets/header-secrets';
import { secretsOfUrl, withoutUserInfo } from './secrets/shown-url';
import { createTransport, type Transport } from './wire/transport';

/** Beyond this, secrets that a server sets are not collected: some set a new cookie with every answer. */
const MOST_SECRETS = 200;

/** Why requests that are under way end with their client. Without a reason, each client would create one, with a stack trace. */
const ENDED = new Error('the client has ended');

/** Creates an HTTP client; throws UsageError if the certificates or proxies in the settings cannot be used. */
export function createClient(settings: ClientSettings, clock: Clock = machineClock): Client {
  const secureContext = secureContextOf(settings);
  const secrets = new Set(secretsOfProxies(settings.env));
  const ending = new AbortController();
  const { signal } = ending;
  // There is one listener per open request, and the user decides how many of those there are.
  setMaxListeners(0, signal);
  const limit = oneByOne(createLimit(settings.concurrency), settings.place?.onSpare);
  const refusing = new Set<string>();
  const rest = createRest(settings.place ?? { enter: () => Promise.resolve(), leave: () => {} });
  const sleep: Clock['sleep'] = (...args) => rest.wait(() => clock.sleep(...args));
  const bounds = { timeout: settings.timeout, bodySize: settings.bodySize, signal };
  let transport: Transport | undefined;

  const sendAll = (start: URL, method: string, { sent }: OutgoingHeaders): Promise<Followed> => {
    // A request that may change something is never repeated and never redirected.
    const isSafe = isSafeMethod(method);
    const send = (url: URL): Promise<Attempt> =>
      retry(
        url,
        () =>
          limit(() => {
            transport ??= createTransport(settings, secureContext, signal);
            return sendOnce(transport, { method, url, headers: sent }, bounds);
          }),
        {
          retries: isSafe ? settings.retries : 0,
          timeout: settings.timeout,
          signal,
          clock: { ...clock, sleep },
          refusing,
        },
      );
    return settings.follow && isSafe
      ? follow(start, send)
      : send(start).then((outcome) => ({ url: start, outcome }));
  };

  const end = async (): Promise<void> => {
    ending.abort(ENDED);
    await transport?.destroy();
  };

  return {
    send: async (request) => {
      const start = new URL(request.url);
      if (request.url.includes('#')) start.hash = '';
      const headers = outgoingHeaders(request, settings, start);
      const { url, outcome } = await rest.active(() => sendAll(start, request.method, headers));
      const received = outcome.kind === 'answered' ? secretsReceived(outcome.headers) : [];
      for (const secret of [...headers.secrets, ...secretsOfUrl(start)]) secrets.add(secret);
      if (url !== start) for (const secret of secretsOfUrl(url)) secrets.add(secret);
      for (const secret of received) if (secrets.size < MOST_SECRETS) secrets.add(secret);
      const shown = { method: request.method, url: withoutUserInfo(url), headers: headers.shown };
      const { origin, name = shown.url } = request;
      const { bodySize, depth } = settings;
      return conclude(outcome, shown, { origin, name, bodySize, depth });
    },
    secrets: () => [...secrets],
    interrupt: () => void end(),
    close: end,
  };
}

/** A URL of each scheme, for the proxies that the environment has for them. */
const URLS_BY_SCHEME = [new URL('http://service.invalid'), new URL('https://service.invalid')];

/** The secrets in the proxy URLs of the environment; throws UsageError at once if such a URL cannot be used. */
function secretsOfProxies(env: ClientSettings['env']): readonly string[] {
  return URLS_BY_SCHEME.flatMap((url) => {
    const proxy = proxyOf(url, env);
    return proxy === undefined ? [] : secretsOfUrl(proxy);
  });
}
