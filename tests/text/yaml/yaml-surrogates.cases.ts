import { expect, test } from '@jest/globals';

import { readYaml, readYamlStream } from '../../../src/text/yaml/yaml-source';

test.each<[string, readonly (readonly [pointer: string, escape: string, written: string])[]]>([
  [String.raw`a: "\ud83d"`, [['/a', '\\ud83d', String.raw`"\ud83d"`]]],
  [String.raw`- b: [x, "y\uDE00"]`, [['/0/b/1', '\\uDE00', String.raw`"y\uDE00"`]]],
  [String.raw`"\ud800": 1`, [['/\ud800', '\\ud800', String.raw`"\ud800"`]]],
  [String.raw`a: "\U0000d83d"`, [['/a', '\\U0000d83d', String.raw`"\U0000d83d"`]]],
  [String.raw`a: &x "\ud83d\ud83d\ude00"`, [['/a', '\\ud83d', String.raw`"\ud83d\ud83d\ude00"`]]],
  [String.raw`a: "\ud83d\ude00"`, []],
  [String.raw`a: "\\ud83d"`, []],
  [String.raw`a: '\ud83d'`, []],
  [String.raw`a: \ud83d`, []],
])('%s', (text, expected) => {
  const { value, problems } = readYaml('a.yaml', text);
  expect(value).toBeDefined();
  expect(problems).toEqual(
    expected.map(([pointer, escape, written]) => {
      const start = text.indexOf(written);
      return { kind: 'lone-surrogate', escape, pointer, span: [start, start + written.length] };
    }),
  );
});

test('each document of a stream has its own, and at most 100 are reported', () => {
  const half = String.raw`"\ud83d"`;
  const readings = readYamlStream('a.yaml', `a: 1\n---\n[${`${half}, `.repeat(101)}]\n---\nb: ${half}\n`);
  expect(readings.map(({ problems }) => problems.length)).toEqual([0, 100, 1]);
});
