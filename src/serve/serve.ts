import type { IncomingMessage, Server } from 'node:http';

import type { HttpHeaders } from '../model/exchange';
import type { Project } from '../model/project';
import { codeOf, messageOf } from '../model/thrown';
import { UsageError } from '../model/usage-error';
import type { Answer, ApiRequest } from './answer';
import { createApi, type Api, type ApiOptions } from './create-api';
import { deliver } from './deliver';
import { plainPath } from './homes';

/** Where an API listens, and how it misbehaves. */
export interface ServeOptions extends ApiOptions {
  /** Default: any free one. */
  readonly port?: number;
  /** Default: 127.0.0.1, so that nobody else can reach it. */
  readonly host?: string;
  /** How long the fault `slow` waits, in milliseconds. Default: half a minute. */
  readonly slowMs?: number;
  /** Called with each request and what it is answered. */
  readonly onRequest?: (request: ApiRequest, answer: Answer) => void;
}

/** An API that listens. */
export interface RunningApi {
  /** Its URL, without a slash at the end. */
  readonly url: string;
  readonly api: Api;
  /** Ends every connection and gives the port back. */
  readonly close: () => Promise<void>;
}

/** Serves the samples of a project on this machine. Throws a UsageError where they do not make an API, or the port cannot be had. */
export async function serve(project: Project, options: ServeOptions = {}): Promise<RunningApi> {
  const { port = 0, host = '127.0.0.1', prefix = '', slowMs = 30_000, onRequest } = options;
  const api = createApi(project, options);
  // Every run of the command line would pay for loading it.
  const { createServer } = await import('node:http');
  const server = createServer((message, response) => {
    // A client may go away at any time, and that is its own affair.
    response.on('error', () => {});
    message.resume();
    const request = readRequest(message);
    const answer = api.answer(request);
    onRequest?.(request, answer);
    deliver(answer, response, slowMs);
  });
  const bound = await listen(server, port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}${plainPath(prefix)}`,
    api,
    close: () => close(server),
  };
}

function readRequest({ method = '', url = '', rawHeaders, headers, socket }: IncomingMessage): ApiRequest {
  const pairs: HttpHeaders = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
  );
  return {
    method,
    path: url.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, ''),
    headers: pairs,
    host: headers.host ?? `${socket.localAddress ?? ''}:${socket.localPort ?? ''}`,
  };
}

/** Gives the port that the server has got. */
function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new UsageError(describe(error, port, host), [], undefined)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function describe(error: unknown, port: number, host: string): string {
  const code = codeOf(error);
  if (code === 'EADDRINUSE')
    return `port ${port} is in use: choose another with \`--port\`, or leave it out for any that is free`;
  if (code === 'EACCES')
    return `port ${port} is not for everybody: choose one above 1023 with \`--port\`, or leave it out for any that is free`;
  return `nothing can listen at ${host}, port ${port}: ${messageOf(error)}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
