import { describe, expect, test } from '@jest/globals';

import {
  but,
  LEGACY,
  negotiated,
  refuse,
  reportLines,
  serve,
  type Service,
} from '../../engine/made-negotiation';
import { findingsOf } from '../rule-fixtures';

describe('live-out-of-range', () => {
  test('accepts a 406 that tells the range in fields, as one that tells it in prose', async () => {
    expect(await findingsOf('live-out-of-range/right')).toEqual([]);
  });

  test('reports the status and the untold range, each for itself', async () => {
    expect(await findingsOf('live-out-of-range/wrong')).toEqual([
      {
        ruleId: 'live-out-of-range',
        severity: 'warning',
        message:
          'answers 200 with 2.4 to `compute 2.5`, which is out of range: answer 406, and tell the oldest, 2.1, and the newest, 2.4, in the body',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients: 'clients take it for the microversion they asked for, or do not find out what there is',
      },
      {
        ruleId: 'live-out-of-range',
        severity: 'warning',
        message:
          'the body of the 406 to `compute 2.0` does not tell 2.1 or 2.4: tell the oldest, 2.1, and the newest, 2.4',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients: 'clients that would try again with another microversion do not find out which there are',
      },
    ]);
  });

  test.each<[string, Service, readonly string[]]>([
    [
      'serves what it has instead',
      but(
        ({ standard, legacy }) =>
          ({ 'compute 2.94': serve('2.93'), 'compute 2.0': serve('2.1'), '2.94': serve('2.93') })[
            standard ?? legacy ?? ''
          ],
      ),
      [
        'live-out-of-range warning: answers 200 with 2.93 to `compute 2.94`, `X-OpenStack-Nova-API-Version: 2.94`; 200 with 2.1 to `compute 2.0`, which are out of range: answer 406, and tell the oldest, 2.1, and the newest, 2.93, in the body',
      ],
    ],
    [
      'takes it for malformed',
      but(({ standard }) =>
        standard === 'compute 2.94' ? refuse(400, 'Minimum is 2.1 and maximum is 2.93.') : undefined,
      ),
      [
        'live-out-of-range warning: answers 400 to `compute 2.94`, which is out of range: answer 406, and tell the oldest, 2.1, and the newest, 2.93, in the body',
      ],
    ],
    [
      'takes only the legacy header for malformed',
      but(({ legacy }) => (legacy === '2.94' ? refuse(400, 'malformed') : undefined)),
      [
        `live-out-of-range warning: answers 400 to \`${LEGACY}: 2.94\`, which is out of range: answer 406, and tell the oldest, 2.1, and the newest, 2.93, in the body`,
      ],
    ],
    [
      'tells only the newest',
      but(({ standard }) =>
        standard === 'compute 2.94' ? refuse(406, 'Version 2.94 is above 2.93.') : undefined,
      ),
      [
        'live-out-of-range warning: the body of the 406 to `compute 2.94` does not tell 2.1: tell the oldest, 2.1, and the newest, 2.93',
      ],
    ],
    [
      'tells what only looks like the oldest and the newest',
      but(({ standard }) =>
        standard === 'compute 2.94' ? refuse(406, '2.10 to 2.930, or 12.1 to 1.2.93') : undefined,
      ),
      [
        'live-out-of-range warning: the body of the 406 to `compute 2.94` does not tell 2.1 or 2.93: tell the oldest, 2.1, and the newest, 2.93',
      ],
    ],
    [
      'tells them in a page of HTML',
      but(({ standard }) =>
        standard === 'compute 2.94'
          ? { ...refuse(406, ''), body: '<p>Minimum is 2.1 and maximum is 2.93.</p>' }
          : undefined,
      ),
      [],
    ],
  ])('a service that %s', async (_, service, expected) => {
    expect(reportLines(await negotiated(service))).toEqual(expected);
  });
});
