import { describe, expect, test } from '@jest/globals';

import {
  but,
  compute,
  negotiated,
  refuse,
  reportLines,
  serve,
  type Service,
} from '../../engine/made-negotiation';
import { findingsOf } from '../rule-fixtures';

describe('live-in-range', () => {
  test('accepts both ends of the range, of several values the one that counts, and the legacy header', async () => {
    expect(await findingsOf('live-in-range/right')).toEqual([]);
  });

  test('reports the ends of the range, several values and the legacy header, each for itself', async () => {
    expect(await findingsOf('live-in-range/wrong')).toEqual([
      {
        ruleId: 'live-in-range',
        severity: 'warning',
        message:
          'answers 200 with 2.1 to `X-OpenStack-Nova-API-Version: 2.4`: serve what the older header asks for, or stop naming it in the manifest',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'live-in-range',
        severity: 'warning',
        message:
          'answers 200 with 2.1 to `identity 3.0, compute 2.4`: of several values the one of this service counts',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients: 'a client of several services may send the versions for all of them',
      },
      {
        ruleId: 'live-in-range',
        severity: 'warning',
        message:
          'answers 200 with 2.4 to `compute 2.1`, but its document offers 2.1 to 2.4: serve each as asked, or correct the document',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients: 'clients that read the document ask for what they do not get',
      },
    ]);
  });

  test.each<[string, Service, readonly string[]]>([
    [
      'refuses its newest, in whatever way it is asked for',
      (asked) =>
        /2\.93$|latest/.test(asked.standard ?? asked.legacy ?? '')
          ? refuse(406, 'Minimum is 2.1 and maximum is 2.93.')
          : compute(asked),
      [
        'live-in-range warning: answers 406 to `compute 2.93`, but its document offers 2.1 to 2.93: serve each as asked, or correct the document',
      ],
    ],
    [
      'refuses both ends',
      but(({ standard }) =>
        standard === 'compute 2.1' || standard === 'compute 2.93'
          ? refuse(406, 'Minimum is 2.1 and maximum is 2.93.')
          : undefined,
      ),
      [
        'live-in-range warning: answers 406 to `compute 2.1`, `compute 2.93`, but its document offers 2.1 to 2.93: serve each as asked, or correct the document',
      ],
    ],
    [
      'serves each end as the other',
      but(({ standard }) =>
        standard === 'compute 2.1' ? serve('2.93') : standard === 'compute 2.93' ? serve('2.1') : undefined,
      ),
      [
        'live-in-range warning: answers 200 with 2.93 to `compute 2.1`; 200 with 2.1 to `compute 2.93`, but its document offers 2.1 to 2.93: serve each as asked, or correct the document',
      ],
    ],
    [
      'reads only the first of several values',
      but(({ standard }) => (standard?.includes(',') === true ? serve('2.1') : undefined)),
      [
        'live-in-range warning: answers 200 with 2.1 to `identity 3.0, compute 2.93`: of several values the one of this service counts',
      ],
    ],
    [
      'breaks over several values',
      but(({ standard }) => (standard?.includes(',') === true ? refuse(500, 'erred') : undefined)),
      [
        'live-in-range warning: answers 500 to `identity 3.0, compute 2.93`: of several values the one of this service counts',
      ],
    ],
    [
      'wants a token once the header is there',
      but(({ standard }) => (standard === undefined ? undefined : refuse(401, 'Authentication required'))),
      [],
    ],
  ])('a service that %s', async (_, service, expected) => {
    expect(reportLines(await negotiated(service))).toEqual(expected);
  });
});
