import { describe, expect, test } from '@jest/globals';

import { liveAskedMicroversion } from '../../../src/rules/live/live-asked-microversion';
import { findingsOf } from '../rule-fixtures';
import { answered, expecting, JSON_TYPE, messagesOf, refused } from './made-exchanges';

const AT_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

const echo = (value: string) => [...JSON_TYPE, ['openstack-api-version', value] as const];

describe('live-asked-microversion', () => {
  test('accepts a response at the requested microversion', async () => {
    expect(await findingsOf('live-asked-microversion/right')).toEqual([]);
  });

  test('reports a response at another microversion, and one that does not state its microversion', async () => {
    expect(await findingsOf('live-asked-microversion/wrong')).toEqual([
      {
        ruleId: 'live-asked-microversion',
        severity: 'error',
        message:
          'expected a response at microversion 2.3, got 2.1: serve the requested microversion, or respond with 406',
        file: 'http://compute.test:8774/v2.1/servers/7 at 2.3',
        ...AT_START,
      },
      {
        ruleId: 'live-asked-microversion',
        severity: 'warning',
        message:
          'expected a response at microversion 2.3, but it does not state one: send `OpenStack-API-Version: compute 2.3`',
        file: 'http://compute.test:8774/v2.1/servers/8 at 2.3',
        ...AT_START,
      },
    ]);
  });

  const sent = [['OpenStack-API-Version', 'compute 2.3']] as const;

  test.each([
    ['a request without a microversion', expecting(answered({ headers: echo('compute 2.1') }))],
    ['a failed request', expecting(refused())],
    ['a wrong status', expecting(answered({ sent, status: 406, headers: echo('compute 2.1') }))],
    ['a header in upper case', expecting(answered({ sent, headers: echo('COMPUTE 2.3') }))],
    [
      'a header for several services',
      expecting(answered({ sent, headers: echo('volume 3.0, compute 2.3') })),
    ],
  ])('reports nothing for %s', (_, exchange) => {
    expect(messagesOf(liveAskedMicroversion, exchange)).toEqual([]);
  });
});
