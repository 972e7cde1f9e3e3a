import { afterEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openProject } from '../../../src/engine/open/open-project';
import { schemaFileName } from '../../../src/model/project/schema-files';
import { changedFiles } from '../../../src/project/git/changed-files';
import { tempProject } from '../../engine/temp-project';
import { tempFolder } from '../../temp-folder';
import { commitAll, git, gitProject } from './git-project';

const FILES = {
  'contracts.json': { contracts: { a: { schema: 'a.json', samples: '*.json' } } },
  'schemas/a.json': { type: 'object' },
  'api_samples/a.json': { id: 1 },
  'api_samples/b.json': { id: 2 },
  'README.md': 'A service.\n',
};

/** The changes, with the names of the changed files; \`others\` are names of files that the project no longer has. */
function changed(cwd: string, since = 'HEAD', others: readonly string[] = []) {
  const project = openProject({ cwd });
  const { isChanged, ...changes } = changedFiles(project, since, cwd);
  const { manifest, factSources, samples, schemas } = project;
  const names = [
    ...[manifest, ...factSources, ...samples.map(({ document }) => document.source)].map(({ name }) => name),
    ...schemas.list().map((file) => schemaFileName(schemas, file)),
    ...others,
  ];
  return { ...changes, files: names.filter(isChanged).sort() };
}

const NOTHING = { since: 'HEAD', files: [], goneSamples: [], isSchemaGone: false };

describe('changedFiles finds', () => {
  test('nothing right after the commit', () => {
    expect(changed(gitProject(FILES))).toEqual(NOTHING);
  });

  test('files that differ in the working tree, in the index or in commits', () => {
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

  test('files that git does not track, and those that it ignores', () => {
    const cwd = gitProject({ ...FILES, '.gitignore': 'generated-*.json\n' });
    writeFileSync(join(cwd, 'api_samples/new.json'), '{}');
    writeFileSync(join(cwd, 'api_samples/generated-ü.json'), '{}');
    writeFileSync(join(cwd, 'schemas/new.json'), '{}');
    const files = ['api_samples/generated-ü.json', 'api_samples/new.json', 'schemas/new.json'];
    expect(changed(cwd)).toEqual({ ...NOTHING, files });
  });

  test('a link to a folder only while git does not track the link', () => {
    const cwd = gitProject({ ...FILES, 'other/c.json': {} });
    symlinkSync('../other', join(cwd, 'api_samples/linked'));
    expect(changed(cwd)).toEqual({ ...NOTHING, files: ['api_samples/linked'] });
    commitAll(cwd);
    expect(changed(cwd)).toEqual(NOTHING);
  });

  test('a loop of links only while git does not track it', () => {
    const cwd = gitProject(FILES);
    symlinkSync('d.json', join(cwd, 'api_samples/c.json'));
    symlinkSync('c.json', join(cwd, 'api_samples/d.json'));
    symlinkSync('e.json', join(cwd, 'api_samples/e.json'));
    expect(changed(cwd)).toEqual({
      ...NOTHING,
      files: ['api_samples/c.json', 'api_samples/d.json', 'api_samples/e.json'],
    });
    commitAll(cwd);
    expect(changed(cwd)).toEqual(NOTHING);
  });

  test('a link to a tracked file, or to nothing, only while git does not track the link', () => {
    const cwd = gitProject(FILES);
    symlinkSync('a.json', join(cwd, 'api_samples/linked.json'));
    symlinkSync('gone.json', join(cwd, 'api_samples/dangling.json'));
    symlinkSync('a.json', join(cwd, 'schemas/linked.json'));
    const files = ['api_samples/dangling.json', 'api_samples/linked.json', 'schemas/linked.json'];
    expect(changed(cwd)).toEqual({ ...NOTHING, files });
    commitAll(cwd);
    expect(changed(cwd)).toEqual(NOTHING);
  });

  test('no committed link below a working folder that is a link itself', () => {
    const cwd = gitProject({ ...FILES, 'other/c.json': {} });
    symlinkSync('../other', join(cwd, 'api_samples/linked'));
    symlinkSync('gone.json', join(cwd, 'api_samples/dangling.json'));
    commitAll(cwd);
    const link = join(tempProject({}), 'link');
    symlinkSync(cwd, link);
    expect(changed(link)).toEqual(NOTHING);
  });

  test('deleted files', () => {
    const cwd = gitProject({ ...FILES, 'schemas/b.json': {} });
    rmSync(join(cwd, 'api_samples/b.json'));
    rmSync(join(cwd, 'schemas/b.json'));
    expect(changed(cwd, 'HEAD', ['api_samples/b.json', 'schemas/b.json'])).toEqual({
      since: 'HEAD',
      files: ['api_samples/b.json', 'schemas/b.json'],
      goneSamples: [{ path: 'b.json', local: 'api_samples/b.json' }],
      isSchemaGone: true,
    });
  });

  test('files that differ from the common commit of two branches, but not the later changes of the other branch', () => {
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

  test('files under the names that findings use, where the sample root is a symbolic link', () => {
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
    const { files, goneSamples } = changed(join(cwd, 'api'), 'HEAD', ['docs/a.json']);
    expect(files).toEqual(['docs/a.json', 'docs/b.json']);
    expect(goneSamples).toEqual([{ path: 'a.json', local: 'docs/a.json' }]);
  });

  test('all files of a project that are outside the repository', () => {
    const cwd = gitProject({ 'contracts.json': FILES['contracts.json'] });
    const elsewhere = tempProject({ 'a.json': {}, 'api_samples/a.json': {} });
    mkdirSync(join(cwd, 'schemas'));
    for (const path of ['a.json', 'api_samples'])
      symlinkSync(join(elsewhere, path), join(cwd, path === 'a.json' ? 'schemas' : '', path));
    commitAll(cwd);
    expect(changed(cwd)).toEqual({ ...NOTHING, files: ['api_samples/a.json', 'schemas/a.json'] });
  });
});

describe('changedFiles sees through symbolic links:', () => {
  const contracts = { a: { schema: 'a.json', samples: '*.json' } };
  const linkedFiles = {
    'svc/contracts.json': { contracts },
    'svc/schemas/a.json': { $ref: 'common/deep/id.json' },
    'svc/api_samples/a.json': {},
    'shared/schemas/deep/id.json': { type: 'object' },
    'shared/schemas/b.json': { type: 'object' },
    'shared/sample.json': {},
    'more/x.txt': '',
  };
  const OF_LINKS = ['schemas/common/deep/id.json', 'schemas/b.json', 'api_samples/linked.json'];

  /** A project with a link to a folder of schemas, through another link, and links to a schema and to a sample. */
  function linkedProject(): string {
    const top = gitProject(linkedFiles);
    symlinkSync('shared/schemas', join(top, 'through'));
    symlinkSync('../../through', join(top, 'svc/schemas/common'));
    symlinkSync('../../shared/schemas/b.json', join(top, 'svc/schemas/b.json'));
    symlinkSync(join(top, 'shared/sample.json'), join(top, 'svc/api_samples/linked.json'));
    commitAll(top);
    return top;
  }

  const filesOf = (top: string) => [...new Set(changed(join(top, 'svc'), 'HEAD', OF_LINKS).files)];

  test('nothing right after the commit', () => {
    expect(filesOf(linkedProject())).toEqual([]);
  });

  test.each([
    ['a schema in a linked folder', 'shared/schemas/deep/id.json', ['schemas/common/deep/id.json']],
    ['a linked schema', 'shared/schemas/b.json', ['schemas/b.json']],
    ['a linked sample', 'shared/sample.json', ['api_samples/linked.json']],
    ['a file that nothing links to', 'more/x.txt', []],
  ])('%s', (_, path, expected) => {
    const top = linkedProject();
    writeFileSync(join(top, path), '[]');
    expect(filesOf(top)).toEqual(expected);
    commitAll(top);
    expect(filesOf(top)).toEqual([]);
  });

  test('a link that leads to another file or folder', () => {
    const top = linkedProject();
    for (const link of ['through', 'svc/api_samples/linked.json']) rmSync(join(top, link));
    symlinkSync('more', join(top, 'through'));
    symlinkSync('a.json', join(top, 'svc/api_samples/linked.json'));
    expect(filesOf(top)).toEqual(['api_samples/linked.json', 'schemas/common/deep/id.json']);
  });

  test('a target that git does not track', () => {
    const top = linkedProject();
    writeFileSync(join(top, '.gitignore'), 'made/\n');
    commitAll(top);
    mkdirSync(join(top, 'made'));
    writeFileSync(join(top, 'made/new.json'), '{}');
    symlinkSync('../../made/new.json', join(top, 'svc/api_samples/new.json'));
    commitAll(top);
    expect(filesOf(top)).toEqual(['api_samples/new.json']);
  });

  test('a deleted target', () => {
    const top = linkedProject();
    rmSync(join(top, 'shared'), { recursive: true });
    expect(filesOf(top)).toEqual([
      'api_samples/linked.json',
      'schemas/b.json',
      'schemas/common/deep/id.json',
    ]);
    expect(changed(join(top, 'svc')).isSchemaGone).toBe(true);
  });

  test('a loop of links does not hang', () => {
    const top = linkedProject();
    symlinkSync('loop', join(top, 'svc/schemas/loop'));
    commitAll(top);
    expect(filesOf(top)).toEqual([]);
  });

  test('a working folder that is a link itself', () => {
    const top = linkedProject();
    symlinkSync(join(top, 'svc'), join(top, 'service'));
    commitAll(top);
    writeFileSync(join(top, 'svc/api_samples/a.json'), '[]');
    expect(changed(join(top, 'service'), 'HEAD', OF_LINKS).files).toEqual(['api_samples/a.json']);
  });
});

describe('changedFiles knows', () => {
  test('names with blanks, line breaks, wildcards and letters that git would quote', () => {
    const names = ['ü ñ.json', 'a\nb.json', '[ab]*.json', ':x.json', ' .json'];
    const cwd = gitProject({
      ...FILES,
      ...Object.fromEntries(names.map((name) => [`api_samples/${name}`, {}])),
    });
    git(cwd, 'config', 'core.quotepath', 'true');
    expect(changed(cwd).files).toEqual([]);
    for (const name of names) writeFileSync(join(cwd, 'api_samples', name), '[]');
    expect(changed(cwd).files).toEqual(names.map((name) => `api_samples/${name}`).sort());
  });

  test('a submodule, whose files change with its commit or in its working tree', () => {
    const shared = gitProject({ 'schemas/a.json': { type: 'object' }, 'schemas/b.json': {} });
    const cwd = gitProject({
      'contracts.json': { ...FILES['contracts.json'], schemas: 'sub/schemas' },
      'api_samples/a.json': {},
    });
    git(cwd, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', shared, 'sub');
    commitAll(cwd);
    expect(changed(cwd)).toEqual(NOTHING);
    writeFileSync(join(cwd, 'sub/schemas/a.json'), '{ "type": "array" }');
    expect(changed(cwd).files).toEqual(['sub/schemas/a.json', 'sub/schemas/b.json']);
    commitAll(join(cwd, 'sub'));
    expect(changed(cwd).files).toEqual(['sub/schemas/a.json', 'sub/schemas/b.json']);
    commitAll(cwd);
    expect(changed(cwd)).toEqual(NOTHING);
  });

  test('a second working tree of the repository', () => {
    const cwd = gitProject(FILES);
    const tree = join(tempProject({}), 'tree');
    git(cwd, 'worktree', 'add', '--quiet', tree);
    writeFileSync(join(tree, 'api_samples/b.json'), '[]');
    expect(changed(tree).files).toEqual(['api_samples/b.json']);
    expect(changed(cwd)).toEqual(NOTHING);
  });
});

describe('changedFiles throws', () => {
  test('where there is no repository', () => {
    expect(() => changed(tempProject(FILES))).toThrow(
      '`--changed` needs git, which failed: not a git repository (or any of the parent directories): .git',
    );
  });

  test('where there is no git', () => {
    const cwd = gitProject(FILES);
    const { PATH } = process.env;
    process.env['PATH'] = join(cwd, 'nowhere');
    try {
      expect(() => changed(cwd)).toThrow(
        '`--changed` needs git, which cannot be run here: install git, or omit `--changed`',
      );
    } finally {
      process.env['PATH'] = PATH;
    }
  });

  test.each(['nowhere', '--output=x', 'README.md'])('where %s is not a commit', (since) => {
    expect(() => changed(gitProject(FILES), since)).toThrow(
      `git has no commit \`${since}\`: name a branch, tag or commit; to check a path, write it after \`--changed=HEAD\``,
    );
  });

  test('where a clone lacks the commit, or the history between', () => {
    const from = gitProject(FILES);
    writeFileSync(join(from, 'README.md'), 'Another.');
    commitAll(from);
    git(from, 'branch', 'side', 'HEAD~1');
    git(from, 'checkout', '--quiet', 'side');
    writeFileSync(join(from, 'README.md'), 'A third.');
    commitAll(from);
    const cwd = join(tempFolder(), 'clone');
    git(from, 'clone', '--quiet', '--depth', '1', '--no-single-branch', `file://${from}`, cwd);
    expect(() => changed(cwd, 'HEAD~1')).toThrow(
      'git has no commit `HEAD~1`: name a branch, tag or commit; to check a path, write it after `--changed=HEAD`; this clone is shallow, and `git fetch --unshallow --filter=blob:none` gets the rest',
    );
    expect(() => changed(cwd, 'origin/main')).toThrow(
      '`origin/main` and HEAD have no common commit here: fetch more history with `git fetch --unshallow --filter=blob:none`',
    );
  });

  test('where nothing is committed yet', () => {
    const cwd = tempProject(FILES);
    git(cwd, 'init', '--quiet');
    expect(() => changed(cwd)).toThrow('there is no commit here yet, so every file is new: omit `--changed`');
  });

  test('where two histories have no common commit', () => {
    const cwd = gitProject(FILES);
    git(cwd, 'checkout', '--quiet', '--orphan', 'other');
    writeFileSync(join(cwd, 'README.md'), 'Another.');
    commitAll(cwd);
    expect(() => changed(cwd, 'main')).toThrow(
      '`main` and HEAD have no common commit here: name a commit of the same history',
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

describe('changedFiles does not depend on', () => {
  const settings = process.env;
  afterEach(() => {
    process.env = settings;
  });

  test.each([
    ['the index of another repository', { GIT_INDEX_FILE: '.git/none/index' }],
    ['a repository without a working tree', { GIT_DIR: '.git' }],
  ])('%s in the environment of a hook', (_, given) => {
    const cwd = join(inMonorepo(), 'compute');
    process.env = { ...settings, ...given };
    expect(changed(cwd)).toEqual({ ...NOTHING, files: ['api_samples/b.json'] });
  });

  test('whether git prints paths relative to the current folder', () => {
    const top = inMonorepo();
    git(top, 'config', 'diff.relative', 'true');
    expect(changed(join(top, 'compute'))).toEqual({ ...NOTHING, files: ['api_samples/b.json'] });
  });
});
