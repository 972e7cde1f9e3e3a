import { describe, expect, test } from '@jest/globals';

import type { HttpHeaders } from '../../src/model/live/exchange';
import { createApi } from '../../src/serve/create-api';
import { describeFaults } from '../../src/serve/faults/fault-registry';
import { readFault } from '../../src/serve/faults/read-fault';
import { FAULTS } from '../../src/serve/faults/fault-registry';
import { ask, at, computeWith, echoOf, headerOf, servers } from './ask';

/** A fault, a request, and the part of the response that the fault changes. */
interface Case {
  readonly kind: string;
  readonly request: string;
  readonly headers?: HttpHeaders;
  readonly right: unknown;
  readonly wrong: unknown;
  /** Selects the part of the response to compare. */
  readonly look: (answer: ReturnType<typeof ask>) => unknown;
}

const status = ({ status: code }: ReturnType<typeof ask>) => code;
const statusAndEcho = (answer: ReturnType<typeof ask>) => [answer.status, echoOf(answer)];
const json = ({ body }: ReturnType<typeof ask>) => JSON.parse(body);
const entry = (answer: ReturnType<typeof ask>) => json(answer).version;
const selfOf = (answer: ReturnType<typeof ask>) => entry(answer).links[0].href;
const ids = (answer: ReturnType<typeof ask>) => json(answer).versions.map(({ id }: { id: string }) => id);
const delivery = (answer: ReturnType<typeof ask>) => answer.delivery;
const contentType = (answer: ReturnType<typeof ask>) => headerOf(answer, 'Content-Type');
const statusAndRetry = (answer: ReturnType<typeof ask>) => [answer.status, headerOf(answer, 'Retry-After')];
const SHOW = 'GET /v2.1/';

const cases: readonly Case[] = [
  {
    kind: 'stale-newest',
    request: SHOW,
    look: (answer) => entry(answer).version,
    right: '2.60',
    wrong: '2.59',
  },
  { kind: 'stale-newest', request: SHOW, headers: at('2.60'), look: status, right: 200, wrong: 406 },
  {
    kind: 'newer-newest',
    request: SHOW,
    look: (answer) => entry(answer).version,
    right: '2.60',
    wrong: '2.61',
  },
  { kind: 'newer-newest', request: SHOW, headers: at('2.61'), look: status, right: 406, wrong: 200 },
  {
    kind: 'missing-key',
    request: 'GET /',
    look: (answer) => Object.keys(json(answer).versions[1]),
    right: ['id', 'links', 'status', 'version', 'min_version', 'updated'],
    wrong: ['id', 'links', 'version', 'min_version', 'updated'],
  },
  {
    kind: 'extra-key',
    request: 'GET /v3',
    look: (answer) => json(answer).choices[0]['x-extra'],
    right: undefined,
    wrong: true,
  },
  {
    kind: 'wrong-type',
    request: SHOW,
    look: (answer) => entry(answer).links,
    right: [
      { rel: 'self', href: 'http://api.test/v2.1/' },
      { rel: 'describedby', type: 'text/html', href: 'http://docs.openstack.org/' },
    ],
    wrong: { rel: 'self', href: 'http://api.test/v2.1/' },
  },
  {
    kind: 'number-microversion',
    request: SHOW,
    look: (answer) => entry(answer).version,
    right: '2.60',
    wrong: 2.6,
  },
  {
    kind: 'wrong-link-host',
    request: SHOW,
    look: selfOf,
    right: 'http://api.test/v2.1/',
    wrong: 'http://controller.internal:8774/v2.1/',
  },
  {
    kind: 'wrong-link-path',
    request: SHOW,
    look: selfOf,
    right: 'http://api.test/v2.1/',
    wrong: 'http://api.test/nowhere/v2.1/',
  },
  { kind: 'unlisted-version', request: 'GET /', look: ids, right: ['v2.0', 'v2.1'], wrong: ['v2.1'] },
  {
    kind: 'unknown-version',
    request: 'GET /',
    look: ids,
    right: ['v2.0', 'v2.1'],
    wrong: ['v1.0', 'v2.0', 'v2.1'],
  },
  {
    kind: 'ignores-microversion',
    request: SHOW,
    headers: at('2.60'),
    look: echoOf,
    right: 'compute 2.60',
    wrong: 'compute 2.1',
  },
  { kind: 'ignores-microversion', request: SHOW, headers: at('9.9'), look: status, right: 406, wrong: 200 },
  { kind: 'default-newest', request: SHOW, look: echoOf, right: 'compute 2.1', wrong: 'compute 2.60' },
  {
    kind: 'latest-is-oldest',
    request: SHOW,
    headers: at('latest'),
    look: echoOf,
    right: 'compute 2.60',
    wrong: 'compute 2.1',
  },
  {
    kind: 'refuses-newest',
    request: SHOW,
    headers: at('2.60'),
    look: statusAndEcho,
    right: [200, 'compute 2.60'],
    wrong: [406, 'compute 2.60'],
  },
  {
    kind: 'accepts-out-of-range',
    request: SHOW,
    headers: at('2.61'),
    look: statusAndEcho,
    right: [406, 'compute 2.61'],
    wrong: [200, 'compute 2.60'],
  },
  {
    kind: 'untold-range',
    request: SHOW,
    headers: at('2.61'),
    look: (answer) => json(answer).computeFault.message,
    right: 'Version 2.61 is not supported by the API. Minimum is 2.1 and maximum is 2.60.',
    wrong: 'The version is not supported.',
  },
  {
    kind: 'accepts-malformed',
    request: SHOW,
    headers: at('abc'),
    look: statusAndEcho,
    right: [400, undefined],
    wrong: [200, 'compute 2.1'],
  },
  { kind: 'malformed-500', request: SHOW, headers: at('abc'), look: status, right: 400, wrong: 500 },
  {
    kind: 'no-echo',
    request: SHOW,
    look: ({ headers }) => headers.map(([name]) => name),
    right: [
      'Content-Type',
      'OpenStack-API-Version',
      'X-OpenStack-Nova-API-Version',
      'Vary',
      'Vary',
      'Content-Length',
    ],
    wrong: ['Content-Type', 'Vary', 'Vary', 'Content-Length'],
  },
  {
    kind: 'wrong-echo',
    request: SHOW,
    headers: at('2.9'),
    look: echoOf,
    right: 'compute 2.9',
    wrong: 'compute 2.10',
  },
  {
    kind: 'no-vary',
    request: SHOW,
    look: (answer) => headerOf(answer, 'Vary'),
    right: 'OpenStack-API-Version',
    wrong: undefined,
  },
  {
    kind: 'wrong-content-type',
    request: 'GET /',
    look: contentType,
    right: 'application/json',
    wrong: 'text/plain',
  },
  {
    kind: 'no-content-type',
    request: 'GET /',
    look: contentType,
    right: 'application/json',
    wrong: undefined,
  },
  { kind: 'wrong-status', request: 'GET /v3', look: status, right: 300, wrong: 203 },
  {
    kind: 'html-error',
    request: 'GET /',
    look: (answer) => [answer.status, contentType(answer)],
    right: [200, 'application/json'],
    wrong: [502, 'text/html'],
  },
  {
    kind: 'login-page',
    request: 'GET /',
    look: (answer) => [answer.status, contentType(answer)],
    right: [200, 'application/json'],
    wrong: [200, 'text/html'],
  },
  { kind: 'server-error', request: 'GET /', look: status, right: 200, wrong: 500 },
  { kind: 'unavailable', request: 'GET /', look: statusAndRetry, right: [200, undefined], wrong: [503, '1'] },
  {
    kind: 'too-many-requests',
    request: 'GET /',
    look: statusAndRetry,
    right: [200, undefined],
    wrong: [429, '1'],
  },
  {
    kind: 'unauthorized',
    request: 'GET /',
    look: (answer) => [answer.status, headerOf(answer, 'WWW-Authenticate')],
    right: [200, undefined],
    wrong: [401, 'Keystone uri="http://identity.example.com/v3"'],
  },
  { kind: 'forbidden', request: 'GET /', look: status, right: 200, wrong: 403 },
  { kind: 'not-found', request: 'GET /', look: status, right: 200, wrong: 404 },
  {
    kind: 'redirect',
    request: 'GET /',
    look: (answer) => [answer.status, headerOf(answer, 'Location')],
    right: [200, undefined],
    wrong: [302, 'http://elsewhere.example.com/'],
  },
  { kind: 'invalid-json', request: 'GET /v3', look: ({ body }) => body.length, right: 401, wrong: 200 },
  {
    kind: 'trailing-bytes',
    request: 'GET /',
    look: ({ body }) => body.slice(-6),
    right: '   ]\n}\n'.slice(-6),
    wrong: ']\n}\nOK\n'.slice(-6),
  },
  {
    kind: 'empty-body',
    request: 'GET /v3',
    look: (answer) => [answer.body.length, headerOf(answer, 'Content-Length')],
    right: [401, '401'],
    wrong: [0, '0'],
  },
  ...(
    [
      ['truncated-body', 'truncated'],
      ['stalled-body', 'stalled'],
      ['endless-body', 'endless'],
      ['slow', 'slow'],
      ['reset', 'reset'],
      ['not-http', 'not-http'],
    ] as const
  ).map(([kind, wrong]) => ({ kind, request: 'GET /', look: delivery, right: 'whole', wrong })),
];

function spell(headers: HttpHeaders): string {
  return headers.map(([name, value]) => ` with ${name}: ${value}`).join();
}

test.each(cases.map((one) => ({ ...one, sent: spell(one.headers ?? []) })))(
  '$kind changes the response to $request$sent',
  ({ kind, request, headers, look, right, wrong }) => {
    expect(look(ask(computeWith(), request, headers))).toEqual(right);
    expect(look(ask(computeWith(kind), request, headers))).toEqual(wrong);
  },
);

test('every fault has a case', () => {
  expect(new Set(cases.map(({ kind }) => kind))).toEqual(new Set(FAULTS.keys()));
});

/** The property names of a document that is not a versions document. */
function keysWith(kind: string): readonly string[] {
  const api = createApi(servers, { faults: [readFault(kind)] });
  return Object.keys(json(ask(api, 'GET /v2.1/late', at('2.57'))));
}

describe('a fault', () => {
  test('of one path does not affect other paths, with and without a slash at the end', () => {
    const api = computeWith('server-error@/v2.1/');
    expect(['/', '/v2/', '/v2.1', '/v2.1/', '/v3'].map((path) => ask(api, `GET ${path}`).status)).toEqual([
      200, 200, 500, 500, 300,
    ]);
    expect(ask(computeWith('server-error@/'), 'GET /v2/').status).toBe(200);
  });

  test('can be combined with others', () => {
    const answer = ask(computeWith('stale-newest', 'missing-key', 'no-echo'), SHOW);
    expect([entry(answer).version, entry(answer).status, echoOf(answer)]).toEqual([
      '2.59',
      undefined,
      undefined,
    ]);
  });

  test('of the body does not affect HEAD, which has none', () => {
    expect(ask(computeWith('truncated-body'), 'HEAD /').delivery).toBe('whole');
    expect(ask(computeWith('reset'), 'HEAD /').delivery).toBe('reset');
  });

  test('of versions does not affect other documents, except for missing and extra properties', () => {
    expect(['stale-newest', 'wrong-type', 'missing-key', 'extra-key'].map(keysWith)).toEqual([
      ['late'],
      ['late'],
      [],
      ['late', 'x-extra'],
    ]);
  });

  test.each([
    ['stale-newst', 'unknown fault `stale-newst`: did you mean `stale-newest`?'],
    ['nonsense', 'unknown fault `nonsense`: list them with `samplegate serve --fault help`'],
    ['slow@v2.1', 'the path in `--fault slow@v2.1` must start with a slash, such as `slow@/v2.1/`'],
  ])('written as %s is rejected', (text, message) => {
    expect(() => readFault(text)).toThrow(message);
  });
});

test('every fault has a description', () => {
  expect(describeFaults()).toHaveLength(FAULTS.size);
});
