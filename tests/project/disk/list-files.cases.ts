import { execFileSync } from 'node:child_process';
import fs, { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';

import { listFiles } from '../../../src/project/disk/list-files';
import { tempProject } from '../../engine/temp-project';

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'list-files-'));
  mkdirSync(join(root, 'servers', 'v2.3'), { recursive: true });
  mkdirSync(join(root, 'folder.json'));
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'servers', 'v2.3', 'show.json'), '{}');
  writeFileSync(join(root, 'servers', 'README.md'), '');
  writeFileSync(join(root, 'node_modules', 'package.json'), '{}');
  symlinkSync('servers/v2.3/show.json', join(root, 'linked.json'));
  symlinkSync('nowhere', join(root, 'dangling.json'));
  symlinkSync('..', join(root, 'servers', 'up'));
  execFileSync('mkfifo', [join(root, 'pipe.json'), join(root, 'pipe')]);
  symlinkSync('pipe.json', join(root, 'to-pipe.json'));
  symlinkSync('nowhere', join(root, 'dangling-but-no-sample'));
  symlinkSync('loop-b.json', join(root, 'loop-a.json'));
  symlinkSync('loop-a.json', join(root, 'loop-b.json'));
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('lists files sorted, follows links to files, and reports odd files', () => {
  const { files, odd, hasLinks } = listFiles(root, ['.json']);
  expect(hasLinks).toBe(true);
  expect(files).toEqual(['linked.json', 'servers/README.md', 'servers/v2.3/show.json']);
  expect(Object.fromEntries(odd.map(({ path, reason }) => [path, reason]))).toEqual({
    'dangling.json': 'the target of this symbolic link does not exist',
    'folder.json': 'it is a folder, not a file',
    'loop-a.json': 'its symbolic links form a loop',
    'loop-b.json': 'its symbolic links form a loop',
    'pipe.json': 'it is not a regular file',
    'to-pipe.json': 'it is not a regular file',
    'servers/up': 'links to folders are not followed, so the files in this one are not checked',
  });
});

test('lists names in upper case, hidden files on request, and never .git', () => {
  const folder = tempProject({
    'UP.JSON': {},
    '.h/x.json': {},
    '.git/config.json': {},
    'node_modules/.x/y.json': {},
  });
  mkdirSync(join(folder, 'F.JSON'));
  expect(listFiles(folder, ['.json'], { hidden: true })).toEqual({
    files: ['.h/x.json', 'UP.JSON'],
    odd: [expect.objectContaining({ path: 'F.JSON' })],
    hasLinks: false,
  });
  expect(listFiles(folder, ['.json']).files).toEqual(['UP.JSON']);
});

test('reports a folder that cannot be opened, because its files are not listed', () => {
  const access = fs.accessSync;
  jest.spyOn(fs, 'accessSync').mockImplementation((path, mode) => {
    if (String(path).endsWith('v2.3')) throw Object.assign(new Error('injected'), { code: 'EACCES' });
    access(path, mode);
  });
  expect(listFiles(root, ['.json']).odd).toContainEqual({
    path: 'servers/v2.3',
    reason: 'permission to open this folder is denied, so its files are not checked',
    remedy: 'make it readable',
  });
});
