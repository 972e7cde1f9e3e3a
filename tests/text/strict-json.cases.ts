import { describe, expect, test } from '@jest/globals';

import { readStrictJson } from '../../src/text/strict-json';

const DEPTH = 512;

function problemsOf(text: string) {
  return readStrictJson(text, DEPTH).problems.map((problem) => {
    const found = 'span' in problem ? text.slice(...problem.span) : '';
    return { kind: problem.kind, found, ...('message' in problem ? { message: problem.message } : {}) };
  });
}

describe('texts that are JSON', () => {
  test.each([
    ['{}', {}],
    [' [1.0, 1e2, -0, 0.1, 9007199254740991] ', [1, 100, -0, 0.1, 9007199254740991]],
    ['"\\ud83d\\ude00"', '\u{1F600}'],
    ['{"a": {"k": 1}, "b": {"k": 1}}', { a: { k: 1 }, b: { k: 1 } }],
    ['[{"k": 1}, {"k": 1}]', [{ k: 1 }, { k: 1 }]],
    ['null', null],
  ])('%s has no problems', (text, value) => {
    expect(readStrictJson(text, DEPTH)).toEqual({ value, problems: [] });
  });

  test('__proto__ is an ordinary property', () => {
    const { value } = readStrictJson('{"__proto__": {"polluted": true}}', DEPTH);
    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('texts that are not JSON', () => {
  test.each([
    ['', '', 'the file is empty: expected a JSON value'],
    [' \n\t', '', 'the file is empty: expected a JSON value'],
    ['{"a": 1,}', ',', 'JSON does not allow trailing commas: remove it'],
    ['[1, 2,\n]', ',', 'JSON does not allow trailing commas: remove it'],
    ['{"a": 1} // why', '// why', 'JSON does not allow comments: remove it'],
    ['/* why */ {}', '/* why */', 'JSON does not allow comments: remove it'],
    ['{}\n{}', '{', 'a second document starts here: keep only one'],
    ['{} x', 'x', 'not JSON: unexpected `x`'],
    ['{} 1', '1', 'expected nothing after the document, got `1`: remove it'],
    ['{"a": None}', 'None', '`None` is not JSON: write `null`'],
    ['{"a": True}', 'True', '`True` is not JSON: write `true`'],
    ['[NaN]', 'NaN', '`NaN` is not JSON: write `null` or a string'],
    ["{'a': 1}", "'a'", 'JSON strings need double quotes: replace the single quotes'],
    ['{"a" 1}', '1', 'expected a colon after the property name, got `1`'],
    ['{"a": 1 "b": 2}', '"b"', 'expected a comma before `"b"`'],
    ['{"a": 1', '', 'an object is not closed: expected `}`, got the end of the text'],
    ['[1, 2', '', 'an array is not closed: expected `]`, got the end of the text'],
    ['{"a": }', '}', 'expected a value, got `}`'],
    ['["abc]', '"abc]', 'a string is not closed: add its closing quote on this line'],
    ['["\t"]', '"\t"', 'a control character in a string must be escaped, such as `\\n` or `\\t`'],
  ])('%j is malformed at %j', (text, found, message) => {
    expect(problemsOf(text)).toEqual([{ kind: 'malformed', found, message }]);
    expect(readStrictJson(text, DEPTH).value).toBeUndefined();
  });

  test.each([
    '[01]',
    '[1.]',
    '[+1]',
    '[.5]',
    '[1e]',
    '["\\x41"]',
    '["\\u12"]',
    '[tru]',
    '{a: 1}',
    '[1,,2]',
    '\u00a0{}',
    '[1}',
  ])('%j is malformed somewhere', (text) => {
    const { value, problems } = readStrictJson(text, DEPTH);
    expect(value).toBeUndefined();
    expect(problems.map(({ kind }) => kind)).toEqual(['malformed']);
  });
});

describe('texts that parsers disagree on', () => {
  test('every duplicate property is reported, at any depth, with the first one', () => {
    const text = '{"a": 1, "b": [{"c": 1, "c": 2, "c": 3}], "a": 2}';
    expect(readStrictJson(text, DEPTH).problems).toEqual([
      { kind: 'duplicate-key', key: 'c', pointer: '/b/0/c', span: [24, 27], first: [16, 19], isSame: false },
      { kind: 'duplicate-key', key: 'c', pointer: '/b/0/c', span: [32, 35], first: [16, 19], isSame: false },
      { kind: 'duplicate-key', key: 'a', pointer: '/a', span: [42, 45], first: [1, 4], isSame: false },
    ]);
  });

  test('property names are compared after unescaping', () => {
    expect(problemsOf('{"a": 1, "\\u0061": 2}')).toEqual([{ kind: 'duplicate-key', found: '"\\u0061"' }]);
  });

  test.each([
    ['9007199254740993', '9007199254740992'],
    ['9007199254740992', '9007199254740992'],
    ['12345678901234567890', '12345678901234567000'],
    ['0.1000000000000000055511151231257827', '0.1'],
    ['1e400', 'Infinity'],
    ['1e-400', '0'],
    ['3.141592653589793238', '3.141592653589793'],
  ])('%s is read as %s', (literal, read) => {
    expect(readStrictJson(`[${literal}]`, DEPTH).problems).toEqual([
      { kind: 'inexact-number', literal, read, pointer: '/0', span: [1, 1 + literal.length] },
    ]);
  });

  test.each(['"\\ud800"', '"\\udc00\\ud800"', '{"\\ud800": 1}'])('%s has a lone surrogate', (text) => {
    expect(problemsOf(text).map(({ kind }) => kind)).toEqual(['lone-surrogate']);
  });
});

describe('nesting', () => {
  test('at the limit is read; the first bracket beyond it is reported', () => {
    expect(readStrictJson('['.repeat(3) + ']'.repeat(3), 3).problems).toEqual([]);
    expect(readStrictJson('["[[[[", [[[]]]]', 3).problems).toEqual([
      { kind: 'too-deep', limit: 3, span: [11, 12] },
    ]);
  });

  test('of 100,000 levels neither throws nor hangs, closed or not', () => {
    const open = '['.repeat(100_000);
    expect(readStrictJson(open + ']'.repeat(100_000), DEPTH).problems).toEqual([
      { kind: 'too-deep', limit: DEPTH, span: [DEPTH, DEPTH + 1] },
    ]);
    expect(readStrictJson('{"a":'.repeat(100_000), DEPTH).problems.map(({ kind }) => kind)).toEqual([
      'too-deep',
    ]);
  });

  test('many brackets next to each other are not deep', () => {
    expect(readStrictJson(`[${'[],'.repeat(5000)}[]]`, DEPTH).problems).toEqual([]);
  });
});
