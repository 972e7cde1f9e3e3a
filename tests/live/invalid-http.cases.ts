import type { Socket } from 'node:net';

import { afterEach, expect, test } from '@jest/globals';

import { createClient } from '../../src/live/create-client';
import type { Exchange } from '../../src/model/live/exchange';
import type { ClientSettings } from '../../src/model/live/client';
import { createLoopback, get, SETTINGS } from './loopback';

const loopback = createLoopback();
afterEach(loopback.close);

/** What a server does with its socket, and what comes of the request. */
interface Row {
  readonly name: string;
  readonly serve: (socket: Socket) => void;
  readonly settings?: Partial<ClientSettings>;
  readonly expected: unknown;
}

const OK = 'HTTP/1.1 200 OK\r\n';
/** Long enough for a response over loopback, even on a busy machine. */
const SHORT = { timeout: 2000 };

/** A server that sends the same bytes to every request. */
function always(answer: string): Row['serve'] {
  return (socket) => socket.end(answer, 'latin1');
}

function failed(kind: string, reason: string): unknown {
  return { kind, reason };
}

function answered(status: number, headers: readonly (readonly [string, string])[], text: string): unknown {
  return { status, headers, text };
}

const HINTS = 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n';
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';
const FINAL = `${OK}Content-Length: 2\r\n\r\n{}`;
const UNREAD_CONTINUE = failed(
  'unread-continue',
  'sent a `100 Continue` that the request did not ask for. HTTP allows that (RFC 9110 §15.2), but the HTTP client of Samplegate cannot read on, so the response was not checked: is there a port or a proxy that does not send it?',
);
const OK_ANSWER = answered(200, [['Content-Length', '2']], '{}');

/** A server that sends the parts of a response 30 ms apart. */
function inParts(...parts: readonly string[]): Row['serve'] {
  return (socket) => {
    for (const [index, part] of parts.entries()) {
      setTimeout(() => {
        if (!socket.destroyed) socket.write(part, 'latin1');
      }, index * 30);
    }
  };
}

const interim: readonly Row[] = [
  { name: '100 that was not asked for', serve: always(CONTINUE + FINAL), expected: UNREAD_CONTINUE },
  { name: '100 twice', serve: always(CONTINUE + CONTINUE + FINAL), expected: UNREAD_CONTINUE },
  { name: '100 after 103', serve: always(HINTS + CONTINUE + FINAL), expected: UNREAD_CONTINUE },
  { name: '100, then a pause', serve: inParts(CONTINUE, FINAL), expected: UNREAD_CONTINUE },
  { name: '102', serve: always(`HTTP/1.1 102 Processing\r\n\r\n${FINAL}`), expected: OK_ANSWER },
  { name: '103', serve: always(HINTS + FINAL), expected: OK_ANSWER },
  {
    name: '102, 103 and 103',
    serve: always(`HTTP/1.1 102 P\r\n\r\n${HINTS}${HINTS}${FINAL}`),
    expected: OK_ANSWER,
  },
  {
    name: '199, which no RFC names',
    serve: always(`HTTP/1.1 199 Soon\r\n\r\n${FINAL}`),
    expected: OK_ANSWER,
  },
  { name: '103, then a pause', serve: inParts(HINTS, HINTS, FINAL), expected: OK_ANSWER },
  {
    name: '103 in two pieces',
    serve: inParts(HINTS.slice(0, 12), HINTS.slice(12), FINAL),
    expected: OK_ANSWER,
  },
  {
    name: '101 without Upgrade',
    serve: always(`HTTP/1.1 101 Switching Protocols\r\n\r\n${FINAL}`),
    expected: failed(
      'not-http',
      'switched to another protocol, which the request did not ask for (101): is the port right, or should the URL start with `https://`?',
    ),
  },
  {
    name: '103 and nothing else',
    serve: always(HINTS),
    expected: failed(
      'reset',
      'closed the connection after 103 Early Hints, without a final response: look for the reason in its log',
    ),
  },
  {
    name: '102 and 103, then silence',
    serve: (socket) => void socket.write(`HTTP/1.1 102 P\r\n\r\n${HINTS}`),
    settings: SHORT,
    expected: failed(
      'headers-timeout',
      'sent only 102 Processing, 103 Early Hints and no final response within 2 s: is it stuck, or is `--timeout` too short?',
    ),
  },
];

const STATUS_LINE = 'a status line without a status code of three digits: send `HTTP/1.1 200 OK`';
const TWO_LENGTHS = 'two lengths of the body: send one `Content-Length`, or `Transfer-Encoding` alone';
const ODD_LENGTH =
  'a `Content-Length` that is too large, or not the only length of the body: send one, or `Transfer-Encoding` alone';
const NO_NUMBER = 'a `Content-Length` that is not a number: send the length in bytes';
const NO_VERSION = 'a version of HTTP that does not exist: send `HTTP/1.1`';

function control(code: string): string {
  return `a header value with the control character U+${code}: remove it, or replace it by a percent-encoded one`;
}

/** Responses that are nearly HTTP, by what is wrong. */
const invalid: readonly (readonly [name: string, response: string, fault: string])[] = [
  [
    'status 099',
    'HTTP/1.1 099 Odd\r\nContent-Length: 2\r\n\r\n{}',
    'the status code 099, which does not exist: use one from 200 to 599',
  ],
  [
    'status 000',
    'HTTP/1.1 000 Odd\r\n\r\n',
    'the status code 000, which does not exist: use one from 200 to 599',
  ],
  ['status with two digits', 'HTTP/1.1 99 Odd\r\n\r\n', STATUS_LINE],
  ['status with four digits', 'HTTP/1.1 2000 OK\r\n\r\n', STATUS_LINE],
  ['status that is a word', 'HTTP/1.1 fine\r\n\r\n', STATUS_LINE],
  ['escape in a header', `${OK}X-Color: \u001B[31mred\r\n\r\n`, control('001B')],
  ['NUL in a header', `${OK}X-Name: a\0b\r\n\r\n`, control('0000')],
  ['DEL in a header', `${OK}X-Name: a\u007Fb\r\n\r\n`, control('007F')],
  ['carriage return in a header', `${OK}X-Name: a\rb\r\n\r\n`, control('000D')],
  [
    'space in a header name',
    `${OK}X Name: a\r\n\r\n`,
    'a header name with a space: use only letters, digits and hyphens',
  ],
  [
    'escape in a header name',
    `${OK}X\u001BName: a\r\n\r\n`,
    'a header name with the control character U+001B: use only letters, digits and hyphens',
  ],
  ['header without a colon', `${OK}X-Name\r\n\r\n`, 'a header line without a colon: send `Name: value`'],
  [
    'header on two lines',
    `${OK}X-Name: a\r\n b\r\n\r\n`,
    'a header value that continues on a second line: write it on one line',
  ],
  [
    'lines that end with LF',
    'HTTP/1.1 200 OK\nContent-Length: 2\n\n{}',
    'a line of the header section that does not end with CR LF: send both',
  ],
  ['version', 'HTTP/1.7 200 OK\r\n\r\n', NO_VERSION],
  ['version without a dot', 'HTTP/2 200 OK\r\n\r\n', NO_VERSION],
  ['length that is a word', `${OK}Content-Length: two\r\n\r\n{}`, NO_NUMBER],
  ['empty length', `${OK}Content-Length:\r\n\r\n{}`, NO_NUMBER],
  ['huge length', `${OK}Content-Length: ${'9'.repeat(20)}\r\n\r\n{}`, ODD_LENGTH],
  ['two lengths', `${OK}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, ODD_LENGTH],
  [
    'length and chunks',
    `${OK}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    ODD_LENGTH,
  ],
  [
    'chunks and length',
    `${OK}Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    TWO_LENGTHS,
  ],
  [
    '204 with a body',
    'HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}',
    'a 204 response with a `Content-Length` of 2, although it has no body: omit the header',
  ],
];

const nearlyHttp: readonly Row[] = [
  ...invalid.map(([name, response, fault]): Row => ({
    name: `invalid HTTP: ${name}`,
    serve: always(response),
    expected: failed('invalid-http', `sent invalid HTTP: ${fault}`),
  })),
  {
    name: 'TLS alert to plain HTTP',
    serve: always('\u0015\u0003\u0001\0\u0002\u0002\u0046'),
    expected: failed('not-http', 'expects TLS on this port: did you mean `https://`?'),
  },
  {
    name: 'settings of HTTP/2',
    serve: always('\0\0\u0006\u0004\0\0\0\0\0\0\u0003\0\0\0\u0064'),
    expected: failed(
      'not-http',
      'speaks only HTTP/2 on this port: is there another port that speaks HTTP/1.1?',
    ),
  },
  {
    name: 'byte above 7F in a header, which is allowed',
    serve: always(`${OK}X-Name: \u00E9\r\nContent-Length: 2\r\n\r\n{}`),
    expected: answered(
      200,
      [
        ['X-Name', '\u00E9'],
        ['Content-Length', '2'],
      ],
      '{}',
    ),
  },
];

test.each([...interim, ...nearlyHttp])('$name', async ({ serve, settings, expected }) => {
  const { url } = await loopback.raw(serve);
  const client = loopback.client(createClient({ ...SETTINGS, ...settings }));
  expect(outcomeOf(await client.send(get(url)))).toEqual(expected);
});

test('a 100 that was not asked for is not sent for again', async () => {
  let requests = 0;
  const { url } = await loopback.raw((socket) => {
    requests += 1;
    socket.end(CONTINUE + FINAL);
  });
  const client = loopback.client(createClient({ ...SETTINGS, retries: 3 }));
  expect(outcomeOf(await client.send(get(url)))).toEqual(UNREAD_CONTINUE);
  expect(requests).toBe(1);
});

function outcomeOf(exchange: Exchange): unknown {
  if (exchange.kind === 'failed') return exchange.failure;
  const { status, headers, body } = exchange.answer;
  return { status, headers, text: body.source.text };
}
