import { createServer, type Server } from 'node:http';

import { openProject } from '../../src/engine/open/open-project';
import { createApi, type Api } from '../../src/serve/create-api';
import { deliver } from '../../src/serve/deliver';
import { readFault } from '../../src/serve/faults/read-fault';
import { ROOT } from './page';

/** The hosts that the pages ask, each with the samples here and these faults. */
const HOSTS: Readonly<Record<string, readonly string[]>> = {
  'compute.example.com': ['newer-newest', 'no-vary'],
  'west.example.com': [],
  'east.example.com': ['stale-newest'],
};

/** A proxy behind which those hosts are. */
export interface Services {
  readonly proxyUrl: string;
  readonly close: () => Promise<void>;
}

/** Starts the proxy on a free port of this machine. It asks no other host: one that is not in the table is answered 502. */
export async function startServices(): Promise<Services> {
  const project = openProject({ cwd: ROOT });
  const apis = new Map(
    Object.entries(HOSTS).map(([host, kinds]) => [
      host,
      createApi(project, { faults: kinds.map(readFault) }),
    ]),
  );
  const server = createServer((message, response) => {
    const { host = '' } = message.headers;
    const api = apis.get(host);
    message.resume();
    if (api === undefined) response.writeHead(502).end();
    else
      deliver(
        answerOf(api, { host, method: message.method, url: message.url, raw: message.rawHeaders }),
        response,
        0,
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { proxyUrl: urlOf(server), close: () => closeServer(server) };
}

interface Asked {
  readonly host: string;
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly raw: readonly string[];
}

function answerOf(api: Api, { host, method = '', url = '', raw }: Asked): ReturnType<Api['answer']> {
  return api.answer({
    host,
    method,
    // A proxy is asked for the whole URL.
    path: url.replace(/^http:\/\/[^/]*/, ''),
    headers: raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : [])),
  });
}

function urlOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
