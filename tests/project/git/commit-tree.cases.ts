import { describe, expect, test } from '@jest/globals';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openCommitTree } from '../../../src/project/git/commit-tree';
import { DISK } from '../../../src/project/tree/disk-tree';
import { GitBlobs } from '../../../src/project/git/git-blobs';
import { tempProject } from '../../engine/temp-project';
import { commitAll, gitProject } from './git-project';

const FILES = {
  'contracts.yaml': 'a: 1\n',
  'api/a.json': { a: 1 },
  'api/b/c.json': 'c',
  'api/b/.hidden.json': 'h',
  'api/.hidden/d.json': 'd',
  'api/node_modules/e.json': 'e',
  'api/über "x"\n.json': 'ü',
  'other.txt': 'text',
};

function treeOf(cwd: string, folder = cwd) {
  return openCommitTree(folder, 'HEAD', new GitBlobs(folder));
}

describe('a tree of a commit', () => {
  test('lists and reads what the disk had, also after the disk has changed', () => {
    const cwd = gitProject(FILES);
    const paths = ['', 'api', 'api/b', 'api/a.json', 'gone', 'api/a.json/x', '../x', 'apix'].map((path) =>
      join(cwd, path),
    );
    const look = (tree: typeof DISK) => ({
      kinds: paths.map(tree.kind),
      lists: ['', 'api', 'api/b'].flatMap((path) =>
        [true, false].map((hidden) => tree.list(join(cwd, path), ['.json'], { hidden })),
      ),
      names: ['', 'api', 'gone'].map((path) => tree.namesIn(join(cwd, path)).toSorted()),
      texts: Object.keys(FILES).map((path) => tree.read(join(cwd, path), 100)),
      real: tree.realPath(join(cwd, 'api/a.json')),
    });
    const before = look(DISK);
    expect(look(treeOf(cwd))).toEqual(before);
    for (const path of Object.keys(FILES)) rmSync(join(cwd, path));
    expect(look(treeOf(cwd))).toEqual(before);
  });

  test('knows paths in a sub-folder, and those above it in the repository', () => {
    const cwd = gitProject(FILES);
    const tree = treeOf(cwd, join(cwd, 'api'));
    expect(tree.read(join(cwd, 'api/a.json'), 100).text).toBe('{"a":1}\n');
    expect(tree.read(join(cwd, 'other.txt'), 100).text).toBe('text');
    expect(tree.kind(cwd)).toBe('folder');
    expect(tree.kind(join(cwd, '..'))).toBe('nothing');
  });

  test('knows paths through a link to the working folder', () => {
    const cwd = gitProject(FILES);
    const link = join(tempProject({}), 'link');
    symlinkSync(cwd, link);
    expect(treeOf(link).read(join(link, 'other.txt'), 100).text).toBe('text');
  });

  test('says why a file cannot be read', () => {
    const cwd = gitProject({ ...FILES, 'large.json': '"0123456789"' });
    symlinkSync('a.json', join(cwd, 'api/link.json'));
    writeFileSync(join(cwd, 'bytes.json'), Buffer.from([0xff, 0xfe, 0x00]));
    commitAll(cwd);
    const tree = treeOf(cwd);
    const problemOf = (path: string) => tree.read(join(cwd, path), 10).problems[0];
    expect(problemOf('gone.json')).toMatchObject({ reason: 'there is no such file' });
    expect(problemOf('large.json')).toEqual({ kind: 'too-large', bytes: 12, limit: 10 });
    expect(problemOf('api/link.json')).toMatchObject({ kind: 'unreadable' });
    expect(problemOf('bytes.json')).toEqual(DISK.read(join(cwd, 'bytes.json'), 10).problems[0]);
    expect([...tree.unread].map(([path, reason]) => [path.slice(cwd.length + 1), reason])).toEqual([
      ['large.json', 'it has 12 bytes, more than the limit of 10'],
      ['api/link.json', 'it is a symbolic link, which is not followed in a commit'],
    ]);
  });
});
