import fs, { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, jest, test } from '@jest/globals';

import { UsageError } from '../../../src/model/usage-error';
import { findManifest, searchManifest } from '../../../src/project/manifest/find-manifest';
import { tempProject } from '../../engine/temp-project';

afterEach(() => {
  jest.restoreAllMocks();
});

/** What a search from `from` finds, relative to the top of a tree with these files. */
function search(files: Readonly<Record<string, unknown>>, from: string, home?: string): readonly string[] {
  const top = realpathSync(tempProject({ [`${from}/x`]: '', ...files }));
  const { found } = searchManifest(join(top, from), home === undefined ? undefined : join(top, home));
  return found.map((path) => path.slice(top.length + 1));
}

describe('the manifest is the nearest one, from the working folder upwards', () => {
  test.each<[string, Readonly<Record<string, unknown>>, string, readonly string[]]>([
    ['here', { 'a/contracts.yaml': '', 'contracts.yaml': '' }, 'a', ['a/contracts.yaml']],
    ['one folder above', { 'contracts.yml': '' }, 'a', ['contracts.yml']],
    ['several folders above', { 'contracts.json': '' }, 'a/b/c', ['contracts.json']],
    ['between', { 'a/contracts.yaml': '', 'contracts.yaml': '' }, 'a/b/c', ['a/contracts.yaml']],
    [
      'two in one folder',
      { 'a/contracts.yaml': '', 'a/contracts.json': '', 'contracts.yaml': '' },
      'a/b',
      ['a/contracts.yaml', 'a/contracts.json'],
    ],
    ['a broken one counts', { 'a/contracts.yaml': '{', 'contracts.yaml': '' }, 'a/b', ['a/contracts.yaml']],
    ['at the top of the repository', { '.git/HEAD': '', 'contracts.yaml': '' }, 'a/b', ['contracts.yaml']],
    ['not above a repository', { 'a/.git/HEAD': '', 'contracts.yaml': '' }, 'a/b', []],
    ['not above the top of a repository', { 'a/.git/HEAD': '', 'contracts.yaml': '' }, 'a', []],
    ['not above a submodule or a working tree', { 'a/.git': 'gitdir: x', 'contracts.yaml': '' }, 'a/b', []],
    [
      'not a folder of that name above',
      { 'a/contracts.yaml/x': '', 'contracts.json': '' },
      'a/b',
      ['contracts.json'],
    ],
    ['not other names', { 'contract.yaml': '', 'Contracts.yaml': '', 'contracts.yaml.bak': '' }, 'a/b', []],
  ])('%s', (_, files, from, found) => {
    expect(search(files, from)).toEqual(found);
  });

  test.each<[string, string, readonly string[]]>([
    ['not above the home folder', 'a/home', []],
    ['in the home folder', 'a', ['a/contracts.yaml']],
    ['above a folder that is not in the home folder', 'elsewhere', ['a/contracts.yaml']],
    ['a name that only starts like the home folder', 'a/ho', ['a/contracts.yaml']],
  ])('%s', (_, home, found) => {
    expect(search({ 'a/contracts.yaml': '' }, 'a/home/b', home)).toEqual(found);
  });

  test('the nearer of home folder and repository ends the search', () => {
    const files = { '.git/HEAD': '', 'contracts.yaml': '' };
    expect(search(files, 'a/home/b', 'a/home')).toEqual([]);
    expect(search({ 'a/b/.git/HEAD': '', 'a/contracts.yaml': '' }, 'a/b/c', 'a')).toEqual([]);
  });

  test('with the root as home folder, everything is in it', () => {
    const top = realpathSync(tempProject({ 'contracts.yaml': '', 'a/b/x': '' }));
    expect(searchManifest(join(top, 'a/b'), '/').found).toEqual([join(top, 'contracts.yaml')]);
  });

  test('through a symbolic link, upwards means the real folders', () => {
    const top = realpathSync(tempProject({ 'real/contracts.yaml': '', 'real/sub/x': '', 'other/x': '' }));
    symlinkSync('../real/sub', join(top, 'other/link'));
    expect(searchManifest(join(top, 'other/link'), undefined).found).toEqual([
      join(top, 'real/contracts.yaml'),
    ]);
  });

  test('a home folder behind a link is the same folder', () => {
    const top = realpathSync(tempProject({ 'contracts.yaml': '', 'real/sub/x': '' }));
    symlinkSync('real', join(top, 'home'));
    expect(searchManifest(join(top, 'real/sub'), join(top, 'home')).found).toEqual([]);
  });

  test('a link that leads nowhere is found, so that it is reported', () => {
    const top = realpathSync(tempProject({ 'contracts.yaml': '', 'a/b/x': '' }));
    symlinkSync('nowhere', join(top, 'a/contracts.yaml'));
    expect(searchManifest(join(top, 'a/b'), undefined).found).toEqual([join(top, 'a/contracts.yaml')]);
  });
});

describe('the search ends with a usage error', () => {
  test('that names the manifests in folders below', () => {
    const top = tempProject({
      '.git/HEAD': '',
      'packages/a/contracts.yaml': '',
      'packages/b/contracts.json': '',
      'packages/node_modules/contracts.yaml': '',
      'a/b/c/contracts.yaml': '',
    });
    expect(() => findManifest(top)).toThrow(
      new UsageError(
        'there is no contracts.yaml here or in a folder above, but there is packages/a/contracts.yaml, packages/b/contracts.json: choose one with `--manifest FILE`, or list them under `manifests:` in a contracts.yaml here',
      ),
    );
  });

  test('without a manifest', () => {
    expect(() => findManifest(tempProject({ '.git/HEAD': '' }))).toThrow(
      new UsageError(
        'there is no contracts.yaml here or in a folder above: run `samplegate init` to write one, or choose one with `--manifest FILE`',
      ),
    );
  });

  test('with two manifests in the nearest folder', () => {
    const top = tempProject({ 'contracts.yaml': '', 'contracts.yml': '', 'a/b/x': '' });
    expect(() => findManifest(join(top, 'a/b'))).toThrow(
      new UsageError(
        '`../../contracts.yaml` and `../../contracts.yml` both exist: delete one, or choose one with `--manifest FILE`',
      ),
    );
  });
});

test('a folder that cannot be searched is skipped, and named if nothing is found', () => {
  const top = realpathSync(tempProject({ 'contracts.yaml': '', 'a/b/contracts.yaml': '', 'a/b/c/x': '' }));
  const { statSync } = fs;
  jest.spyOn(fs, 'statSync').mockImplementation((path, options) => {
    if (String(path).startsWith(`${top}/a/b/contracts`))
      throw Object.assign(new Error('denied'), { code: 'EACCES' });
    return statSync(path, options);
  });
  expect(searchManifest(join(top, 'a/b/c'), undefined)).toEqual({
    found: [join(top, 'contracts.yaml')],
    locked: [join(top, 'a/b')],
  });
  mkdirSync(join(top, 'a/.git'));
  expect(() => findManifest(join(top, 'a/b/c'))).toThrow(
    'or choose one with `--manifest FILE`; `..` cannot be searched',
  );
});
