import { describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ciBase, findBase } from '../../../src/project/git/find-base';
import { tempProject } from '../../engine/temp-project';
import { commitAll, git, gitProject } from './git-project';

/** A repository with a branch `topic` that is merged into main in HEAD, and the hashes of its commits by name. */
function merged() {
  const cwd = gitProject({ a: '1' });
  const commit = (file: string) => {
    writeFileSync(join(cwd, file), file);
    commitAll(cwd, file);
    return hash('HEAD');
  };
  const hash = (name: string) => git(cwd, 'rev-parse', name).trim();
  const fork = hash('HEAD');
  git(cwd, 'switch', '--quiet', '--create', 'topic');
  const branch = commit('topic');
  git(cwd, 'switch', '--quiet', 'main');
  const tip = commit('main');
  git(cwd, 'merge', '--quiet', '--no-edit', '--no-ff', 'topic');
  return { cwd, fork, branch, tip, head: hash('HEAD') };
}

const { cwd, fork, branch, tip, head } = merged();

/** What is found with HEAD at a commit. */
function found(at: string, name: string | undefined, env: Readonly<Record<string, string>> = {}) {
  git(cwd, 'switch', '--quiet', '--detach', at);
  return findBase(cwd, name, env);
}

/** A file in which GitHub describes an event. */
function event(content: unknown): string {
  return join(tempProject({ 'event.json': content }), 'event.json');
}

const ZEROS = '0'.repeat(40);

describe('on GitHub', () => {
  const pull = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' };

  test('a pull request has the first parent of the merge commit', () => {
    const race = { tip, name: '`main`', branch, fork };
    const why = 'the first parent of the merge commit';
    const expected = { commit: tip, why, isHead: false, isTag: false, isCut: false, race };
    expect(found(head, undefined, pull)).toEqual(expected);
    expect(found(head, undefined, { ...pull, GITHUB_EVENT_NAME: 'merge_group' })).toEqual({
      ...expected,
    });
  });

  test('a branch whose newest commit merges main is not the merge commit of GitHub', () => {
    const path = event({ pull_request: { head: { sha: head }, base: { sha: tip } } });
    const env = { ...pull, GITHUB_SHA: head, GITHUB_EVENT_PATH: path };
    expect(found(head, undefined, env)).toMatchObject({ commit: tip, why: 'the base of the pull request' });
    const other = { ...pull, GITHUB_SHA: fork, GITHUB_EVENT_PATH: path };
    expect(found(head, undefined, other)).toMatchObject({ why: 'the base of the pull request' });
  });

  test('a merge group without a merge commit has the base of its event', () => {
    const path = event({ merge_group: { base_sha: fork } });
    const env = { GITHUB_EVENT_NAME: 'merge_group', GITHUB_EVENT_PATH: path };
    expect(found(tip, undefined, env)).toMatchObject({ commit: fork, why: 'the base of the merge group' });
  });

  test('a push has the commit before it', () => {
    const env = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: event({ before: fork }) };
    expect(found(tip, undefined, env)).toMatchObject({ commit: fork, why: 'the commit before the push' });
    // After a forced push, it may be on another branch.
    expect(found(branch, undefined, { ...env, GITHUB_EVENT_PATH: event({ before: tip }) })).toMatchObject({
      commit: fork,
      why: 'the newest common commit with the commit before the push',
    });
  });

  test.each([
    ['zeros, for a new branch', { before: ZEROS }],
    ['a commit that is not here', { before: '1'.repeat(40) }],
    ['an option', { before: '--output=x' }],
    ['another type', { before: 1 }],
    ['nothing', []],
    ['no JSON', '{'],
  ])('a push with %s before it has no base of its own', (_what, content) => {
    const env = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: event(content) };
    expect(() => found(tip, undefined, env)).toThrow('`--base` found no commit to compare with');
    expect(ciBase(cwd, env)).toBeUndefined();
  });

  test('without the file of the event, there is no base of its own', () => {
    const env = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: join(cwd, 'missing.json') };
    expect(ciBase(cwd, env)).toBeUndefined();
    expect(ciBase(cwd, { GITHUB_EVENT_NAME: 'push' })).toBeUndefined();
  });
});

describe('on GitLab', () => {
  test.each([
    ['merged_result', { CI_MERGE_REQUEST_DIFF_BASE_SHA: fork }, head, tip],
    ['merge_train', {}, head, tip],
    ['detached', { CI_MERGE_REQUEST_DIFF_BASE_SHA: fork, CI_COMMIT_BEFORE_SHA: ZEROS }, branch, fork],
  ])('a merge request: %s', (type, env, at, commit) => {
    const all = { GITLAB_CI: 'true', CI_MERGE_REQUEST_EVENT_TYPE: type, ...env };
    expect(found(at, undefined, all)).toMatchObject({ commit });
  });

  test('a push has the commit before it, unless that is zeros', () => {
    const env = { GITLAB_CI: 'true', CI_COMMIT_BEFORE_SHA: fork };
    expect(found(tip, undefined, env)).toMatchObject({ commit: fork, why: 'the commit before the push' });
    expect(ciBase(cwd, { ...env, CI_COMMIT_BEFORE_SHA: ZEROS })).toBeUndefined();
  });
});

describe('elsewhere', () => {
  test.each([
    [
      'the branch that the remote names',
      ['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk'],
      'trunk',
      {},
      '`origin/HEAD`',
    ],
    ['the default branch of GitLab', [], 'trunk', { CI_DEFAULT_BRANCH: 'trunk' }, '`origin/trunk`'],
    ['main', [], 'main', {}, '`origin/main`'],
    ['master', [], 'master', {}, '`origin/master`'],
  ] as const)('the default branch is %s', (_what, command, name, env, shown) => {
    const repository = merged();
    git(repository.cwd, 'remote', 'add', 'origin', repository.cwd);
    git(repository.cwd, 'update-ref', `refs/remotes/origin/${name}`, repository.tip);
    if (command.length > 0) git(repository.cwd, ...command);
    git(repository.cwd, 'switch', '--quiet', 'topic');
    expect(findBase(repository.cwd, undefined, env)).toMatchObject({
      commit: repository.fork,
      why: `the newest common commit with ${shown}`,
      race: { tip: repository.tip, name: shown },
    });
  });

  test('a tag is one only if it is named as such', () => {
    git(cwd, 'tag', '--force', 'v1', fork);
    git(cwd, 'tag', '--force', '--annotate', '--message', 'x', 'v1.1', fork);
    for (const name of ['v1', 'v1.1', 'refs/tags/v1'])
      expect(found(tip, name)).toMatchObject({ commit: fork, isTag: true });
    expect(found(tip, fork)).toMatchObject({ commit: fork, isTag: false });
    expect(found(tip, `${tip}^`)).toMatchObject({ commit: fork, isTag: false });
  });
});
