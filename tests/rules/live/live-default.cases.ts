import { describe, expect, test } from '@jest/globals';

import {
  BASE,
  but,
  compute,
  LEGACY,
  negotiated,
  reportsOn,
  refuse,
  reportLines,
  serve,
  served,
  STANDARD,
  withHeaders,
  type Service,
} from '../../engine/made-negotiation';
import { findingsOf } from '../rule-fixtures';

describe('live-default', () => {
  test('accepts the oldest, and a redirect from the other spelling of the URL', async () => {
    expect(await findingsOf('live-default/right')).toEqual([]);
  });

  test('reports the default, the header of another service, HEAD and the other spelling separately', async () => {
    expect(await findingsOf('live-default/wrong')).toEqual([
      {
        ruleId: 'live-default',
        severity: 'info',
        message:
          'responds with 405 to HEAD, but with 200 (microversion 2.4) to GET: send the same status and headers for both',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'live-default',
        severity: 'warning',
        message:
          'responds with 200 (microversion 2.4) to a request without a microversion header, but the oldest that its document offers is 2.1: serve that one, or fix the document',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients:
          'clients that send no header, such as gophercloud by default, get a microversion that they were not written for',
      },
      {
        ruleId: 'live-default',
        severity: 'warning',
        message:
          'responds with 400 to `identity 3.0`, which is for another service, but with 200 (microversion 2.4) without the header: respond the same to both',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients: 'a client of several services may send the versions for all of them',
      },
      {
        ruleId: 'live-default',
        severity: 'warning',
        message:
          'responds with 404 to `/v2.1`, but with 200 (microversion 2.4) to `/v2.1/`: respond the same to both, or redirect one to the other',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });

  test.each<[string, Service, readonly string[]]>([
    [
      'serves the newest by default, with any method and URL',
      (asked) =>
        asked.standard?.includes('compute') === true || asked.legacy !== undefined
          ? compute(asked)
          : serve('2.93'),
      [
        'live-default warning: responds with 200 (microversion 2.93) to a request without a microversion header, but the oldest that its document offers is 2.1: serve that one, or fix the document',
      ],
    ],
    [
      'states one more than it served, which gives only one finding',
      served((answer, { standard = '' }) => {
        const [microversion, legacy] = /2\.93$|latest/.test(standard)
          ? ['compute 2.94', '2.94']
          : ['compute 2.2', '2.2'];
        return withHeaders(answer, [STANDARD, LEGACY], [STANDARD, microversion], [LEGACY, legacy]);
      }),
      [
        'live-in-range warning: responds with 200 (microversion 2.2) to `compute 2.1`; 200 (microversion 2.94) to `compute 2.93`, but its document offers 2.1 to 2.93: serve each as requested, or fix the document',
      ],
    ],
    [
      'reads the version of another service as its own',
      but(({ standard }) =>
        standard === 'identity 3.0' ? refuse(406, 'Version 3.0 is not supported.') : undefined,
      ),
      [
        'live-default warning: responds with 406 to `identity 3.0`, which is for another service, but with 200 (microversion 2.1) without the header: respond the same to both',
      ],
    ],
    [
      'serves the newest to a client of other services',
      but(({ standard }) => (standard === 'identity 3.0' ? serve('2.93') : undefined)),
      [
        'live-default warning: responds with 200 (microversion 2.93) to `identity 3.0`, which is for another service, but with 200 (microversion 2.1) without the header: respond the same to both',
      ],
    ],
    [
      'does not offer HEAD',
      but(({ method }) => (method === 'HEAD' ? refuse(405, 'Method not allowed') : undefined)),
      [
        'live-default info: responds with 405 to HEAD, but with 200 (microversion 2.1) to GET: send the same status and headers for both',
      ],
    ],
    [
      'fails on HEAD',
      but(({ method }) => (method === 'HEAD' ? refuse(500, 'erred') : undefined)),
      [
        'live-default warning: responds with 500 to HEAD, but with 200 (microversion 2.1) to GET: send the same status and headers for both',
      ],
    ],
    [
      'sends no microversion with HEAD',
      but(({ method }) => (method === 'HEAD' ? { ...serve('2.1'), headers: [] } : undefined)),
      [
        'live-default warning: responds with 200 to HEAD, but with 200 (microversion 2.1) to GET: send the same status and headers for both',
      ],
    ],
    [
      'redirects the other spelling to the requested one',
      but(({ path }) =>
        path === '/v2.1' ? { status: 301, headers: [['location', '/v2.1/']], body: {} } : undefined,
      ),
      [],
    ],
    [
      'redirects the other spelling elsewhere',
      but(({ path }) =>
        path === '/v2.1' ? { status: 302, headers: [['Location', `${BASE}/`]], body: {} } : undefined,
      ),
      [
        'live-default warning: responds with 302 to `/v2.1`, but with 200 (microversion 2.1) to `/v2.1/`: respond the same to both, or redirect one to the other',
      ],
    ],
    [
      'requires a token for the other spelling',
      but(({ path }) => (path === '/v2.1' ? refuse(401, 'Authentication required') : undefined)),
      [],
    ],
  ])('a service that %s', async (_, service, expected) => {
    expect(reportLines(await negotiated(service))).toEqual(expected);
  });

  test('shows the requests', async () => {
    const service = but(({ method, path }) =>
      method === 'HEAD' || path === '/v2.1' ? refuse(404, 'not found') : undefined,
    );
    expect(reportsOn(await negotiated(service)).map(({ curl }) => curl)).toEqual([
      'curl -i --head http://compute.test:8774/v2.1/',
      'curl -i http://compute.test:8774/v2.1',
    ]);
  });
});
