import { describe, expect, test } from '@jest/globals';
import type { AlsoSaid, Finding, RelatedPlace } from '../../src/model/findings/finding';
import { formatFindings, mostPlaces } from '../../src/reporters/pretty/format-findings';
import { joinAlike } from '../../src/reporters/join-alike';
import { createJsonSource } from '../../src/text/json/json-source';
import { findingAt } from './results';

const source = createJsonSource('a.json', '{\n  "a": 1\n}\n');
const sketch = { ruleId: 'a-claim', severity: 'error', message: 'wrong' } as const;

function textWith(also: readonly AlsoSaid[], clients?: string): string | undefined {
  const finding = findingAt(source, 'value /a', {
    ...sketch,
    also,
    ...(clients === undefined ? {} : { clients }),
  });
  return formatFindings([finding], { color: false }).split('\n')[6];
}

function whole(file: string, rest: Partial<Finding> = {}): Finding {
  const { excerpt: _, ...finding } = findingAt(source, '0-0', sketch);
  return { ...finding, file, ...rest };
}

function placeLines(file: string, related: readonly RelatedPlace[]): readonly string[] {
  return formatFindings([whole(file, { related })], { color: false, most: 10 })
    .split('\n')
    .slice(4);
}

describe('the text of findings', () => {
  test('puts the message and the code in one column, whatever the digits of the position', () => {
    const ten = createJsonSource('b.json', `${'\n'.repeat(9)}{"a":          1}`);
    const findings = [
      findingAt(ten, 'value /a', sketch),
      findingAt(ten, '0-0', { ...sketch, severity: 'info' }),
    ];
    expect(formatFindings(findings, { color: false })).toBe(
      [
        'b.json',
        '',
        '  10:16  error  a-claim   /a',
        '         wrong',
        '    10 | {"a":          1}',
        '       |                ^',
        '',
        '   1:1   info   a-claim',
        '         wrong',
        '     1 |',
        '       | ^',
      ].join('\n'),
    );
  });

  test.each([
    ['a.show', 'a.json   contract a.show'],
    ['a.show, a.index', 'a.json   contracts a.show, a.index'],
  ])('names what a file serves: %s', (contract, heading) => {
    const contracts = new Map([[source.name, contract]]);
    const text = formatFindings([findingAt(source, 'value /a', sketch)], {
      color: false,
      contracts,
    });
    expect(text.split('\n')[0]).toBe(heading);
  });

  test('leaves the code out where the text is not known', () => {
    const { excerpt: _, ...finding } = findingAt(source, 'value /a', sketch);
    expect(formatFindings([finding], { color: false })).toBe(
      'a.json\n\n  2:8  error  a-claim   /a\n       wrong',
    );
  });

  test('is empty without findings', () => {
    expect(formatFindings([], { color: true })).toBe('');
  });

  test.each<[string, readonly AlsoSaid[], string | undefined, string | undefined]>([
    ['nothing else', [], undefined, undefined],
    ['the clients', [], 'gophercloud fails', '       gophercloud fails'],
    ['a keyword', [{ ruleId: 's', keyword: 'enum' }], undefined, '       (schema: enum)'],
    [
      'clients and keywords, each once',
      [
        { ruleId: 's', keyword: 'enum' },
        { ruleId: 's', keyword: 'enum' },
        { ruleId: 's', keyword: 'type' },
      ],
      'x fails',
      '       x fails   (schema: enum, type)',
    ],
    [
      'another rule, but not its own',
      [{ ruleId: 'id-form' }, { ruleId: 'a-claim' }, { ruleId: 's', keyword: 'pattern' }],
      undefined,
      '       (schema: pattern; also: id-form)',
    ],
  ])('says %s below the code', (_, also, clients, line) => {
    expect(textWith(also, clients)).toBe(line);
  });

  test('does not repeat the keyword of the finding below the code', () => {
    const also = [
      { ruleId: 's', keyword: 'type' },
      { ruleId: 's', keyword: 'enum' },
    ];
    const finding = { ...findingAt(source, 'value /a', sketch), keyword: 'type', also };
    expect(formatFindings([finding], { color: false })).toMatch(/\n {7}\(schema: enum\)$/);
  });

  const files = Array.from({ length: 14 }, (_, index) => `s/${String(index).padStart(2, '0')}.json`);
  const [first = '', ...others] = files;

  test('lists the first ten files of a joined finding and counts the others, and lists all with --verbose', () => {
    const joined = joinAlike(files.map((file) => whole(file)));
    const lines = (most: number | undefined) => formatFindings(joined, { color: false, most }).split('\n');
    const head = [first, '', '  1:1  error  a-claim', '       wrong'];
    const all = others.map((file) => `       also in ${file}`);
    expect(lines(mostPlaces(false))).toEqual([
      ...head,
      ...all.slice(0, 10),
      '       and 3 more places: --verbose lists them',
    ]);
    expect(lines(mostPlaces(true))).toEqual([...head, ...all]);
  });

  test('counts the related places after ten as well, and not where there are ten', () => {
    const related = others.map((file) => ({ ...whole(file), message: 'not checked' }));
    const all = others.map((file) => `       see ${file}:1:1  not checked`);
    expect(placeLines(first, related)).toEqual([
      ...all.slice(0, 10),
      '       and 3 more places: --verbose lists them',
    ]);
    expect(placeLines(first, related.slice(0, 11)).at(-1)).toBe(
      '       and 1 more place: --verbose lists them',
    );
    expect(placeLines(first, related.slice(0, 10))).toEqual(all.slice(0, 10));
  });

  test('names a joined response by its URL, and spells out unprintable characters', () => {
    const urls = ['http://a/', 'http://a/v2/\u202e'].map((file) => whole(file));
    expect(formatFindings(joinAlike(urls), { color: false })).toBe(
      ['http://a/', '', '  error  a-claim', '  wrong', '  also at http://a/v2/<U+202E>'].join('\n'),
    );
  });
});
