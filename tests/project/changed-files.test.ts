import { afterEach, describe, expect, test } from '@jest/globals';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openProject } from '../../src/engine/open/open-project';
import { changedFiles } from '../../src/project/changed-files';
import { tempProject } from '../engine/temp-project';
import { commitAll, git, gitProject } from './git-project';

const FILES = {
  'contracts.json': { contracts: { a: { schema: 'a.json', samples: '*.json' } } },
  'schemas/a.json': { type: 'object' },
  'api_samples/a.json': { id: 1 },
  'api_samples/b.json': { id: 2 },
  'README.md': 'A service.\n',
};

/** What has changed, the files as a sorted list. */
function changed(cwd: string, since = 'HEAD') {
  const { files, ...others } = changedFiles(openProject({ cwd }), since, cwd);
  return { ...others, files: [...files].sort() };
}

const NOTHING = { since: 'HEAD', files: [], goneSamples: [], isSchemaGone: false };

describe('what has changed since a commit is', () => {
  test('nothing right after it', () => {
    expect(changed(gitProject(FILES))).toEqual(NOTHING);
  });

  test('what differs in the working tree, is staged or is committed', () => {
    const cwd = gitProject(FILES);
    writeFileSync(join(cwd, 'api_samples/b.json'), '{}');
    const files = ['api_samples/b.json'];
    expect(changed(cwd)).toEqual({ ...NOTHING, files });
    git(cwd, 'add', '--all');
    expect(changed(cwd)).toEqual({ ...NOTHING, files });
    commitAll(cwd);
    expect(changed(cwd, 'HEAD~1')).toEqual({ ...NOTHING, since: 'HEAD~1', files });
    expect(changed(cwd)).toEqual(NOTHING);
  });

  test('what git does not have, and what it ignores', () => {
    const cwd = gitProject({ ...FILES, '.gitignore': 'generated-*.json\n' });
    writeFileSync(join(cwd, 'api_samples/new.json'), '{}');
    writeFileSync(join(cwd, 'api_samples/generated-ü.json'), '{}');
    writeFileSync(join(cwd, 'schemas/new.json'), '{}');
    const files = ['api_samples/generated-ü.json', 'api_samples/new.json', 'schemas/new.json'];
    expect(changed(cwd)).toEqual({ ...NOTHING, files });
  });

  test('what is gone', () => {
    const cwd = gitProject({ ...FILES, 'schemas/b.json': {} });
    rmSync(join(cwd, 'api_samples/b.json'));
    rmSync(join(cwd, 'schemas/b.json'));
    expect(changed(cwd)).toEqual({
      since: 'HEAD',
      files: ['api_samples/b.json', 'schemas/b.json'],
      goneSamples: ['b.json'],
      isSchemaGone: true,
    });
  });

  test('what differs from the commit that the branch has in common with another, and not what the other did since', () => {
    const cwd = gitProject(FILES);
    git(cwd, 'switch', '--quiet', '--create', 'topic');
    writeFileSync(join(cwd, 'api_samples/b.json'), '{}');
    commitAll(cwd);
    git(cwd, 'switch', '--quiet', 'main');
    writeFileSync(join(cwd, 'api_samples/a.json'), '{}');
    commitAll(cwd);
    git(cwd, 'switch', '--quiet', 'topic');
    expect(changed(cwd, 'main')).toEqual({ ...NOTHING, since: 'main', files: ['api_samples/b.json'] });
  });

  test('named as findings are, in a folder of a repository whose sample root is a link', () => {
    const cwd = gitProject({
      'api/contracts.json': { contracts: { a: { schema: 'a.json', samples: '*.json' } }, samples: 'docs' },
      'api/schemas/a.json': { type: 'object' },
      'documents/a.json': {},
      'documents/b.json': {},
    });
    symlinkSync('../documents', join(cwd, 'api', 'docs'));
    commitAll(cwd);
    writeFileSync(join(cwd, 'documents/b.json'), '[]');
    rmSync(join(cwd, 'documents/a.json'));
    const { files, goneSamples } = changed(join(cwd, 'api'));
    expect(files).toEqual(expect.arrayContaining(['docs/a.json', 'docs/b.json']));
    expect(goneSamples).toEqual(['a.json']);
  });

  test('everything of a project that lies outside the repository', () => {
    const cwd = gitProject({ 'contracts.json': FILES['contracts.json'] });
    const elsewhere = tempProject({ 'schemas/a.json': {}, 'api_samples/a.json': {} });
    for (const folder of ['schemas', 'api_samples']) symlinkSync(join(elsewhere, folder), join(cwd, folder));
    commitAll(cwd);
    expect(changed(cwd)).toEqual({ ...NOTHING, files: ['api_samples/a.json', 'schemas/a.json'] });
  });
});

describe('git cannot tell', () => {
  test('where there is no repository', () => {
    expect(() => changed(tempProject(FILES))).toThrow(
      'git has to tell what has changed, and says: not a git repository (or any of the parent directories): .git',
    );
  });

  test('where there is no git', () => {
    const cwd = gitProject(FILES);
    const { PATH } = process.env;
    process.env['PATH'] = join(cwd, 'nowhere');
    try {
      expect(() => changed(cwd)).toThrow(
        'git has to tell what has changed, and cannot be run here: install it, or check all',
      );
    } finally {
      process.env['PATH'] = PATH;
    }
  });

  test.each(['nowhere', '--output=x', 'README.md'])('what %s is', (since) => {
    expect(() => changed(gitProject(FILES), since)).toThrow(
      `git knows no commit \`${since}\`: name a branch, a tag or a commit, and write a path behind \`--changed=HEAD\``,
    );
  });

  test('what is new where nothing is committed yet', () => {
    const cwd = tempProject(FILES);
    git(cwd, 'init', '--quiet');
    expect(() => changed(cwd)).toThrow('git has no commit here yet, so all is new: leave `--changed` out');
  });

  test('what two histories have in common', () => {
    const cwd = gitProject(FILES);
    git(cwd, 'checkout', '--quiet', '--orphan', 'other');
    writeFileSync(join(cwd, 'README.md'), 'Another.');
    commitAll(cwd);
    expect(() => changed(cwd, 'main')).toThrow(
      '`main` and HEAD have no commit in common here: fetch more of the history, as with `git fetch --unshallow`',
    );
  });
});

/** A project below the top of its repository, with one sample that differs. */
function inMonorepo(): string {
  const top = gitProject(
    Object.fromEntries(Object.entries(FILES).map(([name, content]) => [`compute/${name}`, content])),
  );
  writeFileSync(join(top, 'compute/api_samples/b.json'), '{}');
  return top;
}

describe('what has changed does not depend on', () => {
  const settings = process.env;
  afterEach(() => {
    process.env = settings;
  });

  test.each([
    ['the index of another repository', { GIT_INDEX_FILE: '.git/none/index' }],
    ['a repository whose working tree is not told', { GIT_DIR: '.git' }],
  ])('%s, as a hook is given it', (_, given) => {
    const cwd = join(inMonorepo(), 'compute');
    process.env = { ...settings, ...given };
    expect(changed(cwd)).toEqual({ ...NOTHING, files: ['api_samples/b.json'] });
  });

  test('whether git tells paths from the folder that it is run in', () => {
    const top = inMonorepo();
    git(top, 'config', 'diff.relative', 'true');
    expect(changed(join(top, 'compute'))).toEqual({ ...NOTHING, files: ['api_samples/b.json'] });
  });
});
