import { execFileSync } from 'node:child_process';
import fs, { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, jest, test } from '@jest/globals';

import { readTextFile } from '../../../src/project/disk/read-text-file';
import { tempProject } from '../../engine/temp-project';

afterEach(() => {
  jest.restoreAllMocks();
});

test('a file of exactly the limit is read, and one byte more is not', () => {
  const path = join(tempProject({ 'x.json': '"é"' }), 'x.json');
  expect(readTextFile(path, 4)).toEqual({ text: '"é"', problems: [] });
  const read = jest.spyOn(fs, 'readFileSync');
  expect(readTextFile(path, 3)).toEqual({
    text: '',
    problems: [{ kind: 'too-large', bytes: 4, limit: 3 }],
  });
  expect(read).not.toHaveBeenCalled();
});

test('reports bytes that are not UTF-8, and returns the text as far as it can be decoded', () => {
  const root = tempProject({});
  writeFileSync(join(root, 'x.json'), Buffer.from([0x22, 0xe9, 0x22]));
  expect(readTextFile(join(root, 'x.json'), 100)).toEqual({
    text: '"\uFFFD"',
    problems: [{ kind: 'not-utf-8', byteOffset: 1, span: [1, 2] }],
  });
});

test.each<readonly [string, Buffer, ReturnType<typeof readTextFile>['problems']]>([
  ['ASCII', Buffer.from('"a"'), []],
  ['UTF-8', Buffer.from('"é \u{1F600}"'), []],
  ['UTF-8 with a byte order mark', Buffer.from('\uFEFF"a"'), [{ kind: 'byte-order-mark', span: [0, 1] }]],
  ['UTF-16', Buffer.from('"a"', 'utf16le'), [{ kind: 'utf-16', span: [0, 1] }]],
  ['Latin-1', Buffer.from('"é"', 'latin1'), [{ kind: 'not-utf-8', byteOffset: 1, span: [1, 2] }]],
])('a large file in %s is read like a small one', (_, start, problems) => {
  const root = tempProject({});
  const bytes = Buffer.concat([start, Buffer.alloc(1_000_000, ' ')]);
  for (const [name, content] of [
    ['small.json', start],
    ['large.json', bytes],
  ] as const) {
    writeFileSync(join(root, name), content);
    const text = content.toString('utf8');
    expect(readTextFile(join(root, name), bytes.length)).toEqual({ text, problems });
  }
});

describe('a path that is not a readable file gives a problem, never an exception', () => {
  test.each([
    ['nowhere', 'there is no such file'],
    ['file/below', 'there is no such file'],
    ['nul\0', 'there is no such file'],
    ['x'.repeat(300), 'there is no such file'],
    ['folder', 'it is a folder, not a file'],
    ['dangling', 'there is no such file'],
    ['loop', 'its symbolic links form a loop'],
    ['pipe', 'it is not a regular file'],
  ])('%j: %s', (name, reason) => {
    const root = tempProject({ file: '' });
    mkdirSync(join(root, 'folder'));
    symlinkSync('elsewhere', join(root, 'dangling'));
    symlinkSync('loop', join(root, 'loop'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect(readTextFile(join(root, name), 100)).toEqual({
      text: '',
      problems: [{ kind: 'unreadable', reason, remedy: expect.stringMatching(/./) }],
    });
  });

  test.each([
    ['EACCES', 'permission denied'],
    ['EPERM', 'permission denied'],
    ['EIO', 'EIO: injected'],
  ])('%s: %s', (code, reason) => {
    jest.spyOn(fs, 'readFileSync').mockImplementation(() => {
      throw Object.assign(new Error(`${code}: injected`), { code });
    });
    const path = join(tempProject({ file: 'x' }), 'file');
    expect(readTextFile(path, 100)).toMatchObject({ text: '', problems: [{ kind: 'unreadable', reason }] });
  });
});
