import { createServer as createHttpServer, type RequestListener, type Server as HttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

import type { Client, ClientSettings, OutgoingRequest } from '../../src/model/live/client';
import type { Exchange } from '../../src/model/live/exchange';

/** A server on loopback. */
export interface Loopback {
  readonly port: number;
  /** `http://127.0.0.1:PORT/`. */
  readonly url: string;
}

export const SETTINGS: ClientSettings = {
  headers: [],
  insecure: false,
  // On a busy machine, a response over loopback may take seconds.
  timeout: 60_000,
  retries: 0,
  concurrency: 8,
  follow: false,
  bodySize: 64 * 1024,
  depth: 64,
  env: {},
};

/** The servers and clients of a test file; `close` them after each test. */
export function createLoopback() {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  const clients: Client[] = [];

  const listen = async (server: Server, wanted = 0): Promise<Loopback> => {
    servers.push(server);
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => {
      server.listen(wanted, '127.0.0.1', resolve);
    });
    const port = portOf(server);
    return { port, url: `http://127.0.0.1:${port}/` };
  };

  return {
    listen,
    /** A server that calls `answer` with the socket when a request arrives. */
    raw: (answer: (socket: Socket, request: string) => void): Promise<Loopback> =>
      listen(createServer((socket) => socket.on('data', (data) => answer(socket, data.toString('latin1'))))),
    /** A TLS server with the certificate of this name, which sends the same response to every request. */
    tls: async (name: string, answer: string, options: TlsOptions = {}): Promise<Loopback> => {
      const [cert, key] = [pem(`${name}.pem`), pem(`${name}.key`)];
      const server = createTlsServer({ cert, key, ...options }, (socket) => {
        socket.on('error', () => undefined).on('data', () => socket.end(answer));
      });
      server.on('tlsClientError', () => undefined);
      const { port } = await listen(server);
      return { port, url: `https://127.0.0.1:${port}/` };
    },
    http: (listener: RequestListener, wanted?: number): Promise<Loopback> => {
      const server: HttpServer = createHttpServer({ keepAliveTimeout: 5000 }, listener);
      return listen(server, wanted);
    },
    client: (client: Client): Client => {
      clients.push(client);
      return client;
    },
    close: async (): Promise<void> => {
      await Promise.all(clients.splice(0).map((client) => client.close()));
      for (const socket of sockets) socket.destroy();
      await Promise.all(
        servers.splice(0).map(
          (server) =>
            new Promise<void>((resolve) => {
              server.close(() => resolve());
            }),
        ),
      );
    },
  };
}

/** The default headers of a client, as an exchange shows them. */
export const DEFAULT_HEADERS = [
  ['Accept', 'application/json'],
  ['User-Agent', 'samplegate'],
] as const;

/** The content of a file in tests/fixtures/tls. */
export function pem(name: string): string {
  return readFileSync(join(__dirname, '..', 'fixtures', 'tls', name), 'utf8');
}

export function get(url: string, rest: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return { method: 'GET', url, headers: [], token: false, origin: 'a target', ...rest };
}

/** An exchange as plain data: without the function in the body's source. */
export function plain(exchange: Exchange): unknown {
  if (exchange.kind === 'failed') return exchange;
  const { source, ...body } = exchange.answer.body;
  const { name, text } = source;
  return { ...exchange, answer: { ...exchange.answer, body: { ...body, name, text } } };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
