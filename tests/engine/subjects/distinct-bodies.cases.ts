import { describe, expect, test } from '@jest/globals';

import { distinctBodies } from '../../../src/engine/subjects/distinct-bodies';
import type { Exchange } from '../../../src/model/live/exchange';
import type { Fetched, FollowedLink, LiveExchange } from '../../../src/model/live/live';
import { liveSummary } from '../../../src/engine/fetch/live-summary';
import { parseDocument } from '../../../src/text/parse-document';
import { DEFAULT_LIMITS } from '../../../src/model/project/limits';
import { documentsOf } from '../../../src/engine/subjects/live-subjects';

const URL_A = 'http://cloud/a';

function exchange(text: string, method = 'GET'): Exchange {
  const body = parseDocument({ name: URL_A, kind: 'response', origin: 'cloud' }, text, DEFAULT_LIMITS);
  const request = { method, url: URL_A, headers: [] };
  return { kind: 'answered', request, answer: { status: 200, headers: [], body } };
}

function asked(of: Exchange, token = false): LiveExchange {
  return { name: 'GET /a', exchange: of, statuses: [200], claims: [], negotiates: false, token };
}

function fetched(exchanges: readonly LiveExchange[], links: readonly FollowedLink[] = []): Fetched {
  return {
    target: { name: 'cloud', url: 'http://cloud/' },
    exchanges,
    links,
    unfollowed: [],
    lookedUp: [],
    secrets: [],
    negotiations: [],
  };
}

function link(from: Exchange, to: Exchange): FollowedLink {
  if (from.kind === 'failed') throw new Error('no document');
  return { document: from.answer.body, pointer: '', id: 'v1', compute: false, sent: true, exchange: to };
}

/** `name text` of every document that is judged. */
function judged(targets: readonly Fetched[]): readonly string[] {
  const documents = new Set(distinctBodies(targets).flatMap(documentsOf));
  return [...documents].map(({ source }) => `${source.name} ${source.text}`);
}

describe('the answers of one URL', () => {
  test.each<readonly [title: string, targets: readonly Fetched[], expected: readonly string[]]>([
    [
      'are one document if the text is the same',
      [fetched([asked(exchange('1')), asked(exchange('1'), true)])],
      ['1'],
    ],
    [
      'are one document if a link leads to the same text',
      [fetched([asked(exchange('1'))], [link(exchange('2'), exchange('1'))])],
      ['1'],
    ],
    [
      'are one document if two targets have the same text',
      [fetched([asked(exchange('1'))]), fetched([asked(exchange('1'))])],
      ['1'],
    ],
    [
      'are two documents if the texts differ, named by how they were requested',
      [fetched([asked(exchange('1')), asked(exchange('2'), true)])],
      ['1', 'with a token 2'],
    ],
    [
      'have the name of a request without a token if a link led to them',
      [fetched([asked(exchange('1'), true)], [link(exchange('1'), exchange('2'))])],
      ['1', 'without a token 2'],
    ],
    [
      'get numbered names from the third text on, and known texts are recognised',
      [fetched(['1', '2', '3', '2', '3'].map((text) => asked(exchange(text))))],
      ['1', 'without a token 2', 'without a token (2) 3'],
    ],
  ])('%s', (_, targets, expected) => {
    expect(judged(targets)).toEqual(expected.map((rest) => `${URL_A} ${rest}`));
  });
});

test('an empty body, as after HEAD, does not take the name of another', () => {
  expect(judged([fetched([asked(exchange('', 'HEAD')), asked(exchange('1'))])])).toEqual([`${URL_A} 1`]);
});

test('findings in a renamed document point into its own text', () => {
  const [target] = distinctBodies([fetched([asked(exchange('[]')), asked(exchange('\n[ 7]'))])]);
  const [, second] = target === undefined ? [] : documentsOf(target);
  const place = { file: second?.source.name ?? '', pointer: '/0', token: 'value' } as const;
  expect(second?.source.locate([place])).toMatchObject([{ start: { line: 2, column: 3 } }]);
});

test('a link is located in the document that is judged', () => {
  const [first, again, found] = [exchange('1'), exchange('1'), exchange('2')];
  const [target] = distinctBodies([fetched([asked(first), asked(again)], [link(again, found)])]);
  expect(target?.links.map(({ document }) => document)).toEqual(target && documentsOf(target).slice(0, 1));
  expect(target?.links[0]?.document).toBe(first.kind === 'answered' ? first.answer.body : undefined);
});

test('an answer that occurs in several places is still one answer', () => {
  const [first, again] = [exchange('1'), exchange('2')];
  const made = fetched([asked(first)], [link(first, again), link(first, again)]);
  const plain = { asks: 'no-header', exchange: again } as const;
  const negotiations = [{ kind: 'versioned', url: URL_A, asked: [plain] } as const];
  expect(liveSummary(distinctBodies([{ ...made, negotiations }]))).toEqual({ requests: 2, answered: 2 });
});
