import { execFileSync } from 'node:child_process';

import { tempProject } from '../../engine/temp-project';

const TIME = '2026-01-01T00:00:00Z';

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
      // The same files and messages always have the same hash.
      env: { ...env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_DATE: TIME, GIT_COMMITTER_DATE: TIME },
    },
  );
}

/** Commits all files. */
export function commitAll(cwd: string, message = 'change'): void {
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--message', message);
}

/** A folder with these files in one commit. */
export function gitProject(files: Readonly<Record<string, unknown>>): string {
  const cwd = tempProject(files);
  git(cwd, 'init', '--quiet');
  commitAll(cwd);
  return cwd;
}
