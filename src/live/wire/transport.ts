import type { SecureContext } from 'node:tls';

import type { buildConnector, Pool } from 'undici';

import type { HttpHeaders } from '../../model/live/exchange';
import type { ClientSettings } from '../../model/live/client';
import { createPools, type Lease } from './pools';
import { proxyOf } from './proxy-of';
import { basicCredentials } from '../secrets/shown-url';
import { createSockets } from './sockets';
import { createTunnel } from './tunnel';

/** How to reach a URL: a pool of connections to its host or to a proxy. */
export interface LeasedRoute extends Lease {
  /** The path in the request line; the whole URL if a proxy forwards the request. */
  readonly path: string;
  /** The headers for the proxy. */
  readonly headers: HttpHeaders;
  /** The URL of the proxy without credentials. */
  readonly proxy: string | undefined;
  /** Whether a client certificate is sent to a service that asks for one. */
  readonly certificate: boolean;
}

/** Finds the route to a URL, and keeps connections open. */
export interface Transport {
  readonly route: (url: URL) => LeasedRoute;
  /** Closes every connection, including those that are still being opened. */
  readonly destroy: () => Promise<void>;
}

/** More than any API service sends, in bytes. Some send more than Node's default limit of 16 KB. */
const MOST_HEADERS = 64 * 1024;

/**
 * In milliseconds: longer than the gap between two requests of a run, and shorter than the five seconds or more after
 * which services close an idle connection.
 */
const KEEP_ALIVE = 1000;

/** The connections of one client. The signal also closes those that are being opened through a proxy. */
export function createTransport(
  settings: ClientSettings,
  secureContext: SecureContext | undefined,
  signal: AbortSignal,
): Transport {
  // Loaded for the first request: most runs send none, and loading it takes longer than everything else at start-up.
  const undici: typeof import('undici') = require('undici');
  const sockets = createSockets();
  const pools = createPools(settings.concurrency);
  // undici's timers are accurate to half a second only; they just clean up what our own time limit has ended.
  const { timeout } = settings;
  const certificate = settings.cert !== undefined;
  const connect = sockets.track(
    undici.buildConnector({
      timeout,
      rejectUnauthorized: !settings.insecure,
      ...(secureContext !== undefined && { secureContext }),
    }),
  );
  // The user's certificate options are for the service; a proxy is verified with the system's certificates.
  const connectProxy = sockets.track(undici.buildConnector({ timeout }));

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
        return { ...lease, path, headers: [], proxy, certificate };
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
          certificate: false,
        };
      }
      const lease = pools.lease(`${url.origin} through ${proxy.origin}`, () =>
        open(url.origin, createTunnel({ openProxy, connect, headers, signal })),
      );
      return { ...lease, path, headers: [], proxy: proxy.origin, certificate };
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
