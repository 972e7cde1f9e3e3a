import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import type { buildConnector, Pool } from 'undici';

import type { HttpHeaders } from '../../model/live/exchange';
import { TUNNEL_REFUSED } from '../failures/failed';

/** The parts that a tunnel through a proxy needs. */
export interface TunnelSettings {
  readonly openProxy: () => Pool;
  /** Starts TLS with the service once the proxy has opened the tunnel. */
  readonly connect: buildConnector.connector;
  readonly headers: HttpHeaders;
  readonly signal: AbortSignal;
}

/** Connects to a service over TLS through an HTTP proxy (CONNECT, RFC 9110 §9.3.6). */
export function createTunnel({
  openProxy,
  connect,
  headers,
  signal,
}: TunnelSettings): buildConnector.connector {
  return (options, callback) => {
    const host =
      options.port === '' ? `${options.host ?? options.hostname}:443` : (options.host ?? options.hostname);
    // The connection leaves the pool with the first response, so each tunnel needs a pool of its own.
    const proxy = openProxy();
    const request = { path: host, headers: Object.fromEntries([['Host', host], ...headers]), signal };
    proxy.connect(request, (error, answer) => {
      void proxy.destroy();
      if (error !== null) {
        callback(error, null);
      } else if (answer.statusCode === 200 && isSocket(answer.socket)) {
        connect({ ...options, httpSocket: answer.socket }, callback);
      } else {
        answer.socket.on('error', () => undefined).destroy();
        callback(Object.assign(new Error(String(answer.statusCode)), { code: TUNNEL_REFUSED }), null);
      }
    });
  };
}

function isSocket(stream: Duplex): stream is Socket {
  return 'setNoDelay' in stream;
}
