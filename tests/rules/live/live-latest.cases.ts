import { describe, expect, test } from '@jest/globals';

import {
  BASE,
  but,
  negotiated,
  refuse,
  reportLines,
  serve,
  type Service,
} from '../../engine/made-negotiation';
import { findingsOf } from '../rule-fixtures';

describe('live-latest', () => {
  test('accepts the newest', async () => {
    expect(await findingsOf('live-latest/right')).toEqual([]);
  });

  test('warns about another microversion than the newest', async () => {
    expect(await findingsOf('live-latest/wrong')).toEqual([
      {
        ruleId: 'live-latest',
        severity: 'warning',
        message:
          'responds with 200 (microversion 2.1) to `compute latest`, but the newest that its document offers is 2.4: serve that one, or fix the document',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });

  test.each<[string, Service, readonly string[]]>([
    [
      'rejects latest as malformed',
      but(({ standard }) =>
        standard === 'compute latest' ? refuse(400, 'latest is of invalid format.') : undefined,
      ),
      [
        'live-latest warning: responds with 400 to `compute latest`, but the newest that its document offers is 2.93: serve that one, or fix the document',
      ],
    ],
    [
      'serves one less than the newest',
      but(({ standard }) => (standard === 'compute latest' ? serve('2.92') : undefined)),
      [
        'live-latest warning: responds with 200 (microversion 2.92) to `compute latest`, but the newest that its document offers is 2.93: serve that one, or fix the document',
      ],
    ],
    [
      'serves neither latest nor the newest, which gives only one finding',
      but(({ standard, legacy }) =>
        standard === 'compute latest' || standard === 'compute 2.93' || legacy === '2.93'
          ? serve('2.92')
          : undefined,
      ),
      [
        'live-in-range warning: responds with 200 (microversion 2.92) to `compute 2.93`, but its document offers 2.1 to 2.93: serve each as requested, or fix the document',
      ],
    ],
    ['does not answer', but(({ standard }) => (standard === 'compute latest' ? 'refuses' : undefined)), []],
  ])('a service that %s', async (_, service, expected) => {
    expect(reportLines(await negotiated(service))).toEqual(expected);
  });

  test.each([
    ['headers', 'its headers offer', 'fix the headers'],
    ['list', `the list of versions at \`${BASE}\` offers`, 'fix the list'],
    ['version', `its version, described at \`${BASE}\`, offers`, 'fix that document'],
  ] as const)('says that the range is from %s', async (rangeSource, offers, fix) => {
    const service = but(({ standard }) => (standard === 'compute latest' ? serve('2.92') : undefined));
    const lax = but(({ standard }) =>
      standard === 'compute 2.93' || standard === 'compute latest' ? serve('2.92') : undefined,
    );
    const old = but(({ standard }) => (standard === undefined ? serve('2.5') : undefined));
    const of = async (made: Service) =>
      reportLines({ ...(await negotiated(made, {})), rangeSource, statedAt: BASE });
    expect(await of(service)).toEqual([
      `live-latest warning: responds with 200 (microversion 2.92) to \`compute latest\`, but the newest that ${offers} is 2.93: serve that one, or ${fix}`,
    ]);
    expect(await of(lax)).toEqual([
      `live-in-range warning: responds with 200 (microversion 2.92) to \`compute 2.93\`, but ${offers} 2.1 to 2.93: serve each as requested, or ${fix}`,
    ]);
    expect(await of(old)).toContain(
      `live-default warning: responds with 200 (microversion 2.5) to a request without a microversion header, but the oldest that ${offers} is 2.1: serve that one, or ${fix}`,
    );
  });
});
