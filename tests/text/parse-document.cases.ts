import { expect, test } from '@jest/globals';

import { DEFAULT_LIMITS } from '../../src/model/project/limits';
import { parseDocument } from '../../src/text/parse-document';

const STDIN = { name: '<stdin>', kind: 'stdin', origin: 'samples' } as const;

test('a text in memory becomes a document of its origin', () => {
  const document = parseDocument(STDIN, '{"a": 1}', DEFAULT_LIMITS);
  expect(document).toMatchObject({ kind: 'stdin', origin: 'samples', value: { a: 1 }, problems: [] });
  expect(document.source.name).toBe('<stdin>');
});

test('a text that is not JSON has no value, and a problem that says where', () => {
  expect(parseDocument(STDIN, '{"a": 1,}', DEFAULT_LIMITS)).toMatchObject({
    value: undefined,
    problems: [{ kind: 'malformed', span: [7, 8] }],
  });
});

test('a text that could not be read is not parsed', () => {
  const problem = { kind: 'unreadable', reason: 'gone', remedy: 'look for it' } as const;
  expect(parseDocument(STDIN, '{"a": 1}', DEFAULT_LIMITS, [problem])).toMatchObject({
    value: undefined,
    problems: [problem],
  });
});
