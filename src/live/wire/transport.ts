import type { SecureContext } from 'node:tls';

import type { buildConnector, Pool } from 'undici';

import type { HttpHeaders } from '../../model/exchange';
import type { ClientSettings } from '../../model/client';
import { loadUndici } from './load-undici';
import { createPools, type Lease } from './pools';
import { proxyOf } from './proxy-of';
import { basicCredentials } from '../secrets/shown-url';
import { createSockets } from './sockets';
import { createTunnel } from './tunnel';

/** A way to a URL: a connection to its host or to a proxy. */
export interface LeasedRoute extends Lease {
  /** What the request line says: all of the URL where a proxy passes the request on. */
  readonly path: string;
  /** What the proxy wants to be told. */
  readonly headers: HttpHeaders;
  /** The proxy as users may see it. */
  readonly proxy: string | undefined;
}

/** Finds ways to URLs, and keeps connections. */
export interface Transport {
  readonly route: (url: URL) => LeasedRoute;
  /** Ends every connection, also those that are being made. */
  readonly destroy: () => Promise<void>;
}

/** No service of an API sends more; Node's own limit of 16 KB is less than some do. */
const MOST_HEADERS = 64 * 1024;

/** Longer than from one request of a run to the next; services close what they kept after five seconds or more. */
const KEEP_ALIVE = 1000;

/** The connections of one client; with the signal, those through proxies end as well. */
export function createTransport(
  settings: ClientSettings,
  secureContext: SecureContext | undefined,
  signal: AbortSignal,
): Transport {
  const undici = loadUndici();
  const sockets = createSockets();
  const pools = createPools(settings.concurrency);
  // undici's timers are half a second coarse; they only end what ours has given up.
  const { timeout } = settings;
  const connect = sockets.track(
    undici.connector({
      timeout,
      rejectUnauthorized: !settings.insecure,
      ...(secureContext !== undefined && { secureContext }),
    }),
  );
  // What the user says of certificates is said of the service: a proxy is held to the system's.
  const connectProxy = sockets.track(undici.connector({ timeout }));

  const open = (origin: string, connector: buildConnector.connector): Pool =>
    new undici.Pool(origin, {
      connect: connector,
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: KEEP_ALIVE,
      keepAliveMaxTimeout: KEEP_ALIVE,
      maxHeaderSize: MOST_HEADERS,
    });

  return {
    route: (url) => {
      const path = `${url.pathname}${url.search}`;
      const proxy = proxyOf(url, settings.env);
      if (proxy === undefined) {
        const lease = pools.lease(url.origin, () => open(url.origin, connect));
        return { ...lease, path, headers: [], proxy };
      }
      const headers = proxyHeaders(proxy, settings);
      const openProxy = (): Pool => open(proxy.origin, connectProxy);
      if (url.protocol === 'http:') {
        const lease = pools.lease(`through ${proxy.origin}`, openProxy);
        return {
          ...lease,
          path: `${url.origin}${path}`,
          headers: [['Host', url.host], ...headers],
          proxy: proxy.origin,
        };
      }
      const lease = pools.lease(`${url.origin} through ${proxy.origin}`, () =>
        open(url.origin, createTunnel({ openProxy, ask: undici.connect, connect, headers, signal })),
      );
      return { ...lease, path, headers: [], proxy: proxy.origin };
    },
    destroy: async () => {
      sockets.destroy();
      await pools.destroy();
    },
  };
}

function proxyHeaders(proxy: URL, settings: ClientSettings): HttpHeaders {
  const given = settings.headers.find(({ name }) => name.toLowerCase() === 'proxy-authorization')?.value;
  const basic =
    proxy.username === '' && proxy.password === '' ? undefined : `Basic ${basicCredentials(proxy)}`;
  const authorization = given ?? basic;
  return authorization === undefined ? [] : [['Proxy-Authorization', authorization]];
}
