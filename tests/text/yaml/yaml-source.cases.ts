import { describe, expect, test } from '@jest/globals';

import type { Token } from '../../../src/model/documents/place';
import { UNREAD } from '../../../src/model/json/unread';
import { readYaml, stringifyYaml } from '../../../src/text/yaml/yaml-source';

const TEXT = `service: compute
contracts:
  versions.index:
    samples: [a.json, "b.json"]
    live: { request: GET /, status: 200 }
  empty:
list:
  - path: x
`;

/** How many parts of a value are unread. */
function unreadIn(part: unknown): number {
  if (part === UNREAD) return 1;
  return Object.values(Object(part)).reduce(
    (sum: number, inner) => sum + (typeof inner === 'object' ? unreadIn(inner) : 0),
    0,
  );
}

describe('readYaml', () => {
  const { value, source, problems } = readYaml('contracts.yaml', TEXT);

  test('reads the value', () => {
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ service: 'compute', list: [{ path: 'x' }] });
  });

  test.each<[string, Token, string, number, number]>([
    ['/service', 'value', 'compute', 1, 10],
    ['/service', 'key', 'service', 1, 1],
    ['/contracts/versions.index', 'key', 'versions.index', 3, 3],
    ['/contracts/versions.index', 'opening', 'versions.index', 3, 3],
    ['/contracts/versions.index/samples/1', 'value', '"b.json"', 4, 23],
    ['/contracts/versions.index/live', 'opening', '{', 5, 11],
    ['/contracts/empty', 'value', '', 6, 9],
    ['/list/0/path', 'value', 'x', 8, 11],
  ])('finds %s as %s', (pointer, token, found, line, column) => {
    const [range] = source.locate([{ file: 'contracts.yaml', pointer, token }]);
    expect(TEXT.slice(range?.start.offset, range?.end.offset)).toBe(found);
    expect(range?.start).toMatchObject({ line, column });
  });

  test.each([
    ['a: 1\na: 2\n', 'the property `a` appears twice: remove one'],
    ['a:\na: 2\n', 'the property `a` appears twice: remove one'],
    ['1: a\n"1": b\n', 'the property `"1"` appears twice: remove one'],
    ['"200": a\n200: b\n', 'the property `200` appears twice: remove one'],
    ['true: a\n"true": b\n', 'the property `"true"` appears twice: remove one'],
    ['a: [1\n', 'an array is not closed: expected `]`, indented by at least one space'],
    ['a: { b: [1 }\n', 'an array is not closed: expected `]`, indented by at least one space'],
    ['a: {b: 1\n', 'an object is not closed: expected `}`, indented by at least one space'],
    ['a: "b\n', 'a string is not closed: add its closing quote'],
    ['a: b: c\n', 'a value that contains a colon and a space needs quotes: add them'],
    ['a:\n  b: 1\n c: 2\n', 'this property is indented differently from those before it: align them'],
    ['a: 1\nb :c\n', 'expected a colon and a space after a property name, as in `name: value`'],
    ['a: @b\n', 'a value that starts with @ needs quotes: add them'],
    ['a: "\\q"\n', 'this backslash is not a YAML escape: use single quotes, or double the backslash'],
    ['- a\nb: 1\n', 'unexpected text after a value: remove it, or fix the indentation'],
    ['a: 1\n}\n', 'unexpected `}`: remove it'],
    ['a: *nowhere\n', 'there is no anchor `&nowhere` before this alias'],
    ['a: *b\nb: &b 1\n', 'there is no anchor `&b` before this alias'],
    ['a: &a { b: *a }\n', 'an alias inside its own anchor never ends'],
    ['a: &a { <<: *a }\n', 'an alias inside its own anchor never ends'],
    ['a: { <<: x }\n', 'the merge key `<<` needs an object or an alias of one: fix it, or quote `"<<"`'],
    ['a: { <<: [{ b: 1 }, 2] }\n', 'the merge key `<<` needs an object'],
    ['a: &a 1\nb: { <<: *a }\n', 'the merge key `<<` needs an object'],
    ['a:\n  <<:\n', 'the merge key `<<` needs an object'],
    [
      'a: &a {}\nb:\n  <<: *a\n  <<: *a\n',
      'the property `<<` appears twice: merge several objects with `<<: [*a, *b]`',
    ],
    ['a: { ? { b: 1 } : x }\n', 'expected a property name, got an object'],
    ['a: &l [1]\n? *l\n: x\n', 'expected a property name, got an array'],
    ['a: [1 [2]]\n', 'a comma belongs before this item: add it'],
  ])('reports what is wrong with %j', (text, part) => {
    const reading = readYaml('wrong.yaml', text);
    expect(reading.value).toBeUndefined();
    expect(reading.problems).toEqual([
      expect.objectContaining({ kind: 'malformed', message: expect.stringContaining(part) }),
    ]);
  });

  test.each([
    ['a: { b: $.a[*] }\n', '[', 'an array', '$.a[*]'],
    ['a: { b: $.a[?@.id == "x, y"], c: 1 }\n', '[', 'an array', '$.a[?@.id == "x, y"]'],
    ['a: [$["a"][0,1], 2]\n', '[', 'an array', '$["a"][0,1]'],
    ['a: [a-z].json\n', '[', 'an array', '[a-z].json'],
    ['a: [a]*.json\n', '[', 'an array', '[a]*.json'],
    ['a: { b: x{y}/*.json }\n', '{', 'a map', 'x{y}/*.json'],
    ['a: *.json\n', '*', 'an alias', '*.json'],
    ['a: [x, **/a]\n', '*', 'an alias', '**/a'],
    ['- *\n', '*', 'an alias', '*'],
    ['a: !b.json # c\n', '!', 'a tag', '!b.json'],
    ['a: [!b, c]\n', '!', 'a tag', '!b'],
    ['a: !**/b\r\n', '!', 'a tag', '!**/b'],
    ['a: &b.json\n', '&', 'an anchor', '&b.json'],
    ['a: |b.json\n', '|', 'a block of text', '|b.json'],
    ['a: >b\n', '>', 'a block of text', '>b'],
  ])('reports a text without quotes: %j', (text, character, what, word) => {
    const { problems: found } = readYaml('wrong.yaml', text);
    expect(found).toMatchObject([
      {
        message: `\`${character}\` begins ${what} in YAML: put \`${word}\` in quotes`,
        span: [text.indexOf(word), text.indexOf(word) + word.length],
      },
    ]);
  });

  test.each<[string, readonly [message: string, found: string][]]>([
    ['const: .inf\n', [['`.inf` is not a JSON value: use a number, put it in quotes, or omit it', '.inf']]],
    [
      'a: [-.INF, .NaN]\n',
      [
        ['`-.INF` is not a JSON value: use a number, put it in quotes, or omit it', '-.INF'],
        ['`.NaN` is not a JSON value: use a number, put it in quotes, or omit it', '.NaN'],
      ],
    ],
    ['.inf: 1\n', [['`.inf` is not a JSON value: use a number, put it in quotes, or omit it', '.inf']]],
    [
      'a: !!float .nan\n',
      [['`.nan` is not a JSON value: use a number, put it in quotes, or omit it', '.nan']],
    ],
    [
      'a: !!binary aGk=\n',
      [['the tag `!!binary` is not JSON: remove it, and the Base64 text is a string', '!!binary']],
    ],
    [
      'a: !!binary |\n  aGk=\n',
      [['the tag `!!binary` is not JSON: remove it, and the Base64 text is a string', '!!binary']],
    ],
    [
      'a: !!timestamp 2020-01-01\n',
      [['the tag `!!timestamp` is not JSON: remove it, and the value is a string', '!!timestamp']],
    ],
    [
      '%YAML 1.1\n---\na: 2020-01-01\n',
      [['`2020-01-01` is a timestamp, not a JSON value: put it in quotes', '2020-01-01']],
    ],
    ['a: !!omap\n  - b: 1\n', [['the tag `!!omap` is not JSON: write an object', '!!omap']]],
    ['a: !!set { b, c }\n', [['the tag `!!set` is not JSON: write an array of its items', '!!set']]],
    ['a: &x !foo bar\nb: *x\n', [['the tag `!foo` is not JSON: remove it', '!foo']]],
    ['a: !foo &x # why\n  b: 1\n', [['the tag `!foo` is not JSON: remove it', '!foo']]],
    [
      'a: [!b,!c 1]\n',
      [
        ['`!` begins a tag in YAML: put `!b` in quotes', '!b'],
        ['the tag `!c` is not JSON: remove it', '!c'],
      ],
    ],
    [
      '!<tag:example.com,2000:x> a: 1\n',
      [['the tag `!<tag:example.com,2000:x>` is not JSON: remove it', '!<tag:example.com,2000:x>']],
    ],
    ['a: !!pairs [b: 1]\n', [['the tag `!!pairs` is not JSON: write an array of arrays', '!!pairs']]],
    ['a: !!int 1_000\n', [['the tag `!!int` does not fit its value: write `1000`', '!!int']]],
    ['a: !!float +1_0.5\n', [['the tag `!!float` does not fit its value: write `10.5`', '!!float']]],
    ['a: !!int x\n', [['the tag `!!int` does not fit its value: fix the value, or remove the tag', '!!int']]],
    [
      'a: !!float x\n',
      [['the tag `!!float` does not fit its value: fix the value, or remove the tag', '!!float']],
    ],
    [
      'a: !!map [1]\n',
      [['the tag `!!map` does not fit its value: fix the value, or remove the tag', '!!map']],
    ],
  ])('reports what JSON does not have in %j', (text, expected) => {
    const reading = readYaml('wrong.yaml', text);
    expect(
      reading.problems.map((problem) => [
        'message' in problem ? problem.message : problem.kind,
        'span' in problem ? text.slice(...problem.span) : '',
      ]),
    ).toEqual(expected);
  });

  test.each<[string, unknown, readonly string[]]>([
    ['a: .inf\nb: 2\n', { a: UNREAD, b: 2 }, ['/a']],
    ['a: [1, !!binary aGk=, 3]\n', { a: [1, UNREAD, 3] }, ['/a/1']],
    ['a: !!set { b }\nb: { c: !foo [x, .nan] }\n', { a: UNREAD, b: { c: UNREAD } }, ['/a', '/b/c']],
    ['a: &x !foo { b: 1 }\nb: *x\nc: { <<: *x, d: 1 }\n', { a: UNREAD, b: UNREAD, c: UNREAD }, ['/a']],
    ['a: !b.json\nb: 1\n', { a: UNREAD, b: 1 }, ['/a']],
    ['%YAML 1.1\n---\na: 2020-01-01\nb: 1_000\n', { a: UNREAD, b: 1000 }, ['/a']],
  ])('reads the rest of %j', (text, expected, pointers) => {
    const reading = readYaml('wrong.yaml', text);
    expect(reading.value).toEqual(expected);
    expect(unreadIn(reading.value)).toBe(unreadIn(expected));
    expect(
      reading.problems.map((problem) => ('pointer' in problem ? problem.pointer : problem.kind)),
    ).toEqual(pointers);
  });

  test.each(['.inf: 1\na: 2\n', '!!binary aGk=\n', '!foo { a: 1 }\n', '[x]: 1\na: .inf\n'])(
    'reads nothing of %j',
    (text) => {
      expect(readYaml('wrong.yaml', text).value).toBeUndefined();
    },
  );

  test('of many such values, the first hundred are reported, and none is read', () => {
    const reading = readYaml('wrong.yaml', `a: [${'.nan, '.repeat(150)}]\n`);
    expect(reading.problems).toHaveLength(100);
    expect(unreadIn(reading.value)).toBe(150);
  });

  test.each([
    ['a: !!float 5\n', { a: 5 }],
    ['a: !!float "-1e3"\n', { a: -1000 }],
    ['a: !!int "5"\nb: !!bool "true"\nc: !!null\nd: !!str 5\n', { a: 5, b: true, c: null, d: '5' }],
    ['a: !!map { b: !!seq [1] }\nc: ! 5\n', { a: { b: [1] }, c: '5' }],
    [
      'a: ".inf"\nb: x .nan\nc: "!foo"\nd: no !foo\ne: .info\nf: 2020-01-01\n',
      { a: '.inf', b: 'x .nan', c: '!foo', d: 'no !foo', e: '.info', f: '2020-01-01' },
    ],
  ])('reads %j as the values that JSON has', (text, expected) => {
    expect(readYaml('api.yaml', text)).toMatchObject({ value: expected, problems: [] });
  });

  test('a tagged number keeps its digits', () => {
    const { exact } = readYaml('api.yaml', 'a: !!float 12345678901234567891\n');
    expect(String(Object(exact).a)).toBe('12345678901234567891');
  });

  test('property names that are numbers are read as strings, without a problem', () => {
    expect(readYaml('api.yaml', '200: ok\n')).toMatchObject({ value: { 200: 'ok' }, problems: [] });
  });

  test('aliases that expand exponentially are rejected', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef'])
      bomb.push(`${to}: &${to} [${`*${from},`.repeat(8)}*${from}]`);
    expect(readYaml('bomb.yaml', `${bomb.join('\n')}\n`).problems).toEqual([
      {
        kind: 'malformed',
        message: 'its aliases expand to too many values: use fewer aliases',
        span: [176, 178],
      },
    ]);
  });

  test('so are merges', () => {
    const bomb = ['a: &a { k: [x,x,x,x,x,x,x,x,x] }'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg'])
      bomb.push(
        `${to}: &${to} { ${'rstuvwxyz'
          .split('')
          .map((key) => `${key}: { <<: *${from} }`)
          .join(', ')} }`,
      );
    expect(readYaml('bomb.yaml', `${bomb.join('\n')}\n`).problems).toMatchObject([
      { message: 'its aliases expand to too many values: use fewer aliases' },
    ]);
    const chain = ['a: &a { k: 1 }'];
    for (let index = 0; index < 200; index += 1) {
      const from = index === 0 ? 'a' : `a${index - 1}`;
      chain.push(`a${index}: &a${index} { <<: [${`*${from}, `.repeat(8)}*${from}] }`);
    }
    const chained = readYaml('chain.yaml', `${chain.join('\n')}\n`);
    expect(chained).toMatchObject({ problems: [], value: { a199: { k: 1 } } });
    const places = ['/a199/k', '/a199/none'].map((pointer) => ({
      file: 'chain.yaml',
      pointer,
      token: 'value' as const,
    }));
    expect(chained.source.locate(places)).toMatchObject([
      { start: { line: 201 }, behind: { start: { line: 1, column: 12 }, anchor: 'a198' } },
      { start: { line: 1, column: 1 } },
    ]);
  });

  test('an anchor may be used often', () => {
    const uses = Array.from({ length: 500 }, (_, index) => `u${index}: { <<: *a, i: *i }`);
    expect(readYaml('often.yaml', ['a: &a { k: 1 }', 'i: &i 2', ...uses, ''].join('\n'))).toMatchObject({
      problems: [],
      value: { u499: { k: 1, i: 2 } },
    });
  });
});

const MERGED = `base: &base
  type: string
  maxLength: 5
more: &more { <<: *base, minLength: 2, type: integer }
both:
  <<: [*more, *base]
  maxLength: 7
  "<<": quoted
inline: { <<: { a: 1 }, b: *base }
list: [*more]
text: &text hello
again: *text
`;

describe('merge keys and aliases', () => {
  const { value, source, problems } = readYaml('merged.yaml', MERGED);

  test('are resolved: an own property wins, then the first merged one', () => {
    expect(problems).toEqual([]);
    const base = { type: 'string', maxLength: 5 };
    const more = { type: 'integer', maxLength: 5, minLength: 2 };
    expect(value).toEqual({
      base,
      more,
      both: { type: 'integer', maxLength: 7, minLength: 2, '<<': 'quoted' },
      inline: { a: 1, b: base },
      list: [more],
      text: 'hello',
      again: 'hello',
    });
  });

  test.each<
    [
      pointer: string,
      token: Token,
      found: string,
      line: number,
      column: number,
      behind: [string, number, number, string] | undefined,
    ]
  >([
    ['/more/type', 'value', 'integer', 4, 46, undefined],
    ['/more/maxLength', 'value', '*base', 4, 19, ['5', 3, 14, 'base']],
    ['/more/maxLength', 'key', '*base', 4, 19, ['maxLength', 3, 3, 'base']],
    ['/both/maxLength', 'value', '7', 7, 14, undefined],
    ['/both/minLength', 'value', '*more', 6, 8, ['2', 4, 37, 'more']],
    ['/both/type', 'value', '*more', 6, 8, ['integer', 4, 46, 'more']],
    ['/both/<<', 'value', 'quoted', 8, 9, undefined],
    ['/inline/a', 'value', '1', 9, 20, undefined],
    ['/inline/b', 'opening', '*base', 9, 28, ['&base', 1, 7, 'base']],
    ['/inline/b/type', 'value', '*base', 9, 28, ['string', 2, 9, 'base']],
    ['/list/0/maxLength', 'value', '*more', 10, 8, ['5', 3, 14, 'more']],
    ['/list/0/none', 'value', '', 1, 1, undefined],
    ['/again', 'value', '*text', 12, 8, ['hello', 11, 13, 'text']],
    ['/again', 'key', 'again', 12, 1, undefined],
  ])('%s as %s is found at %s', (pointer, token, found, line, column, behind) => {
    const [range] = source.locate([{ file: 'merged.yaml', pointer, token }]);
    expect(MERGED.slice(range?.start.offset, range?.end.offset)).toBe(found);
    expect(range?.start).toMatchObject({ line, column });
    const written = range?.behind;
    const text = MERGED.slice(written?.start.offset ?? 0, written?.end.offset ?? 0);
    expect(written && [text, written.start.line, written.start.column, written.anchor]).toEqual(behind);
  });

  test('an alias means the last anchor of its name before it', () => {
    expect(readYaml('two.yaml', 'a: &x 1\nb: *x\nc: &x { d: 2 }\ne: { <<: *x, f: *x }\n').value).toEqual({
      a: 1,
      b: 1,
      c: { d: 2 },
      e: { d: 2, f: { d: 2 } },
    });
  });

  test('a property named __proto__ stays one', () => {
    const reading = readYaml('proto.yaml', 'a: &a { __proto__: 1 }\nb: { <<: *a }\n');
    expect(JSON.stringify(reading.value)).toBe('{"a":{"__proto__":1},"b":{"__proto__":1}}');
  });
});

test('stringifyYaml quotes strings that YAML would read as other types', () => {
  expect(stringifyYaml({ microversion: '2.10' })).toBe('microversion: "2.10"\n');
});
