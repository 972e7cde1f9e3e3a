import { expect, test } from '@jest/globals';

import { liveSummary } from '../../../src/engine/fetch/live-summary';
import type { Exchange } from '../../../src/model/live/exchange';
import type { Fetched, LiveExchange } from '../../../src/model/live/live';
import { DEFAULT_LIMITS } from '../../../src/model/project/limits';
import { parseDocument } from '../../../src/text/parse-document';

const request = { method: 'GET', url: 'http://a/', headers: [] };
const DOWN: Exchange = { kind: 'failed', request, failure: { kind: 'refused', reason: 'refused' } };

function answered(value: unknown): Exchange {
  const identity = { name: 'http://a/', kind: 'response', origin: 'a' } as const;
  const body = parseDocument(identity, JSON.stringify(value), DEFAULT_LIMITS);
  return { kind: 'answered', request, answer: { status: 200, headers: [], body } };
}

function fetched(exchanges: readonly Exchange[]): Fetched {
  const live = exchanges.map((exchange): LiveExchange => ({
    name: 'GET /',
    exchange,
    statuses: [200],
    claims: [],
    negotiates: false,
    token: false,
  }));
  return {
    target: { name: 'a', url: 'http://a/' },
    exchanges: live,
    links: [],
    unfollowed: [],
    lookedUp: [],
    negotiations: [],
    secrets: [],
  };
}

test('the range with the newest microversion counts, and 2.10 is newer than 2.9', () => {
  const index = answered({
    versions: [
      { id: 'v2.0', version: '', min_version: '', links: [] },
      { id: 'v2.1', version: '2.10', min_version: '2.1', links: [] },
      { id: 'v2.2', max_version: '2.9', min_version: '2.2', links: [] },
    ],
  });
  expect(liveSummary([fetched([index, DOWN])])).toEqual({
    requests: 2,
    answered: 1,
    oldest: '2.1',
    newest: '2.10',
  });
});

test('an answer that was reached in two ways is counted once', () => {
  const index = answered({ hello: 'world' });
  expect(liveSummary([fetched([index]), fetched([index])])).toEqual({ requests: 1, answered: 1 });
});

test('a service that is down counts as not answered', () => {
  expect(liveSummary([fetched([DOWN, DOWN])]).answered).toBe(0);
});
