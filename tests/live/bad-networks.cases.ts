import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import type { ClientSettings } from '../../src/model/live/client';
import type { Exchange } from '../../src/model/live/exchange';
import { createClient } from '../../src/live/create-client';
import { createLoopback, DEFAULT_HEADERS, get, pem, plain, SETTINGS, type Loopback } from './loopback';

const loopback = createLoopback();
afterEach(loopback.close);

type Answer = (socket: Socket, request: string) => void;

/** What a server does, the settings of the client, and the exchange that is expected. */
interface Row {
  readonly name: string;
  readonly serve: () => Promise<Loopback>;
  readonly settings?: Partial<ClientSettings>;
  readonly expected: (url: string) => unknown;
}

const OK = 'HTTP/1.1 200 OK\r\n';
const JSON_TYPE = ['Content-Type', 'application/json'] as const;
const BOMB = gzipSync(Buffer.alloc(20 * 1024 * 1024));

/** A server that sends the same bytes to every request. */
function always(answer: string | Buffer): () => Promise<Loopback> {
  return () => loopback.raw((socket) => socket.end(answer, 'latin1'));
}

/** A server that sends the same complete response, with its length, to every request. */
function whole(
  status: string,
  headers: readonly (readonly [string, string])[],
  body: string | Buffer,
): () => Promise<Loopback> {
  const all = [...headers, ['Content-Length', String(Buffer.byteLength(body))] as const];
  const head = `HTTP/1.1 ${status}\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return always(Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]));
}

function raw(answer: Answer): () => Promise<Loopback> {
  return () => loopback.raw(answer);
}

function failed(kind: string, reason: string): (url: string) => unknown {
  return (url) => ({ kind: 'failed', request: request(url), failure: { kind, reason } });
}

function answered(
  status: number,
  headers: readonly (readonly [string, string])[],
  text: string,
  problems: readonly unknown[] = [],
): (url: string) => unknown {
  const value: unknown = problems.length === 0 ? JSON.parse(text) : undefined;
  return (url) => ({
    kind: 'answered',
    request: request(url),
    answer: {
      status,
      headers,
      body: { kind: 'response', origin: 'a target', name: url, text, value, problems },
    },
  });
}

function request(url: string): unknown {
  return { method: 'GET', url, headers: DEFAULT_HEADERS };
}

function closedPort(): Promise<Loopback> {
  return Promise.resolve({ port: 1, url: 'http://127.0.0.1:1/' });
}

const rows: readonly Row[] = [
  {
    name: 'refused',
    serve: closedPort,
    expected: failed('refused', 'refused the connection: is the service up, and is the port right?'),
  },
  {
    name: 'name not found',
    // Longer than a name may be, so that no name server is queried.
    serve: () => Promise.resolve({ port: 80, url: `http://${'n'.repeat(64)}.invalid/` }),
    expected: failed(
      'name-not-found',
      `has an unknown host name: is \`${'n'.repeat(64)}.invalid\` spelt right?`,
    ),
  },
  {
    name: 'TLS, wrong host',
    serve: () => loopback.tls('wrong-host', ''),
    settings: { ca: pem('ca.pem') },
    expected: failed(
      'tls',
      'sent a certificate for other.example.com, not for `127.0.0.1`: use a name in the certificate, or accept it with `--insecure`',
    ),
  },
  {
    name: 'TLS, expired',
    serve: () => loopback.tls('expired', ''),
    settings: { ca: pem('ca.pem') },
    expected: failed('tls', 'sent a certificate that has expired: renew it, or accept it with `--insecure`'),
  },
  {
    name: 'TLS, self-signed',
    serve: () => loopback.tls('self-signed', ''),
    expected: failed(
      'tls',
      'sent a certificate that is self-signed: trust it with `--cacert FILE`, or accept any certificate with `--insecure`',
    ),
  },
  {
    name: 'TLS, unknown authority',
    serve: () => loopback.tls('right', ''),
    expected: failed(
      'tls',
      'sent a certificate that is signed by an unknown authority: trust that authority with `--cacert FILE`, or accept any certificate with `--insecure`',
    ),
  },
  {
    name: 'TLS to a port that speaks HTTP',
    serve: async () => {
      const { port } = await loopback.http((_, response) => response.end('{}'));
      return { port, url: `https://127.0.0.1:${port}/` };
    },
    expected: failed('tls', 'does not speak TLS on this port: did you mean `http://`?'),
  },
  {
    name: 'reset before the response',
    serve: raw((socket) => socket.resetAndDestroy()),
    expected: failed(
      'reset',
      'reset the connection before it responded: is the port right, or should the URL start with `https://`?',
    ),
  },
  {
    name: 'closed without a response, as by a port that expects TLS',
    serve: async () => {
      const { port } = await loopback.tls('right', '');
      return { port, url: `http://127.0.0.1:${port}/` };
    },
    expected: failed(
      'reset',
      'closed the connection without a response: is the port right, or should the URL start with `https://`?',
    ),
  },
  {
    name: 'reset mid-body',
    serve: raw((socket) => {
      socket.write(`${OK}Content-Length: 10\r\n\r\n{"a"`);
      afterTurns(20, () => socket.resetAndDestroy());
    }),
    expected: failed(
      'reset',
      'reset the connection after 4 bytes of the body: look for the reason in its log',
    ),
  },
  {
    name: 'body shorter than Content-Length',
    serve: always(`${OK}Content-Length: 10\r\n\r\n{"a"`),
    expected: failed(
      'incomplete-body',
      'ended the body after 4 of the 10 bytes that `Content-Length` announced: does a proxy on the way cut it off?',
    ),
  },
  {
    name: 'body that ends before the last chunk',
    serve: always(`${OK}Transfer-Encoding: chunked\r\n\r\n4\r\n{"a"\r\n`),
    expected: failed(
      'incomplete-body',
      'ended the body after 4 bytes, before the last chunk: does a proxy on the way cut it off?',
    ),
  },
  {
    name: 'invalid chunks',
    serve: raw((socket) => socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n4\r\n{"a"\r\nzz\r\n`)),
    expected: failed(
      'not-http',
      "broke HTTP's framing after 4 bytes of the body (Invalid character in chunk size): is a proxy or load balancer in front of it?",
    ),
  },
  {
    name: 'endless body',
    serve: raw((socket) => {
      socket.write(`${OK}\r\n`);
      const flood = (): void => {
        while (!socket.destroyed && socket.write(' '.repeat(16 * 1024)));
        socket.once('drain', flood);
      };
      flood();
    }),
    expected: failed(
      'body-too-large',
      'sent a body of more than 64 KB and was cut off: is the path wrong, or is `--max-body` too small?',
    ),
  },
  {
    name: 'gzip bomb',
    serve: whole('200 OK', [['Content-Encoding', 'gzip']], BOMB),
    expected: failed(
      'body-too-large',
      'sent a body of more than 64 KB and was cut off: is the path wrong, or is `--max-body` too small?',
    ),
  },
  {
    name: 'body that is not gzip although its header says so',
    serve: whole('200 OK', [['Content-Encoding', 'gzip']], '{}'),
    expected: failed(
      'bad-encoding',
      "sent a body that is not gzip, although `Content-Encoding` says so (incorrect header check): request an unencoded one with `--header 'Accept-Encoding: identity'`",
    ),
  },
  {
    name: 'unknown encoding',
    serve: whole('200 OK', [['Content-Encoding', 'zstd']], '{}'),
    expected: failed(
      'bad-encoding',
      'sent a body that has the unsupported encoding "zstd": request an unencoded one with `--header \'Accept-Encoding: identity\'`',
    ),
  },
  {
    name: 'wrong charset',
    serve: whole(
      '200 OK',
      [['Content-Type', 'application/json; charset=iso-8859-1']],
      Buffer.from('{"a":"é"}', 'latin1'),
    ),
    expected: answered(
      200,
      [
        ['Content-Type', 'application/json; charset=iso-8859-1'],
        ['Content-Length', '9'],
      ],
      '{"a":"\uFFFD"}',
      [{ kind: 'not-utf-8', byteOffset: 6, span: [6, 7] }],
    ),
  },
  {
    name: 'HTML error page',
    serve: whole('502 Bad Gateway', [['Content-Type', 'text/html']], '<html>'),
    expected: answered(
      502,
      [
        ['Content-Type', 'text/html'],
        ['Content-Length', '6'],
      ],
      '<html>',
      [{ kind: 'malformed', message: 'expected JSON, got HTML or XML', span: [0, 6] }],
    ),
  },
  {
    name: 'redirect, not followed',
    serve: whole('302 Found', [['Location', '/v2.1/']], '{}'),
    expected: answered(
      302,
      [
        ['Location', '/v2.1/'],
        ['Content-Length', '2'],
      ],
      '{}',
    ),
  },
  {
    name: 'redirect to another host, not followed even with `follow`',
    serve: whole('302 Found', [['Location', 'http://127.0.0.2:1/']], '{}'),
    settings: { follow: true },
    expected: answered(
      302,
      [
        ['Location', 'http://127.0.0.2:1/'],
        ['Content-Length', '2'],
      ],
      '{}',
    ),
  },
  {
    name: 'redirect in a circle',
    serve: whole('302 Found', [['Location', '/?']], ''),
    settings: { follow: true },
    expected: (url) =>
      failed(
        'redirect-loop',
        `redirects in a circle: \`${url}\` was already visited: request the final URL instead, or omit \`--follow\``,
      )(url),
  },
  ...(['401 Unauthorized', '403 Forbidden', '404 Not Found', '500 Internal Server Error'] as const).map(
    (status): Row => ({
      name: status,
      serve: whole(status, [JSON_TYPE], '{"a":1}'),
      settings: { retries: 1 },
      expected: answered(Number(status.slice(0, 3)), [JSON_TYPE, ['Content-Length', '7']], '{"a":1}'),
    }),
  ),
  {
    name: '429 with Retry-After: reported at once, without a wait',
    serve: whole('429 Too Many Requests', [['Retry-After', '3600']], '{}'),
    settings: { retries: 5 },
    expected: answered(
      429,
      [
        ['Retry-After', '3600'],
        ['Content-Length', '2'],
      ],
      '{}',
    ),
  },
  {
    name: '503, then 200',
    serve: () => {
      const answers = ['503 Busy\r\nRetry-After: 0\r\nContent-Length: 0', '200 OK\r\nContent-Length: 2'];
      return loopback.raw((socket) =>
        socket.end(`HTTP/1.1 ${answers.shift() ?? ''}\r\n\r\n${answers.length === 0 ? '{}' : ''}`),
      );
    },
    settings: { retries: 1 },
    expected: answered(200, [['Content-Length', '2']], '{}'),
  },
  {
    name: 'HTTP/1.0',
    serve: always('HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{"a":1}'),
    expected: answered(200, [JSON_TYPE], '{"a":1}'),
  },
  {
    name: 'Connection: close without length',
    serve: always(`${OK}Connection: close\r\n\r\n{"a":1}`),
    expected: answered(200, [['Connection', 'close']], '{"a":1}'),
  },
  {
    name: 'garbage instead of HTTP',
    serve: always('SSH-2.0-OpenSSH_9.2\r\n'),
    expected: failed(
      'not-http',
      'sent a response that is not HTTP (Expected HTTP/, RTSP/ or ICE/): is the port right, or should the URL start with `https://`?',
    ),
  },
  {
    name: 'another protocol',
    serve: always('HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n'),
    expected: failed(
      'not-http',
      'switched to another protocol, which the request did not ask for (101): is the port right, or should the URL start with `https://`?',
    ),
  },
  {
    name: '100 headers of 8 KB',
    serve: always(`${OK}${`X-Much: ${'a'.repeat(8 * 1024)}\r\n`.repeat(100)}\r\n{}`),
    expected: failed('headers-too-large', 'sent more than 64 KB of headers: is this the right service?'),
  },
  {
    name: 'JSON with trailing bytes',
    serve: whole('200 OK', [], '{} {}'),
    expected: answered(200, [['Content-Length', '5']], '{} {}', [
      { kind: 'malformed', message: 'a second document starts here: keep only one', span: [3, 4] },
    ]),
  },
  {
    name: 'hints before the response',
    serve: always(`HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${OK}Content-Length: 2\r\n\r\n{}`),
    expected: answered(200, [['Content-Length', '2']], '{}'),
  },
];

const slow: readonly Row[] = [
  {
    name: 'connect time-out: no response to the TLS handshake',
    serve: async () => {
      const { port } = await loopback.raw(() => undefined);
      return { port, url: `https://127.0.0.1:${port}/` };
    },
    expected: failed(
      'connect-timeout',
      'did not accept a connection within 2 s: is the address wrong, or is `--timeout` too short?',
    ),
  },
  {
    name: 'header time-out',
    serve: raw(() => undefined),
    expected: failed(
      'headers-timeout',
      'sent no headers within 2 s: is it stuck, or is `--timeout` too short?',
    ),
  },
  {
    name: 'header time-out: headers that arrive slowly',
    serve: raw((socket) => {
      socket.write(OK);
      drip(socket, 'X-Drop: a\r\n', 10);
    }),
    expected: failed(
      'headers-timeout',
      'sent no headers within 2 s: is it stuck, or is `--timeout` too short?',
    ),
  },
  {
    name: 'body time-out',
    serve: raw((socket) => socket.write(`${OK}Content-Length: 10\r\n\r\n{"a"`)),
    expected: failed(
      'body-timeout',
      'did not finish the body within 2 s, 4 bytes received: is it stuck, or is `--timeout` too short?',
    ),
  },
  {
    name: 'body time-out: a body that drips a byte at a time',
    serve: raw((socket) => {
      socket.write(`${OK}Content-Length: 100000\r\n\r\n`);
      drip(socket, ' ', 10);
    }),
    expected: (url) => ({
      kind: 'failed',
      request: request(url),
      failure: {
        kind: 'body-timeout',
        reason: expect.stringMatching(
          /^did not finish the body within 2 s, \d+ bytes received: is it stuck, /,
        ),
      },
    }),
  },
];

describe('an exchange over a bad network explains what happened', () => {
  test.each(rows)('$name', async ({ serve, settings, expected }) => {
    const { url } = await serve();
    const client = loopback.client(createClient({ ...SETTINGS, ...settings }));
    expect(plain(await client.send(get(url)))).toEqual(expected(url));
  });
});

describe('an exchange that takes too long explains in which phase', () => {
  let exchanges: readonly (readonly [url: string, exchange: Exchange])[] = [];

  // At the same time, because each takes as long as the time-out, and that is long enough for the phases before on a busy machine.
  beforeAll(async () => {
    exchanges = await Promise.all(
      slow.map(async ({ serve }) => {
        const { url } = await serve();
        const client = loopback.client(createClient({ ...SETTINGS, timeout: 2000 }));
        return [url, await client.send(get(url))] as const;
      }),
    );
  });

  test.each(slow.map(({ name, expected }, index) => ({ name, expected, index })))(
    '$name',
    ({ expected, index }) => {
      const [url = '', exchange] = exchanges[index] ?? [];
      expect(exchange && plain(exchange)).toEqual(expected(url));
    },
  );
});

/** Calls a function after so many turns of the event loop, in which the client of the same process reads what has arrived: a reset discards what it has not read. */
function afterTurns(turns: number, then: () => void): void {
  if (turns === 0) then();
  else setTimeout(() => afterTurns(turns - 1, then), 1);
}

function drip(socket: Socket, text: string, milliseconds: number): void {
  const timer = setInterval(() => socket.write(text), milliseconds);
  socket.on('close', () => clearInterval(timer));
}
