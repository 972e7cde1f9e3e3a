import { describe, expect, test } from '@jest/globals';

import {
  but,
  LEGACY,
  STANDARD,
  withHeaders,
  type MadeAnswer,
  negotiated,
  refuse,
  reportLines,
  serve,
  type Service,
} from '../../engine/made-negotiation';
import { findingsOf } from '../rule-fixtures';

describe('live-out-of-range', () => {
  test('accepts a 406 that names the range in properties or in prose', async () => {
    expect(await findingsOf('live-out-of-range/right')).toEqual([]);
  });

  test('reports the status and the missing range separately', async () => {
    expect(await findingsOf('live-out-of-range/wrong')).toEqual([
      {
        ruleId: 'live-out-of-range',
        severity: 'warning',
        message:
          'responds with 200 (microversion 2.4) to `compute 2.5`, which is out of range: respond with 406, and name the oldest, 2.1, and the newest, 2.4, in the body',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients:
          'clients assume that they got the requested microversion, or cannot find out which ones exist',
      },
      {
        ruleId: 'live-out-of-range',
        severity: 'warning',
        message:
          'the body of the 406 response to `compute 2.0` does not name 2.1 or 2.4: name the oldest, 2.1, and the newest, 2.4',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients: 'clients that would retry with another microversion cannot find out which ones exist',
      },
    ]);
  });

  test.each<[string, Service, readonly string[]]>([
    [
      'serves the nearest microversion instead',
      but(
        ({ standard, legacy }) =>
          ({ 'compute 2.94': serve('2.93'), 'compute 2.0': serve('2.1'), '2.94': serve('2.93') })[
            standard ?? legacy ?? ''
          ],
      ),
      [
        'live-out-of-range warning: responds with 200 (microversion 2.93) to `compute 2.94`, `X-OpenStack-Nova-API-Version: 2.94`; 200 (microversion 2.1) to `compute 2.0`, which are out of range: respond with 406, and name the oldest, 2.1, and the newest, 2.93, in the body',
      ],
    ],
    [
      'rejects it as malformed',
      but(({ standard }) =>
        standard === 'compute 2.94' ? refuse(400, 'Minimum is 2.1 and maximum is 2.93.') : undefined,
      ),
      [
        'live-out-of-range warning: responds with 400 to `compute 2.94`, which is out of range: respond with 406, and name the oldest, 2.1, and the newest, 2.93, in the body',
      ],
    ],
    [
      'rejects only the legacy header as malformed',
      but(({ legacy }) => (legacy === '2.94' ? refuse(400, 'malformed') : undefined)),
      [
        `live-out-of-range warning: responds with 400 to \`${LEGACY}: 2.94\`, which is out of range: respond with 406, and name the oldest, 2.1, and the newest, 2.93, in the body`,
      ],
    ],
    [
      'names only the newest',
      but(({ standard }) =>
        standard === 'compute 2.94' ? refuse(406, 'Version 2.94 is above 2.93.') : undefined,
      ),
      [
        'live-out-of-range warning: the body of the 406 response to `compute 2.94` does not name 2.1: name the oldest, 2.1, and the newest, 2.93',
      ],
    ],
    [
      'names numbers that only look like the oldest and the newest',
      but(({ standard }) =>
        standard === 'compute 2.94' ? refuse(406, '2.10 to 2.930, or 12.1 to 1.2.93') : undefined,
      ),
      [
        'live-out-of-range warning: the body of the 406 response to `compute 2.94` does not name 2.1 or 2.93: name the oldest, 2.1, and the newest, 2.93',
      ],
    ],
    [
      'names them in an HTML page',
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

  describe('of a service that reads only the older header:', () => {
    /** A service that states its range in headers and answers as `answer` says to a microversion in the older header. */
    const older =
      (answer: (asked: string) => MadeAnswer): Service =>
      ({ legacy }) => {
        const made = answer(legacy ?? '2.1');
        return withHeaders(made, [STANDARD], [MINIMUM, '2.1'], [MAXIMUM, '2.93']);
      };
    const above = (answer: MadeAnswer) => older((asked) => (asked === '2.94' ? answer : serve(asked)));
    const MINIMUM = 'X-OpenStack-Nova-API-Minimum-Version';
    const MAXIMUM = 'X-OpenStack-Nova-API-Maximum-Version';
    const ends = 'respond with 406, and name the oldest, 2.1, and the newest, 2.93, in the body';
    test.each<[string, Service, readonly unknown[]]>([
      ['a 406', above(refuse(406, 'from 2.1 to 2.93')), []],
      [
        'the newest instead',
        above(serve('2.93')),
        [
          `live-out-of-range warning: responds with 200 (microversion 2.93) to \`${LEGACY}: 2.94\`, which is out of range: ${ends}`,
        ],
      ],
      [
        'the same to all, without saying which',
        older(() => withHeaders(serve('2.1'), [LEGACY])),
        [
          `live-out-of-range warning: responds with 200 to \`${LEGACY}: 2.94\`, which is out of range: ${ends}`,
        ],
      ],
      [
        'the oldest to all, which is reported once',
        older(() => serve('2.1')),
        [
          `live-in-range warning: responds with 200 (microversion 2.1) to \`${LEGACY}: 2.93\`: serve what the older header requests, which clients send`,
        ],
      ],
    ])('%s', async (_, service, expected) => {
      const negotiation = await negotiated(service, { legacyHeader: LEGACY, configured: 'compute' });
      const lines = reportLines({ ...negotiation, rangeSource: 'headers' });
      expect(lines.filter((line) => !line.startsWith('live-echo'))).toEqual(expected);
    });
  });
});
