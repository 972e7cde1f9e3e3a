import { describe, expect, test } from '@jest/globals';

import type { Exchange, ExchangeFailureKind } from '../../../src/model/live/exchange';
import { singleRequest } from '../../../src/model/live/live';
import { liveAnswers } from '../../../src/rules/live/live-answers';
import { findingsOf } from '../rule-fixtures';
import { answered, refused, reportsOf } from './made-exchanges';

describe('live-answers', () => {
  test('accepts any complete response', async () => {
    expect(await findingsOf('live-answers/right')).toEqual([]);
    expect(reportsOf(liveAnswers, singleRequest(answered({ status: 500, body: 'oops' })))).toEqual([]);
  });

  test('reports why a response is missing or incomplete, and sends the other requests anyway', async () => {
    expect(await findingsOf('live-answers/wrong')).toEqual([
      {
        ruleId: 'live-answers',
        severity: 'error',
        message: 'refused the connection: is the service up, and is the port right?',
        file: 'http://compute.test:8774/v2.1/servers/a1',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'live-answers',
        severity: 'error',
        message: 'the body ended after 30 of 62 bytes: does a proxy cut it off?',
        file: 'http://compute.test:8774/v2.1/servers/a3',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });

  test('gives the request as a curl command', () => {
    expect(reportsOf(liveAnswers, singleRequest(refused()))).toEqual([
      {
        at: { file: 'http://compute.test:8774/v2.1/' },
        message: 'refused the connection: is the service up?',
        curl: 'curl -i http://compute.test:8774/v2.1/',
      },
    ]);
  });

  test('reports negotiation requests once per cause, with the first of them', () => {
    const url = 'http://compute.test:8774/v2.1/';
    const failed = (kind: ExchangeFailureKind, reason: string, value: string): Exchange => ({
      kind: 'failed',
      request: { method: 'GET', url, headers: [['OpenStack-API-Version', value]] },
      failure: { kind, reason },
    });
    const exchanges = [
      failed('headers-timeout', 'sent no headers within 1 s', 'compute 2.1'),
      answered(),
      failed('incomplete-body', 'ended the body after 3 bytes', 'compute 2.4'),
      failed('incomplete-body', 'ended the body after 4 bytes', 'compute latest'),
    ];
    expect(reportsOf(liveAnswers, { url, purpose: 'negotiation', exchanges })).toEqual([
      {
        at: { file: url },
        message: 'in 1 of 4 negotiation requests, the service sent no headers within 1 s',
        curl: `curl -i -H 'OpenStack-API-Version: compute 2.1' ${url}`,
      },
      {
        at: { file: url },
        message: 'in 2 of 4 negotiation requests, the service ended the body after 3 bytes',
        curl: `curl -i -H 'OpenStack-API-Version: compute 2.4' ${url}`,
      },
    ]);
  });
});
