import { describe, expect, test } from '@jest/globals';

import { liveStatus } from '../../../src/rules/live/live-status';
import { findingsOf } from '../rule-fixtures';
import {
  answered,
  expecting,
  messagesOf,
  refused,
  reportsOf,
  unclaimed,
  type ExchangeSketch,
} from './made-exchanges';

function finding(path: string, message: string): object {
  return {
    ruleId: 'live-status',
    severity: 'error',
    message,
    file: `http://compute.test:8774/v2.1/servers/${path}`,
    start: { line: 1, column: 1 },
    end: { line: 1, column: 1 },
  };
}

describe('live-status', () => {
  test('accepts the status of the contract, even an error', async () => {
    expect(await findingsOf('live-status/right')).toEqual([]);
  });

  test('reports the actual status, and how to fix it', async () => {
    expect(await findingsOf('live-status/wrong')).toEqual([
      finding('b1', 'expected status 404 Not Found, got 200 OK: if this is correct, set `status: 200`'),
      finding(
        'busy',
        'expected status 200 OK, got 429 Too Many Requests: the service asks to wait 30 seconds',
      ),
      finding(
        'choices',
        'expected status 200 OK, got 300 Multiple Choices: this URL offers several versions, so request the URL of one, or set `status: 300`',
      ),
      finding(
        'elsewhere',
        'expected status 200 OK, got 301 Moved Permanently: redirects to another host, such as "https://openstack.example.com/v2.1/servers/elsewhere", are not followed; if that is the service, use it as the base URL',
      ),
      finding(
        'gateway',
        'expected status 200 OK, got 502 Bad Gateway: the proxy in front of the service cannot reach it, so check that the service is running',
      ),
      finding(
        'gone',
        'expected status 200 OK, got 404 Not Found ("Instance gone could not be found."): check the base URL, which must include a path prefix such as `/compute`',
      ),
      finding(
        'moved',
        'expected status 200 OK, got 302 Found: request "http://compute.test:8774/v2.1/servers/moved/" directly, or follow redirects with `--follow`',
      ),
      finding(
        'token',
        "expected status 200 OK, got 401 Unauthorized: send a token: set `token: true` for the request in the manifest, and pass `--header 'X-Auth-Token: $OS_TOKEN'`",
      ),
    ]);
  });

  test.each<[string, ExchangeSketch, string]>([
    [
      'a rejected token',
      { status: 403, sent: [['X-Auth-Token', '$OS_TOKEN']] },
      'expected status 200 OK, got 403 Forbidden: the token was rejected, and may have expired or be for another cloud',
    ],
    [
      'a microversion that is not offered',
      { status: 406, sent: [['OpenStack-API-Version', 'compute 2.99']] },
      'expected status 200 OK, got 406 Not Acceptable: does the service offer "compute 2.99"?',
    ],
    [
      'plain HTTP to a port of nginx that expects TLS',
      {
        status: 400,
        headers: [['Content-Type', 'text/html']],
        body: '<html>\n<head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>',
      },
      'expected status 200 OK, got 400 Bad Request: this port expects TLS: start the URL with `https://`',
    ],
    [
      'plain HTTP to a port of Apache that expects TLS',
      {
        status: 400,
        headers: [['Content-Type', 'text/html']],
        body: "<p>Reason: You're speaking plain HTTP to an SSL-enabled server port.<br /></p>",
      },
      'expected status 200 OK, got 400 Bad Request: this port expects TLS: start the URL with `https://`',
    ],
    [
      'plain HTTP to a port of Go that expects TLS',
      { status: 400, headers: [], body: 'Client sent an HTTP request to an HTTPS server.\n' },
      'expected status 200 OK, got 400 Bad Request: this port expects TLS: start the URL with `https://`',
    ],
    [
      'no client certificate for nginx',
      { status: 400, body: '<title>400 No required SSL certificate was sent</title>' },
      'expected status 200 OK, got 400 Bad Request: it requires a client certificate: pass one with `--cert FILE --key FILE`',
    ],
    [
      'a client certificate that nginx rejects',
      { status: 400, body: '<title>400 The SSL certificate error</title>' },
      'expected status 200 OK, got 400 Bad Request: it rejected the client certificate: pass one that it accepts with `--cert FILE --key FILE`',
    ],
    [
      'another 400',
      { status: 400, body: '<title>400 Bad Request</title>' },
      'expected status 200 OK, got 400 Bad Request',
    ],
    [
      'a status code that does not exist',
      { status: 700 },
      'expected status 200 OK, got 700: status codes are from 100 to 599: fix it in the service',
    ],
    [
      'a date to wait until',
      { status: 503, headers: [['Retry-After', 'Wed, 21 Oct 2026 07:28:00 GMT']] },
      'expected status 200 OK, got 503 Service Unavailable: the service asks to wait until "Wed, 21 Oct 2026 07:28:00 GMT"',
    ],
    [
      'too many requests without a time to wait',
      { status: 429 },
      'expected status 200 OK, got 429 Too Many Requests: wait, or lower `--concurrency`',
    ],
    [
      'the reason of a server error',
      {
        status: 500,
        body: { computeFault: { message: 'Unexpected API Error.<br /><br />\n\n', code: 500 } },
      },
      'expected status 200 OK, got 500 Internal Server Error ("Unexpected API Error."): check the log of the service',
    ],
    [
      'the whole text of a reason of medium length',
      {
        status: 406,
        body: {
          computeFault: {
            message: 'Version 2.94 is not supported by the API. Minimum is 2.1 and maximum is 2.93.',
          },
        },
      },
      'expected status 200 OK, got 406 Not Acceptable ("Version 2.94 is not supported by the API. Minimum is 2.1 and maximum is 2.93.")',
    ],
    [
      'the beginning of a longer reason',
      { status: 400, body: { message: 'x'.repeat(300) } },
      `expected status 200 OK, got 400 Bad Request ("${'x'.repeat(199)}…")`,
    ],
    [
      'the reason in a list of errors',
      { status: 400, body: { errors: [{ status: 400, title: 'Bad', detail: 'JSON does not validate' }] } },
      'expected status 200 OK, got 400 Bad Request ("JSON does not validate")',
    ],
    [
      'a redirect to nowhere',
      { status: 302, headers: [['Location', 'http://[']] },
      'expected status 200 OK, got 302 Found: its Location "http://[" is not a URL',
    ],
    [
      'a redirect with a password, which is not shown',
      { status: 307, headers: [['Location', 'https://ann:s3cret@elsewhere.test/v2/?limit=1']] },
      'expected status 200 OK, got 307 Temporary Redirect: redirects to another host, such as "https://elsewhere.test/v2/?limit=1", are not followed; if that is the service, use it as the base URL',
    ],
    [
      'a redirect to the same URL',
      { status: 301, headers: [['Location', '?']] },
      'expected status 200 OK, got 301 Moved Permanently: it redirects to the URL that was requested, as logins do that set a cookie: is this the service, or a proxy in front of it?',
    ],
    [
      'a proxy that wants a password',
      { status: 407 },
      'expected status 200 OK, got 407 Proxy Authentication Required: the proxy wants a password: add `user:password@` to the URL in `HTTP_PROXY`',
    ],
    ['a redirect without a Location', { status: 302 }, 'expected status 200 OK, got 302 Found'],
    [
      'a status without a name',
      { status: 599 },
      'expected status 200 OK, got 599: check the log of the service',
    ],
  ])('reports %s', (_, sketch, message) => {
    expect(messagesOf(liveStatus, expecting(answered(sketch)))).toEqual([message]);
  });

  test.each<[number, string]>([
    [
      401,
      'expected status 200 OK or 300 Multiple Choices, got 401 Unauthorized: versions are requested without a token, so start at the root of the service',
    ],
    [204, 'expected status 200 OK or 300 Multiple Choices, got 204 No Content'],
  ])('does not mention a manifest if there is none: %i', (status, message) => {
    expect(messagesOf(liveStatus, unclaimed(answered({ status }), 200, 300))).toEqual([message]);
  });

  test('advises only to pass the token if the manifest already has `token: true`', () => {
    const subject = { ...expecting(answered({ status: 401 })), token: true };
    expect(messagesOf(liveStatus, subject)).toEqual([
      "expected status 200 OK, got 401 Unauthorized: send a token: pass `--header 'X-Auth-Token: $OS_TOKEN'`",
    ]);
  });

  test('accepts a root with status 300, even with a Location', () => {
    const root = answered({ status: 300, headers: [['Location', 'http://compute.test:8774/v3/']] });
    expect(messagesOf(liveStatus, unclaimed(root, 200, 300))).toEqual([]);
  });

  test('reports nothing without a response', () => {
    expect(messagesOf(liveStatus, expecting(refused()))).toEqual([]);
  });

  test('gives the request as a curl command', () => {
    const exchange = answered({ status: 404, sent: [['X-Auth-Token', '$OS_TOKEN']] });
    expect(reportsOf(liveStatus, expecting(exchange))).toMatchObject([
      {
        at: { file: 'http://compute.test:8774/v2.1/' },
        curl: 'curl -i -H "X-Auth-Token: $OS_TOKEN" http://compute.test:8774/v2.1/',
      },
    ]);
  });

  test('knows that the base URL is right if another request was served', () => {
    const subject = { ...expecting(answered({ status: 404 })), othersServed: true };
    expect(messagesOf(liveStatus, subject)).toEqual([
      'expected status 200 OK, got 404 Not Found: the service served other requests, so check the path of this one, and whether the resource exists',
    ]);
  });

  test('names the other URLs at which a versions document was looked for', () => {
    const tried = [answered({ url: 'http://a/v1', status: 401 }), refused('http://a/')];
    expect(messagesOf(liveStatus, { ...unclaimed(answered({ status: 401 }), 200, 300), tried })).toEqual([
      "expected status 200 OK or 300 Multiple Choices, got 401 Unauthorized: versions must be readable without a token; if not, pass `--header 'X-Auth-Token: $OS_TOKEN'`; also requested: http://a/v1 (401 Unauthorized), http://a/ (no response)",
    ]);
    expect(messagesOf(liveStatus, { ...unclaimed(answered({ status: 404 }), 200, 300), tried })).toEqual([
      'expected status 200 OK or 300 Multiple Choices, got 404 Not Found: check the host, the port and the path prefix, such as `/compute`; also requested: http://a/v1 (401 Unauthorized), http://a/ (no response)',
    ]);
  });

  test('accepts any status of a URL whose versions document was found elsewhere', () => {
    const subject = { ...unclaimed(answered({ status: 404 }), 200, 300), instead: 'http://a/' };
    expect(messagesOf(liveStatus, subject)).toEqual([]);
  });
});
