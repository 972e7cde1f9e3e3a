import { describe, expect, test } from '@jest/globals';

import {
  but,
  compute,
  negotiated,
  refuse,
  reportLines,
  serve,
  served,
  type Service,
} from '../../engine/made-negotiation';
import { findingsOf } from '../rule-fixtures';

describe('live-in-range', () => {
  test('accepts both ends of the range, several values, and the legacy header', async () => {
    expect(await findingsOf('live-in-range/right')).toEqual([]);
  });

  test('reports the ends of the range, several values and the legacy header separately', async () => {
    expect(await findingsOf('live-in-range/wrong')).toEqual([
      {
        ruleId: 'live-in-range',
        severity: 'warning',
        message:
          'responds with 200 (microversion 2.1) to `X-OpenStack-Nova-API-Version: 2.4`: serve what the older header requests, which clients send',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'live-in-range',
        severity: 'warning',
        message:
          'responds with 200 (microversion 2.1) to `identity 3.0, compute 2.4`: of several values, read the one for this service',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients: 'a client of several services may send the versions for all of them',
      },
      {
        ruleId: 'live-in-range',
        severity: 'warning',
        message:
          'responds with 200 (microversion 2.4) to `compute 2.1`, but its document offers 2.1 to 2.4: serve each as requested, or fix the document',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients: 'clients that read the document request a microversion that they do not get',
      },
    ]);
  });

  test.each<[string, Service, readonly string[]]>([
    [
      'rejects its newest in every request for it',
      (asked) =>
        /2\.93$|latest/.test(asked.standard ?? asked.legacy ?? '')
          ? refuse(406, 'Minimum is 2.1 and maximum is 2.93.')
          : compute(asked),
      [
        'live-in-range warning: responds with 406 to `compute 2.93`, but its document offers 2.1 to 2.93: serve each as requested, or fix the document',
      ],
    ],
    [
      'rejects both ends',
      but(({ standard }) =>
        standard === 'compute 2.1' || standard === 'compute 2.93'
          ? refuse(406, 'Minimum is 2.1 and maximum is 2.93.')
          : undefined,
      ),
      [
        'live-in-range warning: responds with 406 to `compute 2.1`, `compute 2.93`, but its document offers 2.1 to 2.93: serve each as requested, or fix the document',
      ],
    ],
    [
      'swaps both ends',
      but(({ standard }) =>
        standard === 'compute 2.1' ? serve('2.93') : standard === 'compute 2.93' ? serve('2.1') : undefined,
      ),
      [
        'live-in-range warning: responds with 200 (microversion 2.93) to `compute 2.1`; 200 (microversion 2.1) to `compute 2.93`, but its document offers 2.1 to 2.93: serve each as requested, or fix the document',
      ],
    ],
    [
      'reads only the first of several values',
      but(({ standard }) => (standard?.includes(',') === true ? serve('2.1') : undefined)),
      [
        'live-in-range warning: responds with 200 (microversion 2.1) to `identity 3.0, compute 2.93`: of several values, read the one for this service',
      ],
    ],
    [
      'fails on several values',
      but(({ standard }) => (standard?.includes(',') === true ? refuse(500, 'erred') : undefined)),
      [
        'live-in-range error: responds with 500 to `identity 3.0, compute 2.93`: of several values, read the one for this service',
      ],
    ],
    [
      'requires a token if the header is present',
      but(({ standard }) => (standard === undefined ? undefined : refuse(401, 'Authentication required'))),
      [],
    ],
    [
      'fails at the newest and rejects the oldest',
      but(({ standard = '' }) =>
        / (2\.93|latest)$/.test(standard)
          ? refuse(503, 'down')
          : standard === 'compute 2.1'
            ? refuse(404, 'none')
            : undefined,
      ),
      [
        'live-in-range error: responds with 503 to `compute 2.93`, `compute latest`, `identity 3.0, compute 2.93`, but its document offers 2.1 to 2.93: serve each as requested, or fix the document',
        'live-in-range warning: responds with 404 to `compute 2.1`, but its document offers 2.1 to 2.93: serve each as requested, or fix the document',
      ],
    ],
    [
      'fails at latest only',
      but(({ standard }) => (standard === 'compute latest' ? refuse(500, 'erred') : undefined)),
      [
        'live-in-range error: responds with 500 to `compute latest`, but its document offers 2.1 to 2.93: serve each as requested, or fix the document',
      ],
    ],
    [
      'fails on the legacy header',
      but(({ legacy }) => (legacy === '2.93' ? refuse(502, 'bad gateway') : undefined)),
      [
        'live-in-range error: responds with 502 to `X-OpenStack-Nova-API-Version: 2.93`, but its document offers 2.1 to 2.93: serve each as requested, or fix the document',
      ],
    ],
    [
      'serves text that is not JSON',
      served((answer, { standard }) =>
        standard === 'compute 2.93' ? { ...answer, body: undefined } : answer,
      ),
      [
        'live-in-range error: responds with an empty body to `compute 2.93`, but with JSON without the header: respond with the document, as JSON, to each',
      ],
    ],
    [
      'serves the document of another version, or none',
      served((answer, { standard }) =>
        standard === 'compute 2.93'
          ? { ...answer, body: { version: { id: 'v9.9', status: 'CURRENT', links: [] } } }
          : standard === 'compute 2.1'
            ? { ...answer, body: { servers: [] } }
            : answer,
      ),
      [
        'live-in-range error: responds with JSON without a version to `compute 2.1`, `compute 2.93`, which is not the version that it describes without the header: respond with the document of that version',
      ],
    ],
    [
      'lists the same version among others, in another form',
      served((answer, { standard }) =>
        standard === 'compute 2.93'
          ? {
              ...answer,
              body: {
                versions: [
                  { id: 'v2.0', status: 'SUPPORTED', links: [] },
                  { id: '2.1', status: 'CURRENT', links: [] },
                ],
              },
            }
          : answer,
      ),
      [],
    ],
    [
      'rejects a microversion with a page of HTML',
      but(({ standard }) =>
        standard === 'compute 2.1' ? { status: 404, headers: [], body: '<html>' } : undefined,
      ),
      [
        'live-in-range warning: responds with 404 to `compute 2.1`, but its document offers 2.1 to 2.93: serve each as requested, or fix the document',
      ],
    ],
  ])('a service that %s', async (_, service, expected) => {
    expect(reportLines(await negotiated(service))).toEqual(expected);
  });
});
