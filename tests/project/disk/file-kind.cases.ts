import { execFileSync } from 'node:child_process';
import fs, { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, jest, test } from '@jest/globals';

import { fileKind } from '../../../src/project/disk/file-kind';
import { tempProject } from '../../engine/temp-project';

afterEach(() => {
  jest.restoreAllMocks();
});

test.each([
  ['file', 'file'],
  ['folder', 'folder'],
  ['pipe', 'special'],
  ['to-file', 'file'],
  ['to-folder', 'folder'],
  ['to-nothing', 'nothing'],
  ['to-itself', 'loop'],
  ['nowhere', 'nothing'],
  ['file/below', 'nothing'],
  ['nul\0', 'nothing'],
  ['x'.repeat(300), 'nothing'],
])('%j leads to: %s', (name, kind) => {
  const root = tempProject({ file: '' });
  mkdirSync(join(root, 'folder'));
  execFileSync('mkfifo', [join(root, 'pipe')]);
  symlinkSync('file', join(root, 'to-file'));
  symlinkSync('folder', join(root, 'to-folder'));
  symlinkSync('elsewhere', join(root, 'to-nothing'));
  symlinkSync('to-itself', join(root, 'to-itself'));
  expect(fileKind(join(root, name))).toBe(kind);
});

describe('without permission', () => {
  test('a path that cannot be examined is locked', () => {
    jest.spyOn(fs, 'statSync').mockImplementation(denied);
    expect(fileKind('anything')).toBe('locked');
  });

  test('a folder that cannot be listed is locked', () => {
    const root = tempProject({ 'folder/file': '' });
    jest.spyOn(fs, 'accessSync').mockImplementation(denied);
    expect(fileKind(join(root, 'folder'))).toBe('locked');
    expect(fileKind(join(root, 'folder', 'file'))).toBe('file');
  });
});

function denied(): never {
  throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
}
