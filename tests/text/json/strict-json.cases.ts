import { describe, expect, test } from '@jest/globals';

import { readStrictJson } from '../../../src/text/json/strict-json';

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
  const LEADING = 'has a leading zero, which JSON does not allow: write';
  const CURLY = 'JSON strings need straight double quotes: replace the curly quotes';

  test.each([
    ['', '', 'the file is empty: expected a JSON value'],
    [' \n\t', '', 'the file is empty: expected a JSON value'],
    // Commas, colons and brackets.
    ['{"a": 1,}', ',', 'JSON does not allow trailing commas: remove it'],
    ['[1, 2,\n]', ',', 'JSON does not allow trailing commas: remove it'],
    ['[1,, 2]', ',', 'two commas in a row: remove one'],
    ['{"a": 1,,}', ',', 'two commas in a row: remove one'],
    ['[ ,1]', ',', 'expected a value, got `,`: remove it'],
    ['{ ,"id": 1}', ',', 'expected a property name, got `,`: remove it'],
    ['{"a": 1 "b": 2}', '"b"', 'expected a comma before `"b"`'],
    ['[{} {}]', '{', 'expected a comma before `{`'],
    ['[1; 2]', ';', 'expected a comma, got `;`'],
    ['["a": 1]', ':', 'expected a comma, got `:`: only objects have properties'],
    ['{"a" 1}', '1', 'expected a colon after the property name, got `1`'],
    ['{"a" = 1}', '=', 'expected a colon after the property name, got `=`'],
    ['{"a"}', '}', 'expected a colon and a value after the property name, got `}`'],
    ['{"a", "b"}', ',', 'expected a colon and a value after the property name, got `,`'],
    ['{"a": }', '}', 'expected a value after the colon, got `}`'],
    ['{"a":, "b": 1}', ',', 'expected a value after the colon, got `,`'],
    ['{"a": 1', '', 'the object that starts on line 1 is not closed: expected `}`, got the end of the text'],
    ['{\n[1, 2', '[', 'expected a property name in double quotes, got `[`'],
    [
      '{"a":\n[1, 2',
      '',
      'the array that starts on line 2 is not closed: expected `]`, got the end of the text',
    ],
    [
      '{"a": 1,',
      '',
      'the object that starts on line 1 is not closed: expected a property name, got the end of the text',
    ],
    [
      '{"a":',
      '',
      'the object that starts on line 1 is not closed: expected a value, got the end of the text',
    ],
    ['{"a": [\n1}', '}', 'expected `]` to close the array that starts on line 1, got `}`'],
    ['[1}', '}', 'expected `]` to close the array that starts on line 1, got `}`'],
    // More than one document, comments, other languages.
    ['{}\n{}', '{', 'a second document starts here: keep only one'],
    ['{}\n---\n{}', '---', 'a second document starts here: keep only one'],
    ['{} x', 'x', 'expected nothing after the document, got `x`: remove it'],
    ['{} 1', '1', 'expected nothing after the document, got `1`: remove it'],
    ['{}}', '}', 'expected nothing after the document, got `}`: remove it'],
    ['{"a": 1} // why', '// why', 'JSON does not allow comments: remove it'],
    ['/* why */ {}', '/* why */', 'JSON does not allow comments: remove it'],
    [
      '{"a": 1 # why\n}',
      '# why',
      '`#` begins no comment in JSON: remove it; `json: { comments: true }` in the manifest allows only `//` and `/* */`',
    ],
    [
      '<!-- why -->{}',
      '<!-- why -->{}',
      '`<!--` begins no comment in JSON: remove it; `json: { comments: true }` in the manifest allows only `//` and `/* */`',
    ],
    ['<!doctype html>', '<!doctype', 'expected JSON, got HTML or XML'],
    ['<html>', '<html>', 'expected JSON, got HTML or XML'],
    [
      'HTTP/1.1 200 OK\n\n{}',
      'HTTP/1.1',
      'expected JSON, got an HTTP response with its headers: keep only the body',
    ],
    ['a: 1\n', 'a', 'expected JSON, got YAML: convert it'],
    ['- a\n', '-', 'expected JSON, got YAML: convert it'],
    // Numbers.
    ['{"id": 007}', '007', `\`007\` ${LEADING} \`7\`, or put it in quotes`],
    ['[-01.5]', '-01.5', `\`-01.5\` ${LEADING} \`-1.5\`, or put it in quotes`],
    ['00', '00', `\`00\` ${LEADING} \`0\`, or put it in quotes`],
    ['[+1]', '+1', '`+1` has a plus sign, which JSON does not allow: remove it'],
    ['[.5]', '.5', '`.5` has no digit before its point: write `0.5`'],
    ['[-.5]', '-.5', '`-.5` has no digit before its point: write `-0.5`'],
    ['[1.]', '1.', '`1.` has no digit after its point: write `1.0`'],
    ['[1.e5]', '1.e5', '`1.e5` has no digit after its point: write `1.0e5`'],
    ['[1e+]', '1e+', '`1e+` has an exponent without digits: add them'],
    ['[0x1F]', '0x1F', '`0x1F` is hexadecimal, which JSON does not allow: write `31`, or put it in quotes'],
    ['[0b101]', '0b101', '`0b101` is binary, which JSON does not allow: write `5`, or put it in quotes'],
    ['[0o17]', '0o17', '`0o17` is octal, which JSON does not allow: write `15`, or put it in quotes'],
    ['[1_000]', '1_000', '`1_000` has underscores, which JSON does not allow: write `1000`'],
    ['[12n]', '12n', '`12n` is not a JSON number: write `12`'],
    ['[-]', '-', '`-` is not a JSON number: add its digits'],
    ['{"v": 1.2.3}', '1.2.3', '`1.2.3` is not a JSON number: put it in quotes'],
    ['{"at": 2020-01-31}', '2020-01-31', '`2020-01-31` is not a JSON number: put it in quotes'],
    ['[-Infinity]', '-Infinity', '`-Infinity` is not JSON: write `null` or a string'],
    ['[NaN]', 'NaN', '`NaN` is not JSON: write `null` or a string'],
    // Words.
    ['{"a": None}', 'None', '`None` is not JSON: write `null`'],
    ['{"a": True}', 'True', '`True` is not JSON: write `true`'],
    ['[FALSE]', 'FALSE', '`FALSE` is not JSON: write `false`'],
    ['[undefined]', 'undefined', '`undefined` is not JSON: write `null`, or omit the property'],
    ['[tru]', 'tru', '`tru` is not JSON: did you mean `true`?'],
    ['{"a": active}', 'active', '`active` is not JSON: put it in quotes'],
    ['[toString]', 'toString', '`toString` is not JSON: put it in quotes'],
    ['[1, ...]', '...', '`...` is not JSON: write the omitted values, or remove it'],
    ['{"a": 1, \u2026}', '\u2026', '`\u2026` is not JSON: write the omitted values, or remove it'],
    ['{"a": {{ id }}}', '{{ id }}', 'a placeholder is not JSON: put it in quotes'],
    ['{"a": <id>}', '<id>', 'a placeholder is not JSON: put it in quotes'],
    ['[${id}]', '${id}', 'a placeholder is not JSON: put it in quotes'],
    // Names and quotes.
    ['{a: 1}', 'a', 'JSON property names need double quotes: write `"a"`'],
    ['{"a": 1, b c : 2}', 'b c', 'JSON property names need double quotes: write `"b c"`'],
    ['{1: 2}', '1', 'JSON property names need double quotes: write `"1"`'],
    ['{null: 2}', 'null', 'JSON property names need double quotes: write `"null"`'],
    ['{1}', '1', 'expected a property name in double quotes, got `1`'],
    ["{'a': 1}", "'a'", 'JSON strings need double quotes: replace the single quotes'],
    ['[\'say "hi"\']', '\'say "hi"\'', 'JSON strings need double quotes: replace the single quotes'],
    ['[`a`]', '`a`', 'JSON strings need double quotes: replace the backquotes'],
    ['{\u201ca\u201d: 1}', '\u201ca\u201d', CURLY],
    ['[\u2018a\u2019]', '\u2018a\u2019', CURLY],
    ['{"a\u201d: 1}', '"a\u201d: 1}', 'a string is not closed: replace `\u201d` by a straight double quote'],
    ['["abc]', '"abc]', 'a string is not closed: add its closing quote on this line'],
    ['{"a": "say "hi""}', '"', 'a quote inside a string must be escaped: write `\\"`'],
    ['{\\"a\\": 1}', '\\', 'a backslash is allowed only in a string: remove it'],
    // Inside strings.
    ['["a\tb"]', '\t', 'a tab in a string must be escaped: write `\\t`'],
    ['["a\u0001b"]', '\u0001', 'the control character U+0001 in a string must be escaped: write `\\u0001`'],
    ['["a\u0000b"]', '\u0000', 'the control character U+0000 in a string must be escaped: write `\\u0000`'],
    [
      '["\\\\ \\x41"]',
      '\\x',
      '`\\x` is not a JSON escape: write `\\\\` for a backslash, or `\\u` with four hexadecimal digits',
    ],
    ['["it\\\'s"]', "\\'", "`\\'` is not a JSON escape: write `'`"],
    ['["\\u12G4"]', '\\u12', '`\\u12` needs four hexadecimal digits after \\u'],
    ['["a\\\nb"]', '\\\n', 'a string must end on its line: write a line break as `\\n`'],
    // Characters that nobody sees.
    ['\u00a0{}', '\u00a0', 'the invisible character U+00A0 is not JSON: replace it by a space'],
    ['[1,\u200b2]', '\u200b', 'the invisible character U+200B is not JSON: remove it'],
    ['{\ufeff}', '\ufeff', 'the invisible character U+FEFF is not JSON: remove it'],
    ['[\u0000]', '\u0000', 'the invisible character U+0000 is not JSON: remove it'],
    ['{"a": \u{1F600}}', '\u{1F600}', 'expected a value after the colon, got `\u{1F600}`'],
  ])('%j is malformed at %j', (text, found, message) => {
    expect(problemsOf(text)).toEqual([{ kind: 'malformed', found, message }]);
    expect(readStrictJson(text, DEPTH).value).toBeUndefined();
  });

  test('a long word is cut, and not inside an emoji', () => {
    expect(problemsOf(`[${'a'.repeat(39)}\u{1F600}${'b'.repeat(5000)}]`)).toMatchObject([
      { message: `\`${'a'.repeat(39)}\u2026\` is not JSON: put it in quotes` },
    ]);
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

  test('after a string without a closing quote is counted from the next line', () => {
    for (const end of ['\n', '\r'])
      expect(readStrictJson(`["a${end}[[[[", "\\"[[["]`, 3).problems).toEqual([
        { kind: 'too-deep', limit: 3, span: [6, 7] },
      ]);
    expect(readStrictJson('["\\"[[[[", [[]]]', 3).problems).toEqual([]);
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

  test.each([5000, 1_000_000])('%d brackets next to each other are not deep', (count) => {
    expect(readStrictJson(`[${'[],'.repeat(count)}[]]`, DEPTH).problems).toEqual([]);
  });

  test.each([
    ['after many others', `[${'[],'.repeat(1_000_000)}${'['.repeat(DEPTH)}`, 3_000_001 + DEPTH - 1],
    ['in a text that is not JSON', `{"a": ${'['.repeat(DEPTH)}`, 6 + DEPTH - 1],
    [
      'in a text that repeats a property',
      `{"a": ${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}, "a": 1}`,
      6 + DEPTH - 1,
    ],
  ])('that is too deep is found %s', (_, text, at) => {
    expect(readStrictJson(text, DEPTH)).toEqual({
      value: undefined,
      problems: [{ kind: 'too-deep', limit: DEPTH, span: [at, at + 1] }],
    });
  });
});
