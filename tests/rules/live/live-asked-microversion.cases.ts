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

  const MANILA = 'X-OpenStack-Manila-API-Version';
  const both = [
    ['OpenStack-API-Version', 'shared-file-system 2.30'],
    [MANILA, '2.30'],
  ] as const;
  const latest = [
    ['OpenStack-API-Version', 'shared-file-system latest'],
    [MANILA, 'latest'],
  ] as const;

  test.each([
    ['the older header alone', both, [[MANILA, '2.30']]],
    ['the common header alone', both, [['OpenStack-API-Version', 'shared-file-system 2.30']]],
    ['both headers', both, both],
    ['any microversion for `latest`', latest, [[MANILA, '2.81']]],
  ])('accepts a response that states its microversion in %s', (_, asked, stated) => {
    const exchange = answered({ sent: asked, headers: stated.map(([name, value]) => [name, value]) });
    expect(messagesOf(liveAskedMicroversion, expecting(exchange))).toEqual([]);
  });

  test.each([
    [
      'another microversion in the older header',
      both,
      [[MANILA, '2.0']],
      'expected a response at microversion 2.30, got 2.0: serve the requested microversion, or respond with 406',
    ],
    [
      'two headers that differ',
      both,
      [
        ['OpenStack-API-Version', 'shared-file-system 2.30'],
        [MANILA, '2.0'],
      ],
      'expected a response at microversion 2.30, but its headers differ: `OpenStack-API-Version: shared-file-system 2.30` and `X-OpenStack-Manila-API-Version: 2.0`: send the microversion that was served in both',
    ],
    [
      'two headers that differ for `latest`',
      latest,
      [
        ['OpenStack-API-Version', 'shared-file-system 2.81'],
        [MANILA, '2.80'],
      ],
      'expected a response at microversion latest, but its headers differ: `OpenStack-API-Version: shared-file-system 2.81` and `X-OpenStack-Manila-API-Version: 2.80`: send the microversion that was served in both',
    ],
    [
      'the wrong service type',
      both,
      [['OpenStack-API-Version', 'manila 2.30']],
      'expected a response at microversion 2.30, but `OpenStack-API-Version` is "manila 2.30": send `OpenStack-API-Version: shared-file-system 2.30`',
    ],
  ])('reports %s', (_, asked, stated, message) => {
    const exchange = answered({
      sent: asked,
      headers: stated.map(([name = '', value = '']) => [name, value]),
    });
    expect(messagesOf(liveAskedMicroversion, expecting(exchange))).toEqual([message]);
  });

  describe('an older header of any name', () => {
    const own = [
      ['OpenStack-API-Version', 'volume 2.73'],
      ['X-My-Version', '2.73'],
    ] as const;

    test('is read', () => {
      const headers = [...JSON_TYPE, ['x-my-version', '2.73'] as const];
      expect(messagesOf(liveAskedMicroversion, expecting(answered({ sent: own, headers })))).toEqual([]);
    });

    test('may state another microversion', () => {
      const headers = [...JSON_TYPE, ['x-my-version', '2.0'] as const];
      expect(messagesOf(liveAskedMicroversion, expecting(answered({ sent: own, headers })))).toEqual([
        'expected a response at microversion 2.73, got 2.0: serve the requested microversion, or respond with 406',
      ]);
    });
  });
});
