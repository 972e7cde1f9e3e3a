import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { pathsThrough, realPath } from '../../../src/project/disk/real-path';
import { tempProject } from '../../engine/temp-project';

/** A folder with links to a file, to a folder, to a link, to nothing, and in a loop. */
function linked(): string {
  const root = tempProject({ 'real/deep/a.json': {}, 'other/x': '' });
  symlinkSync('real', join(root, 'link'));
  symlinkSync(join(root, 'link', 'deep'), join(root, 'other', 'deeper'));
  symlinkSync('../real/deep/a.json', join(root, 'other', 'file.json'));
  symlinkSync('gone', join(root, 'dangling'));
  symlinkSync('loop', join(root, 'loop'));
  mkdirSync(join(root, 'real', 'empty'));
  return root;
}

describe('realPath follows', () => {
  test.each([
    ['no link', 'real/deep/a.json', 'real/deep/a.json'],
    ['a link to a folder', 'link/deep/a.json', 'real/deep/a.json'],
    ['links through links', 'other/deeper/a.json', 'real/deep/a.json'],
    ['a link to a file', 'other/file.json', 'real/deep/a.json'],
    ['links on the way to what does not exist', 'link/deep/gone/b.json', 'real/deep/gone/b.json'],
    ['a loop nowhere', 'loop/a.json', 'loop/a.json'],
  ])('%s', (_, path, expected) => {
    const root = linked();
    expect(realPath(join(root, path))).toBe(join(root, expected));
  });
});

describe('pathsThrough lists', () => {
  test.each([
    ['a path without links', 'real/deep/a.json', []],
    ['a link to a folder', 'link/deep/a.json', ['real/deep/a.json']],
    ['links through links', 'other/deeper/a.json', ['link/deep/a.json', 'real/deep/a.json']],
    ['a link to a file', 'other/file.json', ['real/deep/a.json']],
    ['a link to nothing', 'dangling', ['gone']],
    ['what does not exist behind a link', 'link/gone/b.json', ['real/gone/b.json']],
  ])('%s', (_, path, others) => {
    const root = linked();
    expect(pathsThrough(join(root, path))).toEqual([path, ...others].map((each) => join(root, each)));
  });

  test('an end of a loop', () => {
    const root = linked();
    expect(new Set(pathsThrough(join(root, 'loop/a.json')))).toEqual(new Set([join(root, 'loop/a.json')]));
  });
});
