import { describe, expect, test } from '@jest/globals';

import { but, negotiated, refuse, reportLines, serve, type Service } from '../../engine/made-negotiation';
import { findingsOf } from '../rule-fixtures';

const MALFORMED = new Set(['abc', '2', '2.93.0', '2.093', '2.93 x'].map((text) => `compute ${text}`));

describe('live-malformed', () => {
  test('accepts 400 to all, a service type alone among them', async () => {
    expect(await findingsOf('live-malformed/right')).toEqual([]);
  });

  test('tells what breaks the service from what it reads too kindly', async () => {
    expect(await findingsOf('live-malformed/wrong')).toEqual([
      {
        ruleId: 'live-malformed',
        severity: 'error',
        message: 'answers 500 to `compute abc`, `compute`: answer 400 to what is not of the form X.Y',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients: 'whoever sends it takes the service for broken, and may try again',
      },
      {
        ruleId: 'live-malformed',
        severity: 'warning',
        message:
          'answers 406 to `compute 2`; 200 with 2.4 to `compute 2.04`: answer 400 to what is not of the form X.Y',
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
      'takes a service type alone for out of range',
      but(({ standard }) => (standard === 'compute' ? refuse(406, 'none') : undefined)),
      ['live-malformed warning: answers 406 to `compute`: answer 400 to what is not of the form X.Y'],
    ],
    [
      'serves the oldest to all',
      but(({ standard = '' }) => (MALFORMED.has(standard) ? serve('2.1') : undefined)),
      [
        'live-malformed warning: answers 200 with 2.1 to `compute abc`, `compute 2`, `compute 2.93.0`, `compute 2.093`, `compute 2.93 x`: answer 400 to what is not of the form X.Y',
      ],
    ],
    [
      'is down for each',
      but(({ standard }) =>
        standard === 'compute abc'
          ? refuse(500, 'erred')
          : standard === 'compute 2'
            ? refuse(503, 'down')
            : undefined,
      ),
      [
        'live-malformed error: answers 500 to `compute abc`; 503 to `compute 2`: answer 400 to what is not of the form X.Y',
      ],
    ],
  ])('a service that %s', async (_, service, expected) => {
    expect(reportLines(await negotiated(service))).toEqual(expected);
  });
});
