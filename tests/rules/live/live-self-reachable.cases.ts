import { describe, expect, test } from '@jest/globals';

import type { Exchange } from '../../../src/model/live/exchange';
import type { FollowedLink } from '../../../src/model/live/live';
import { liveSelfReachable } from '../../../src/rules/live/live-self-reachable';
import { parseDocument } from '../../../src/text/parse-document';
import { findingsOf } from '../rule-fixtures';
import { answered, messagesOf, refused, reportsOf } from './made-exchanges';

const ROOT = 'http://compute.test:8774/';
const POINTER = '/versions/0/links/0/href';

function version(id: string): object {
  return { id, status: 'CURRENT', links: [] };
}

/** The self link of a version in the root document, and the exchange of following it. */
function link(id: string, exchange: Exchange, compute = false): FollowedLink {
  const document = parseDocument({ name: ROOT, kind: 'response', origin: 'compute' }, '{}', { depth: 100 });
  return { document, pointer: POINTER, id, compute, sent: true, exchange };
}

describe('live-self-reachable', () => {
  test('accepts links that lead to the document of their version', async () => {
    expect(await findingsOf('live-self-reachable/right')).toEqual([]);
  });

  test('for Compute, a link that requires a token or leads to another version is an error', async () => {
    expect(await findingsOf('live-self-reachable/wrong')).toEqual([
      {
        ruleId: 'live-self-reachable',
        severity: 'error',
        message:
          'the self link of "v2.0" responds with 401 Unauthorized: allow clients to read versions without a token',
        file: 'http://compute.test:8774/',
        pointer: '/versions/0/links/0/href',
        start: { line: 1, column: 141 },
        end: { line: 1, column: 171 },
      },
      {
        ruleId: 'live-self-reachable',
        severity: 'error',
        message: 'the self link of "v2.1" leads to a choice of versions, not to the document of that version',
        file: 'http://compute.test:8774/',
        pointer: '/versions/1/links/0/href',
        start: { line: 1, column: 363 },
        end: { line: 1, column: 395 },
      },
    ]);
  });

  test.each<[string, string, Exchange]>([
    ['the version in a list, for an empty link', 'v1.0', answered({ body: { versions: [version('v1.0')] } })],
    ['a bare object', 'v2.0', answered({ body: version('v2') })],
    ['an id without its minor version', 'v2', answered({ body: { version: version('v2.0') } })],
    ['an id that is not a version', 'banana', answered({ body: { version: version('v2.0') } })],
    [
      'the newest of many versions on one URL',
      'v2.5',
      answered({ url: 'http://balancer.test/v2', body: { version: version('v2.27') } }),
    ],
  ])('accepts %s', (_, id, exchange) => {
    expect(messagesOf(liveSelfReachable, link(id, exchange))).toEqual([]);
  });

  test.each<[string, Exchange, string]>([
    [
      'a failure',
      refused(),
      'the self link of "v2.1" cannot be followed: its service refused the connection: is the service up?',
    ],
    [
      'a required token',
      answered({ status: 401 }),
      'the self link of "v2.1" responds with 401 Unauthorized: allow clients to read versions without a token',
    ],
    [
      'a missing document',
      answered({ status: 404, body: '', headers: [] }),
      'the self link of "v2.1" responds with 404 Not Found: is a path prefix missing from the URL?',
    ],
    [
      'a redirect',
      answered({ status: 302, body: '' }),
      'the self link of "v2.1" responds with 302 Found: link to the target of the redirect',
    ],
    [
      'a broken service',
      answered({ status: 500 }),
      'the self link of "v2.1" responds with 500 Internal Server Error',
    ],
    [
      'a page',
      answered({ body: '<html><title>Welcome</title>', headers: [] }),
      'the self link of "v2.1" leads to an HTML page with the title "Welcome", not to the document of that version',
    ],
    [
      'other JSON',
      answered({ body: { servers: [] } }),
      'the self link of "v2.1" leads to JSON without a version, not to the document of that version',
    ],
    [
      'another version, if the URL names the right one',
      answered({ body: { version: version('v2.0') } }),
      'the self link of "v2.1" leads to the document of "v2.0", not of that version',
    ],
    [
      'several others',
      answered({ body: { versions: [version('v3.0'), version('v3.1'), version('v3.2')] } }),
      'the self link of "v2.1" leads to the document of "v3.0" and 2 more, not of that version',
    ],
  ])('reports %s', (_, exchange, message) => {
    expect(messagesOf(liveSelfReachable, link('v2.1', exchange))).toEqual([message]);
  });

  const LEADS = 'the self link of "v2.1"';
  const SHOW = { version: version('v2.1') };

  test.each<[string, Exchange, readonly string[]]>([
    ...[401, 403, 404, 405, 429, 302].map((status): [string, Exchange, readonly string[]] => [
      `${status}`,
      answered({ status }),
      ['off'],
    ]),
    ...[500, 502, 503, 504, 204].map((status): [string, Exchange, readonly string[]] => [
      `${status}`,
      answered({ status }),
      ['warning'],
    ]),
    ...[{ servers: [] }, [1, 2], {}, { versions: [] }, { version: '1.2.3' }, 'v2.1', 2.1].map(
      (body): [string, Exchange, readonly string[]] => [
        `JSON that is no versions document: ${JSON.stringify(body)}`,
        answered({ body: JSON.stringify(body) }),
        ['off'],
      ],
    ),
    ['no answer', refused(), ['warning']],
    ['HTML', answered({ body: '<html>login', headers: [['Content-Type', 'text/html']] }), ['warning']],
    ['HTML as JSON', answered({ body: '<html>login' }), ['off']],
    ['nothing', answered({ body: '' }), ['warning']],
    ['blanks', answered({ body: ' \n' }), ['warning']],
    ['nothing, without headers', answered({ body: '', headers: [] }), ['warning']],
    ['half a document', answered({ body: '{"version": ' }), ['off']],
    ['other JSON', answered({ body: [1, 2] }), ['off']],
    ['another version', answered({ body: { version: version('v3.0') } }), ['off']],
    [
      'another version as text',
      answered({ body: { version: version('v3.0') }, headers: [] }),
      ['off', 'warning'],
    ],
  ])('is about a link to %s', (_, exchange, expected) => {
    const severities = (compute: boolean) =>
      reportsOf(liveSelfReachable, link('v2.1', exchange, compute)).map(({ severity = 'off' }) => severity);
    // Without a severity of its own, a report has that of the rule: info.
    expect(severities(false)).toEqual(expected);
    expect(severities(true)).toEqual(expected.map(() => 'error'));
  });

  test.each<[string, string | undefined, string, 'error' | 'warning']>([
    [
      'none',
      undefined,
      'the body is JSON, but the response has no Content-Type: send "application/json"',
      'error',
    ],
    [
      'HTML',
      'text/html',
      'the body is JSON, but its Content-Type is "text/html": send "application/json"',
      'error',
    ],
    [
      'another charset, for ASCII',
      'application/json; charset=latin1',
      'the Content-Type has charset=latin1, but JSON is always sent as UTF-8 (RFC 8259 §8.1): remove the charset',
      'warning',
    ],
  ])('reports a Content-Type that is wrong: %s', (_, type, message, severity) => {
    const exchange = answered({ body: SHOW, headers: type === undefined ? [] : [['Content-Type', type]] });
    const report = {
      at: { file: ROOT, pointer: POINTER, token: 'value' },
      message: `behind ${LEADS}, ${message}`,
      severity,
      curl: 'curl -i http://compute.test:8774/v2.1/',
    };
    expect(reportsOf(liveSelfReachable, link('v2.1', exchange, true))).toEqual([report]);
    expect(reportsOf(liveSelfReachable, link('v2.1', exchange))).toEqual([
      { ...report, severity: 'warning' },
    ]);
    // The answer is that of another request, for which `live-json` reports it.
    expect(reportsOf(liveSelfReachable, { ...link('v2.1', exchange), sent: false })).toEqual([]);
  });

  test('accepts a Content-Type built on JSON', () => {
    const headers = [['Content-Type', 'application/vnd.openstack.compute+json; charset=UTF-8']] as const;
    expect(messagesOf(liveSelfReachable, link('v2.1', answered({ body: SHOW, headers })))).toEqual([]);
  });

  test('points at the link, and at the id in the other document', () => {
    const exchange = answered({ body: { version: version('v3.0') } });
    const report = {
      at: { file: ROOT, pointer: POINTER, token: 'value' },
      message: 'the self link of "v2.1" leads to the document of "v3.0", not of that version',
      related: [
        {
          at: { file: 'http://compute.test:8774/v2.1/', pointer: '/version/id', token: 'value' },
          message: 'describes "v3.0"',
        },
      ],
      curl: 'curl -i http://compute.test:8774/v2.1/',
    };
    expect(reportsOf(liveSelfReachable, link('v2.1', exchange))).toEqual([report]);
    expect(reportsOf(liveSelfReachable, link('v2.1', exchange, true))).toEqual([
      { ...report, severity: 'error' },
    ]);
  });

  test('for Compute, each version has its own document', () => {
    const exchange = answered({ url: 'http://compute.test:8774/v2/', body: { version: version('v2.1') } });
    expect(messagesOf(liveSelfReachable, link('v2.0', exchange, true))).toEqual([
      'the self link of "v2.0" leads to the document of "v2.1", not of that version',
    ]);
  });
});
