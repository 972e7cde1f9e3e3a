import { describe, expect, test } from '@jest/globals';

import type { Token } from '../../src/model/place';
import { readYaml, stringifyYaml } from '../../src/text/yaml-source';

const TEXT = `service: compute
contracts:
  versions.index:
    samples: [a.json, "b.json"]
    live: { request: GET /, status: 200 }
  empty:
list:
  - path: x
`;

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
    ['a: [1\n', 'flow sequence in block collection'],
    ['a: *nowhere\n', 'nowhere'],
    ['a: { ? { b: 1 } : x }\n', 'expected a property name, got an object'],
    ['a: &l [1]\n? *l\n: x\n', 'expected a property name, got an array'],
  ])('reports what is wrong with %j', (text, part) => {
    const reading = readYaml('wrong.yaml', text);
    expect(reading.value).toBeUndefined();
    expect(reading.problems).toEqual([
      expect.objectContaining({ kind: 'malformed', message: expect.stringContaining(part) }),
    ]);
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
        span: [0, 0],
      },
    ]);
  });
});

test('stringifyYaml quotes strings that YAML would read as other types', () => {
  expect(stringifyYaml({ microversion: '2.10' })).toBe('microversion: "2.10"\n');
});
