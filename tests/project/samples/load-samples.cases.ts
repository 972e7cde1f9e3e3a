import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import type { Limits } from '../../../src/model/project/limits';
import { DISK } from '../../../src/project/tree/disk-tree';
import { loadSamples, samplePaths } from '../../../src/project/samples/load-samples';
import { tempProject } from '../../engine/temp-project';

const LIMITS: Limits = { fileSize: 100, depth: 3, validationTime: 100 };

function samplePathsOf(root: string, files: readonly string[], cwd: string) {
  return samplePaths(root, { files, odd: [] }, { folder: root, cwd });
}

function load(paths: ReturnType<typeof samplePaths>) {
  return loadSamples(paths, new Map(), new Map(), { ...LIMITS, tree: DISK }).samples;
}

function documentOf(text: string) {
  const root = tempProject({ 'x.json': text });
  const [sample] = load(samplePathsOf(root, ['x.json'], root));
  return sample?.document;
}

test('a sample is read with its value, its name, its folder and its claims', () => {
  const cwd = tempProject({ 'api_samples/servers/v2.10/show.json': { id: '1' } });
  const paths = samplePathsOf(join(cwd, 'api_samples'), ['servers/v2.10/show.json'], cwd);
  expect(load(paths)).toEqual([
    {
      path: 'servers/v2.10/show.json',
      folder: { major: 2, minor: 10 },
      claims: [],
      document: {
        source: expect.objectContaining({
          name: 'api_samples/servers/v2.10/show.json',
          text: '{"id":"1"}\n',
        }),
        kind: 'sample',
        origin: 'samples',
        value: { id: '1' },
        problems: [],
      },
    },
  ]);
});

test.each([
  ['/root', 'a/b.json'],
  ['/', 'root/a/b.json'],
  ['/root/a', 'b.json'],
  ['/root/c/d', '../../a/b.json'],
])('from %s, a sample is named %s', (cwd, name) => {
  expect(samplePathsOf('/root', ['a/b.json'], cwd)).toEqual([
    { path: 'a/b.json', local: 'a/b.json', root: '/root', name },
  ]);
});

test('an odd file of the listing is not opened', () => {
  const odd = { path: 'x.json', reason: 'it is a folder, not a file', remedy: 'rename it' };
  const paths = samplePaths('/nowhere', { files: [], odd: [odd] }, { folder: '/nowhere', cwd: '/' });
  expect(load(paths)).toMatchObject([
    {
      path: 'x.json',
      document: {
        value: undefined,
        problems: [{ kind: 'unreadable', reason: 'it is a folder, not a file', remedy: 'rename it' }],
      },
    },
  ]);
});

test.each([
  ['a file over the limit', 'x'.repeat(101), undefined, ['too-large']],
  ['a text that is not JSON', '{', undefined, ['malformed']],
  ['deep nesting', '[[[[]]]]', undefined, ['too-deep']],
  ['a byte order mark, which does not hide the value', '\uFEFF[1]', [1], ['byte-order-mark']],
  ['a duplicate property (the last one counts)', '{"a": 1, "a": 2}', { a: 2 }, ['duplicate-key']],
])('%s is among the problems of the document', (_name, text, value, kinds) => {
  const document = documentOf(text);
  expect(document?.value).toEqual(value);
  expect(document?.problems.map(({ kind }) => kind)).toEqual(kinds);
});
