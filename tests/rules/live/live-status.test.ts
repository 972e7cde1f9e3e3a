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
  test('accepts the status of the contract, be it that of an error', async () => {
    expect(await findingsOf('live-status/right')).toEqual([]);
  });

  test('says which status came instead, and the way out', async () => {
    expect(await findingsOf('live-status/wrong')).toEqual([
      finding('b1', 'the status is 200 OK, not 404 Not Found: if that is right, expect `status: 200`'),
      finding('busy', 'the status is 429 Too Many Requests, not 200 OK: the service asks to wait 30 seconds'),
      finding(
        'choices',
        'the status is 300 Multiple Choices, not 200 OK: no single version lives here: ask for the path of one, or expect `status: 300`',
      ),
      finding(
        'elsewhere',
        'the status is 301 Moved Permanently, not 200 OK: it leads to "https://openstack.example.com/v2.1/servers/elsewhere", and another host is never followed: if that is the service, make it the base URL',
      ),
      finding(
        'gateway',
        'the status is 502 Bad Gateway, not 200 OK: what is in front of the service does not reach it: does the service run?',
      ),
      finding(
        'gone',
        'the status is 404 Not Found, not 200 OK ("Instance gone could not be found."): is the base URL right? A path prefix such as `/compute` is a part of it',
      ),
      finding(
        'moved',
        'the status is 302 Found, not 200 OK: ask for "http://compute.test:8774/v2.1/servers/moved/" itself, or follow redirects with `--follow`',
      ),
      finding(
        'token',
        "the status is 401 Unauthorized, not 200 OK: send a token: `token: true` beside the request in the manifest, and `--header 'X-Auth-Token: $OS_TOKEN'`",
      ),
    ]);
  });

  test.each<[string, ExchangeSketch, string]>([
    [
      'a token that does not do',
      { status: 403, sent: [['X-Auth-Token', '$OS_TOKEN']] },
      '403 Forbidden, not 200 OK: the token that was sent does not do: is it expired, or of another cloud?',
    ],
    [
      'a microversion that is not offered',
      { status: 406, sent: [['OpenStack-API-Version', 'compute 2.99']] },
      '406 Not Acceptable, not 200 OK: does the service offer "compute 2.99"?',
    ],
    [
      'a date to wait for',
      { status: 503, headers: [['Retry-After', 'Wed, 21 Oct 2026 07:28:00 GMT']] },
      '503 Service Unavailable, not 200 OK: the service asks to wait until "Wed, 21 Oct 2026 07:28:00 GMT"',
    ],
    [
      'a time-out of its own',
      { status: 429 },
      '429 Too Many Requests, not 200 OK: wait, or lower `--concurrency`',
    ],
    [
      'what broke',
      {
        status: 500,
        body: { computeFault: { message: 'Unexpected API Error.<br /><br />\n\n', code: 500 } },
      },
      '500 Internal Server Error, not 200 OK ("Unexpected API Error."): the service failed: its log says why',
    ],
    [
      'the whole of a reason of some length',
      {
        status: 406,
        body: {
          computeFault: {
            message: 'Version 2.94 is not supported by the API. Minimum is 2.1 and maximum is 2.93.',
          },
        },
      },
      '406 Not Acceptable, not 200 OK ("Version 2.94 is not supported by the API. Minimum is 2.1 and maximum is 2.93.")',
    ],
    [
      'the beginning of a longer one',
      { status: 400, body: { message: 'x'.repeat(300) } },
      `400 Bad Request, not 200 OK ("${'x'.repeat(199)}…")`,
    ],
    [
      'the reason in a list of errors',
      { status: 400, body: { errors: [{ status: 400, title: 'Bad', detail: 'JSON does not validate' }] } },
      '400 Bad Request, not 200 OK ("JSON does not validate")',
    ],
    [
      'a redirect to nowhere',
      { status: 302, headers: [['Location', 'http://[']] },
      '302 Found, not 200 OK: its Location "http://[" is not a URL',
    ],
    [
      'a redirect with a password, which nobody needs to see',
      { status: 307, headers: [['Location', 'https://ann:s3cret@elsewhere.test/v2/?limit=1']] },
      '307 Temporary Redirect, not 200 OK: it leads to "https://elsewhere.test/v2/?limit=1", and another host is never followed: if that is the service, make it the base URL',
    ],
    ['a redirect without a Location', { status: 302 }, '302 Found, not 200 OK'],
    ['a status without a name', { status: 599 }, '599, not 200 OK: the service failed: its log says why'],
  ])('tells of %s', (_, sketch, message) => {
    expect(messagesOf(liveStatus, expecting(answered(sketch)))).toEqual([`the status is ${message}`]);
  });

  test.each<[number, string]>([
    [
      401,
      '401 Unauthorized, not 200 OK or 300 Multiple Choices: versions are asked for without a token: begin at the root of the service',
    ],
    [204, '204 No Content, not 200 OK or 300 Multiple Choices'],
  ])('does not speak of a manifest where there is none: %i', (status, message) => {
    expect(messagesOf(liveStatus, unclaimed(answered({ status }), 200, 300))).toEqual([
      `the status is ${message}`,
    ]);
  });

  test('asks for the token alone where the manifest says that one is sent', () => {
    const subject = { ...expecting(answered({ status: 401 })), token: true };
    expect(messagesOf(liveStatus, subject)).toEqual([
      "the status is 401 Unauthorized, not 200 OK: send a token: `--header 'X-Auth-Token: $OS_TOKEN'`",
    ]);
  });

  test('accepts a root that answers 300, with a Location too', () => {
    const root = answered({ status: 300, headers: [['Location', 'http://compute.test:8774/v3/']] });
    expect(messagesOf(liveStatus, unclaimed(root, 200, 300))).toEqual([]);
  });

  test('is silent where there is no answer', () => {
    expect(messagesOf(liveStatus, expecting(refused()))).toEqual([]);
  });

  test('gives the request as a line for a shell', () => {
    const exchange = answered({ status: 404, sent: [['X-Auth-Token', '$OS_TOKEN']] });
    expect(reportsOf(liveStatus, expecting(exchange))).toMatchObject([
      {
        at: { file: 'http://compute.test:8774/v2.1/' },
        curl: 'curl -i -H "X-Auth-Token: $OS_TOKEN" http://compute.test:8774/v2.1/',
      },
    ]);
  });
});
