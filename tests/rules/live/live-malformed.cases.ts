import { describe, expect, test } from '@jest/globals';

import {
  but,
  negotiated,
  refuse,
  reportLines,
  serve,
  STANDARD,
  type Service,
} from '../../engine/made-negotiation';
import { findingsOf } from '../rule-fixtures';

const MALFORMED = new Set(['abc', '2', '2.93.0', '2.093', '2.93 x'].map((text) => `compute ${text}`));

describe('live-malformed', () => {
  test('accepts 400 for all, including a service type alone', async () => {
    expect(await findingsOf('live-malformed/right')).toEqual([]);
  });

  test('reports server errors as errors and lenient responses as warnings', async () => {
    expect(await findingsOf('live-malformed/wrong')).toEqual([
      {
        ruleId: 'live-malformed',
        severity: 'error',
        message:
          'responds with 500 to `compute abc`, `compute`: respond with 400 if the value is not of the form X.Y',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients: 'clients assume that the service is broken, and may retry',
      },
      {
        ruleId: 'live-malformed',
        severity: 'warning',
        message:
          'responds with 406 to `compute 2`; 200 (microversion 2.4) to `compute 2.04`: respond with 400 if the value is not of the form X.Y',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });

  test.each<[string, Service, readonly string[]]>([
    [
      'serves the oldest to a service type alone',
      but(({ standard }) => (standard === 'compute' ? serve('2.1') : undefined)),
      [],
    ],
    [
      'rejects a service type alone as out of range',
      but(({ standard }) => (standard === 'compute' ? refuse(406, 'none') : undefined)),
      [
        'live-malformed warning: responds with 406 to `compute`: respond with 400 if the value is not of the form X.Y',
      ],
    ],
    [
      'serves the oldest to all',
      but(({ standard = '' }) => (MALFORMED.has(standard) ? serve('2.1') : undefined)),
      [
        'live-malformed warning: responds with 200 (microversion 2.1) to `compute abc`, `compute 2`, `compute 2.93.0`, `compute 2.093`, `compute 2.93 x`: respond with 400 if the value is not of the form X.Y',
      ],
    ],
    [
      'fails on each',
      but(({ standard }) =>
        standard === 'compute abc'
          ? refuse(500, 'erred')
          : standard === 'compute 2'
            ? refuse(503, 'down')
            : undefined,
      ),
      [
        'live-malformed error: responds with 500 to `compute abc`; 503 to `compute 2`: respond with 400 if the value is not of the form X.Y',
      ],
    ],
    [
      'fails on each and names another service',
      (asked) =>
        MALFORMED.has(asked.standard ?? '')
          ? refuse(500, 'erred')
          : { ...serve('2.1'), headers: [[STANDARD, 'nova 2.1']] },
      [
        'live-echo warning: `OpenStack-API-Version` is "nova 2.1" in the response to a request without a microversion header, which is not for the service type `compute`: send `compute X.Y`',
        'live-malformed error: responds with 500 to `compute abc`, `compute 2`, `compute 2.93.0`, `compute 2.093`, `compute 2.93 x`: respond with 400 if the value is not of the form X.Y',
      ],
    ],
  ])('a service that %s', async (_, service, expected) => {
    expect(reportLines(await negotiated(service))).toEqual(expected);
  });
});
