import { describe, expect, test } from '@jest/globals';

import { liveAskedMicroversion } from '../../../src/rules/live/live-asked-microversion';
import { findingsOf } from '../rule-fixtures';
import { answered, expecting, JSON_TYPE, messagesOf, refused } from './made-exchanges';

const AT_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

const echo = (value: string) => [...JSON_TYPE, ['openstack-api-version', value] as const];

describe('live-asked-microversion', () => {
  test('accepts an answer at the microversion that was asked for', async () => {
    expect(await findingsOf('live-asked-microversion/right')).toEqual([]);
  });

  test('tells of an answer at another, and of one that does not say', async () => {
    expect(await findingsOf('live-asked-microversion/wrong')).toEqual([
      {
        ruleId: 'live-asked-microversion',
        severity: 'error',
        message:
          "answers at 2.1, and 2.3 was asked for: what is held to the contract at 2.3 is another's answer",
        file: 'http://compute.test:8774/v2.1/servers/7 at 2.3',
        ...AT_START,
      },
      {
        ruleId: 'live-asked-microversion',
        severity: 'warning',
        message:
          'does not say which microversion this answer is of, and 2.3 was asked for: echo `OpenStack-API-Version: compute 2.3`',
        file: 'http://compute.test:8774/v2.1/servers/8 at 2.3',
        ...AT_START,
      },
    ]);
  });

  const sent = [['OpenStack-API-Version', 'compute 2.3']] as const;

  test.each([
    ['a request that asks for none', expecting(answered({ headers: echo('compute 2.1') }))],
    ['a failed one', expecting(refused())],
    [
      'a status that is wrong anyway',
      expecting(answered({ sent, status: 406, headers: echo('compute 2.1') })),
    ],
    ['an echo in capitals', expecting(answered({ sent, headers: echo('COMPUTE 2.3') }))],
    ['an echo of several services', expecting(answered({ sent, headers: echo('volume 3.0, compute 2.3') }))],
  ])('says nothing of %s', (_, exchange) => {
    expect(messagesOf(liveAskedMicroversion, exchange)).toEqual([]);
  });
});
