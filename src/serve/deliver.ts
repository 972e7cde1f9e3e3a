import type { ServerResponse } from 'node:http';

import type { Answer } from './answer';

/** Sends a response in the way of its `delivery`; a slow one after `slowMs` milliseconds. */
export function deliver(answer: Answer, response: ServerResponse, slowMs: number): void {
  const { body, delivery } = answer;
  switch (delivery) {
    case 'whole':
      writeHead(answer, response);
      response.end(body);
      return;
    case 'slow': {
      const timer = setTimeout(() => deliver({ ...answer, delivery: 'whole' }, response, slowMs), slowMs);
      response.once('close', () => clearTimeout(timer));
      return;
    }
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'truncated':
      writeHead(answer, response);
      response.write(halfOf(body), () => response.socket?.destroySoon());
      return;
    case 'stalled':
      writeHead(answer, response);
      response.write(halfOf(body));
      return;
    case 'endless':
      writeHead(
        { ...answer, headers: answer.headers.filter(([name]) => name !== 'Content-Length') },
        response,
      );
      response.write(body);
      writeSpaces(response);
      return;
    case 'not-http':
      response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n');
  }
}

/** Passes the headers as a flat array, so that a header may occur twice. */
function writeHead({ status, headers }: Answer, response: ServerResponse): void {
  response.writeHead(status, headers.flat());
}

function halfOf(body: string): string {
  return body.slice(0, Math.ceil(body.length / 2));
}

/** Writes spaces as fast as the client reads them, until it disconnects. */
function writeSpaces(response: ServerResponse): void {
  if (response.destroyed) return;
  const goOn = () => setImmediate(() => writeSpaces(response));
  if (response.write(' '.repeat(65_536))) goOn();
  else response.once('drain', goOn);
}
