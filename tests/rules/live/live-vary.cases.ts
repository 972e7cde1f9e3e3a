import { describe, expect, test } from '@jest/globals';

import {
  LEGACY,
  negotiated,
  reportLines,
  served,
  withHeaders,
  type Service,
} from '../../engine/made-negotiation';
import { findingsOf } from '../rule-fixtures';

describe('live-vary', () => {
  test('accepts the header among others, in any case, and a star', async () => {
    expect(await findingsOf('live-vary/right')).toEqual([]);
  });

  test('warns once about responses that do not name it', async () => {
    expect(await findingsOf('live-vary/wrong')).toEqual([
      {
        ruleId: 'live-vary',
        severity: 'warning',
        message:
          '`Vary` is only "Accept-Encoding" in the response to a request without a microversion header: send `Vary: OpenStack-API-Version`',
        file: 'http://compute.test:8774/v2.1/',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        clients: 'a cache may return the response at one microversion to a client that requested another',
      },
    ]);
  });

  test.each<[string, Service, readonly string[]]>([
    [
      'nothing',
      served((answer) => withHeaders(answer, ['Vary'])),
      [
        'live-vary warning: no `Vary` in the response to a request without a microversion header: send `Vary: OpenStack-API-Version, X-OpenStack-Nova-API-Version`',
      ],
    ],
    [
      'only the legacy header',
      served((answer) => withHeaders(answer, ['Vary'], ['Vary', LEGACY])),
      [
        'live-vary warning: `Vary` is only "X-OpenStack-Nova-API-Version" in the response to a request without a microversion header: send `Vary: OpenStack-API-Version`',
      ],
    ],
    [
      'nothing if another microversion was requested',
      served((answer, { standard }) =>
        standard === 'compute 2.93' ? withHeaders(answer, ['Vary']) : answer,
      ),
      [
        'live-vary warning: no `Vary` in the response to `compute 2.93`: send `Vary: OpenStack-API-Version, X-OpenStack-Nova-API-Version`',
      ],
    ],
    [
      'all in one line',
      served((answer) => withHeaders(answer, ['Vary'], ['Vary', `Accept, openstack-api-version,${LEGACY}`])),
      [],
    ],
    ['a star', served((answer) => withHeaders(answer, ['Vary'], ['Vary', '*'])), []],
  ])('a service whose Vary names %s', async (_, service, expected) => {
    expect(reportLines(await negotiated(service))).toEqual(expected);
  });
});
