import { execFileSync } from 'node:child_process';

import { tempProject } from '../engine/temp-project';

/** Runs git in a folder, without the user's own settings. */
export function git(cwd: string, ...args: readonly string[]): string {
  const { GIT_DIR: _dir, GIT_INDEX_FILE: _index, GIT_WORK_TREE: _tree, ...env } = process.env;
  return execFileSync(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main', ...args],
    {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...env, GIT_CONFIG_GLOBAL: '/dev/null' },
    },
  );
}

/** Commits all files. */
export function commitAll(cwd: string): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--message', 'change');
}

/** A folder with these files in one commit. */
export function gitProject(files: Readonly<Record<string, unknown>>): string {
  const cwd = tempProject(files);
  git(cwd, 'init', '--quiet');
  commitAll(cwd);
  return cwd;
}
