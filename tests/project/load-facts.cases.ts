import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { DEFAULT_LIMITS } from '../../src/model/project/limits';
import { DISK } from '../../src/project/tree/disk-tree';
import { loadFacts } from '../../src/project/load-facts';
import { parseDocument } from '../../src/text/parse-document';
import type { ManifestFactPlace } from '../../src/project/manifest/manifest';
import { tempProject } from '../engine/temp-project';

const SAMPLE = `{
    "version": { "version": "2.60", "ram": 512, "ids": ["a", "b"] }
}
`;

const SOURCE = `# The newest one.
_MAX = "2.60"
_OLD = "2.1"
`;

function read(
  place:
    | Readonly<Record<'sample' | 'at', string>>
    | (Readonly<Record<'file' | 'match', string>> & { readonly value?: string }),
) {
  const folder = tempProject({ 'src/version.py': SOURCE });
  writeFileSync(join(folder, 'src', 'binary.bin'), Buffer.from([0x61, 0xff]));
  writeFileSync(join(folder, 'src', 'marked.txt'), '\uFEFF2.60\n');
  const places: readonly ManifestFactPlace[] = [
    'file' in place
      ? { kind: 'file', pointer: '/facts/f/0', ...place }
      : { kind: 'sample', pointer: '/facts/f/0', ...place },
  ];
  const samples = [
    { path: 'show.json', text: SAMPLE },
    { path: 'broken.json', text: '{' },
  ].map(({ path, text }) => ({
    path,
    claims: [],
    document: parseDocument(
      { name: `api_samples/${path}`, kind: 'sample', origin: 'samples' },
      text,
      DEFAULT_LIMITS,
    ),
  }));
  const { facts, sources } = loadFacts({
    facts: [{ name: 'f', pointer: '/facts/f', places }],
    samples,
    folder: join(folder, 'src'),
    manifest: 'src/contracts.yaml',
    cwd: folder,
    limits: { ...DEFAULT_LIMITS, validationTime: 500 },
    tree: DISK,
  });
  return { source: facts[0]?.sources[0], sources };
}

describe('a place in a sample', () => {
  test.each([
    ['a string', '$.version.version', [['2.60', '/version/version']]],
    ['any other value as JSON', '$.version.ram', [['512', '/version/ram']]],
    [
      'every selected value',
      '$.version.ids[*]',
      [
        ['a', '/version/ids/0'],
        ['b', '/version/ids/1'],
      ],
    ],
  ])('gives %s', (_what, at, expected) => {
    const { source } = read({ sample: 'show.json', at });
    expect(source).toEqual({
      description: `\`${at}\` in show.json`,
      place: { file: 'src/contracts.yaml', pointer: '/facts/f/0', token: 'opening' },
      query: { sample: 'show.json', at },
      readings: expected.map(([value, pointer]) => ({
        value,
        place: { file: 'api_samples/show.json', pointer, token: 'value' },
      })),
    });
  });

  test.each([
    ['shwo.json', '$', 'there is no sample `shwo.json`: did you mean `show.json`?'],
    ['elsewhere/entirely.json', '$', 'there is no sample `elsewhere/entirely.json`'],
    ['broken.json', '$', '`broken.json` cannot be read as JSON'],
    ['show.json', '$.nothing', '`$.nothing` selects nothing in `show.json`'],
    ['show.json', 'version', /^`version` is not a JSONPath query: /],
  ])('%s, %s gives a problem: %s', (sample, at, problem) => {
    expect(read({ sample, at }).source).toMatchObject({
      readings: [],
      problem: typeof problem === 'string' ? problem : expect.stringMatching(problem),
    });
  });
});

describe('a place in a text file', () => {
  test.each([
    ['the first group', '_MAX = "(.+?)"', '2.60', [26, 30]],
    ['the whole match, where there is no group', '\\d\\.1\\b', '2.1', [40, 43]],
    ['^ and $ match at each line', '^_OLD = "(.+)"$', '2.1', [40, 43]],
  ])('gives what a pattern matches: %s', (_what, match, value, span) => {
    const { source, sources } = read({ file: 'version.py', match });
    expect(source).toMatchObject({
      readings: [{ value, place: { file: 'src/version.py', span } }],
    });
    expect(sources.map(({ name }) => name)).toEqual(['src/version.py']);
  });

  test('gives every match', () => {
    const { source } = read({ file: 'version.py', match: '"(.+?)"' });
    expect(source?.readings.map(({ value }) => value)).toEqual(['2.60', '2.1']);
  });

  test('gives a value that is made of several groups', () => {
    const match = '^_(MAX|OLD) = "(\\d+)\\.(\\d+)"';
    const { source } = read({ file: 'version.py', match, value: '$1-$2' });
    expect(source?.readings).toEqual([
      { value: 'MAX-2', place: { file: 'src/version.py', span: [26, 27] } },
      { value: 'OLD-2', place: { file: 'src/version.py', span: [40, 41] } },
    ]);
    expect(source?.problem).toBeUndefined();
  });

  test('gives the values of the other matches where a group takes no part in one', () => {
    const { source } = read({ file: 'version.py', match: '_(?:MAX|(OLD))', value: '$1' });
    expect(source).toMatchObject({
      readings: [{ value: 'OLD', place: { file: 'src/version.py', span: [33, 36] } }],
      problem: 'the group `$1` takes no part in the match "_MAX" in `src/version.py`',
    });
  });

  test('gives a problem where the value uses a group that the pattern does not have', () => {
    const { source } = read({ file: 'version.py', match: '_MAX = "(.+)"', value: '$1.$2' });
    expect(source).toMatchObject({
      readings: [],
      problem: '`$1.$2` uses the group `$2`, which `match` does not have',
    });
  });

  test('may start with a byte order mark', () => {
    for (const match of ['[\\d.]+', '^([\\d.]+)$'])
      expect(read({ file: 'marked.txt', match }).source?.readings).toMatchObject([
        { value: '2.60', place: { span: [1, 5] } },
      ]);
  });

  test.each([
    ['version.py', '_MIN = "(.+)"', '`_MIN = "(.+)"` matches nothing in `version.py`'],
    ['version.py', '(', '`(` is not a regular expression: Unterminated group'],
    ['nowhere.py', '.', '`nowhere.py` cannot be read: there is no such file; create it, or fix the path'],
    ['.', '.', '`.` cannot be read: it is a folder, not a file; rename it, or put the file in its place'],
    ['binary.bin', '.', '`binary.bin` is not valid UTF-8 at byte 1: save it as UTF-8'],
    [
      'version.py',
      '^(?:[^Z]|[^Z])+Z',
      '`^(?:[^Z]|[^Z])+Z` took longer than 500 ms: simplify it, or raise `limits.validation_time`',
    ],
  ])('%s, %s gives a problem: %s', (file, match, problem) => {
    expect(read({ file, match }).source).toMatchObject({ readings: [], problem });
  });
});
