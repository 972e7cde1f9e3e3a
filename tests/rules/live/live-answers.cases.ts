import { describe, expect, test } from '@jest/globals';

import { liveAnswers } from '../../../src/rules/live/live-answers';
import { findingsOf } from '../rule-fixtures';
import { answered, expecting, refused, reportsOf } from './made-exchanges';

describe('live-answers', () => {
  test('accepts any complete response', async () => {
    expect(await findingsOf('live-answers/right')).toEqual([]);
    expect(reportsOf(liveAnswers, expecting(answered({ status: 500, body: 'oops' })))).toEqual([]);
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
    expect(reportsOf(liveAnswers, expecting(refused()))).toEqual([
      {
        at: { file: 'http://compute.test:8774/v2.1/' },
        message: 'refused the connection: is the service up?',
        curl: 'curl -i http://compute.test:8774/v2.1/',
      },
    ]);
  });
});
