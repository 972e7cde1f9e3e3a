import { expect, test } from '@jest/globals';

import { judgedBody, VERSIONS_STATUSES } from '../../../src/engine/subjects/judged-body';
import type { Exchange } from '../../../src/model/live/exchange';
import { DEFAULT_LIMITS } from '../../../src/model/project/limits';
import { parseDocument } from '../../../src/text/parse-document';
import { REFUSED } from '../made-service';

const request = { method: 'GET', url: 'http://cloud/', headers: [] };

function answered(status: number, type: string | undefined, text: string): Exchange {
  const body = parseDocument(
    { name: 'http://cloud/', kind: 'response', origin: 'cloud' },
    text,
    DEFAULT_LIMITS,
  );
  const headers = type === undefined ? [] : [['content-type', type] as const];
  return { kind: 'answered', request, answer: { status, headers, body } };
}

test.each<readonly [title: string, status: number, type: string | undefined, text: string]>([
  ['JSON', 200, 'application/json', '{}'],
  ['a list of versions to choose from', 300, 'application/json', '{"choices": []}'],
  ['JSON with another media type', 200, 'text/html', '{}'],
  ['JSON without a media type', 200, undefined, 'null'],
  ['invalid JSON with the media type of JSON', 200, 'application/json; charset=UTF-8', '{"a":'],
  ["invalid JSON with a vendor's media type for JSON", 200, 'application/vnd.x+json', 'x'],
])('is judged: %s', (_, status, type, text) => {
  expect(judgedBody(answered(status, type, text), VERSIONS_STATUSES)?.source.text).toBe(text);
});

test.each<readonly [title: string, status: number, type: string | undefined, text: string]>([
  ['JSON with another status, which describes an error', 404, 'application/json', '{}'],
  ['the error page of a proxy', 200, 'text/html', '<html>'],
  ['text without a media type', 200, undefined, 'hello'],
  ['an empty body, as after HEAD', 200, 'application/json', ''],
])('is not judged: %s', (_, status, type, text) => {
  expect(judgedBody(answered(status, type, text), VERSIONS_STATUSES)).toBeUndefined();
});

test('nothing is judged without an answer', () => {
  expect(judgedBody({ kind: 'failed', request, failure: REFUSED }, [200])).toBeUndefined();
});
