import type { IncomingMessage, Server } from 'node:http';

import {
  aCall,
  listOf,
  made,
  needed,
  OPTION_KINDS,
  optionsOf,
  type OptionKinds,
} from '../engine/options/option-kinds';
import { refuseWrongOptions } from '../engine/options/refuse-wrong-options';
import type { HttpHeaders } from '../model/live/exchange';
import type { Project } from '../model/project/project';
import { codeOf, messageOf } from '../model/thrown';
import { UsageError } from '../model/usage-error';
import type { Answer, ApiRequest } from './answer';
import { createApi, type Api, type ApiOptions } from './create-api';
import type { Fault, FaultSetting } from './faults/fault';
import { deliver } from './deliver';
import { plainPath } from './homes';

/** Where an API listens, and its faults. */
export interface ServeOptions extends ApiOptions {
  /** Default: a free port. */
  readonly port?: number;
  /** Default: 127.0.0.1, so that other machines cannot reach it. */
  readonly host?: string;
  /** How long the fault `slow` waits, in milliseconds. Default: 30,000. */
  readonly slowMs?: number;
  /** Called with each request and its response. */
  readonly onRequest?: (request: ApiRequest, answer: Answer) => void;
}

const FAULT_WORDS = 'a fault that `readFault` returned';

const FAULT = optionsOf<FaultSetting>(
  {
    kind: needed(OPTION_KINDS.text),
    fault: needed(made<Fault>(FAULT_WORDS)),
    path: OPTION_KINDS.anyText,
  },
  FAULT_WORDS,
);

const OPTIONS: OptionKinds<ServeOptions> = {
  port: OPTION_KINDS.port,
  host: OPTION_KINDS.text,
  prefix: OPTION_KINDS.anyText,
  faults: listOf(FAULT),
  slowMs: OPTION_KINDS.count,
  onRequest: aCall(),
};

/** An API that is being served. */
export interface RunningApi {
  /** Its URL, without a slash at the end. */
  readonly url: string;
  readonly api: Api;
  /** Closes every connection and frees the port. */
  readonly close: () => Promise<void>;
}

/** Serves the samples of a project over HTTP; throws UsageError if they cannot be served or the port is not available. */
export async function serve(project: Project, options: ServeOptions = {}): Promise<RunningApi> {
  refuseWrongOptions(options, OPTIONS, '`serve`');
  const { port = 0, host = '127.0.0.1', prefix = '', slowMs = 30_000, onRequest } = options;
  const api = createApi(project, options);
  // Loaded here, not at the top, because every run of the command line would pay for it.
  const { createServer } = await import('node:http');
  const server = createServer((message, response) => {
    // A client may disconnect at any time: that is not an error.
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

/** Starts the server and returns its port. */
function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(new UsageError(listenErrorMessage(error, port, host), [], undefined)),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function listenErrorMessage(error: unknown, port: number, host: string): string {
  const code = codeOf(error);
  if (code === 'EADDRINUSE')
    return `port ${port} is in use: choose another one with \`--port\`, or omit \`--port\` to use a free one`;
  if (code === 'EACCES')
    return `port ${port} needs administrator rights: choose one above 1023 with \`--port\`, or omit \`--port\` to use a free one`;
  return `cannot listen on ${host}, port ${port}: ${messageOf(error)}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
