import { expect, test } from '@jest/globals';

import { isSurelyPlain } from '../../../src/text/json/is-surely-plain';
import { readStrictJson } from '../../../src/text/json/strict-json';

test.each([
  '{}',
  '{"a": 1, "b": [{"a": 1}, {"a": 2}]}',
  '{"a"\n\t:\r\n 1}',
  '{"href": "http://example.com:80/a", "time": "12:00:00"}',
  '{"id": "4e10", "uuid": "123456789012345678901234567890ab", "date": "2013-09-03T04:01:32Z"}',
  '{"__proto__": {"a": 1}}',
  '["\\\\", "\\u0041", 123456789012, -0.5]',
  '{"text": "the id 1234567890123456 and 5e8 or: 550e8400-e29b"}',
  '{"json": "{\\"a\\": 1, \\"a\\" : 2}", "path\\\\": 1}',
])('%s is plain', (text) => {
  expect(isSurelyPlain(text, JSON.parse(text), 3)).toBe(true);
});

test.each([
  ['[[[]]]', 2],
  ['{"a": [{}], "b": 1}', 2],
  ['{"a": {"b": {}}}', 2],
  ['[]', 0],
])('%s is not plain where only %d levels are allowed', (text, levels) => {
  expect(isSurelyPlain(text, JSON.parse(text), levels)).toBe(false);
  expect(isSurelyPlain(text, JSON.parse(text), levels + 1)).toBe(true);
});

/** Texts with something to report, which the quick check must not miss. */
test.each([
  ['{"a": 1, "a": 2}', 'duplicate-key'],
  ['{"a": 1, "\\u0061": 2}', 'duplicate-key'],
  ['[{"a": {"b": 1}}, {"a": 1, "a" : 2}]', 'duplicate-key'],
  ['{"a": {"a": 1, "a": 1}}', 'duplicate-key'],
  ['{"__proto__": 1, "__proto__": 2}', 'duplicate-key'],
  ['9007199254740993', 'inexact-number'],
  ['[9007199254740993]', 'inexact-number'],
  ['{"a":-9007199254740993}', 'inexact-number'],
  ['[1,\t0.1000000000000000055]', 'inexact-number'],
  ['[1e400]', 'inexact-number'],
  ['[1,1.5E-400]', 'inexact-number'],
  ['{"a":1e400}', 'inexact-number'],
  ['[1e400\n, 2]', 'inexact-number'],
  ['{"a\\"": 1, "a\\"": 2}', 'duplicate-key'],
  ['{"a\\\\": 1, "a\\\\" : 2}', 'duplicate-key'],
  ['"\\ud83d"', 'lone-surrogate'],
  ['{"\\uDE00": 1}', 'lone-surrogate'],
])('%s is not plain, and reading it token by token reports %s', (text, kind) => {
  expect(isSurelyPlain(text, JSON.parse(text), 512)).toBe(false);
  expect(readStrictJson(text, 512).problems.map((problem) => problem.kind)).toEqual([kind]);
});
