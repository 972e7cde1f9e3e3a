import { DEFAULT_LIMITS } from '../../model/project/limits';
import { isJsonObject, member } from '../../model/json/json-value';
import { readStrictJson } from '../../text/json/strict-json';
import { readTextFile } from '../disk/read-text-file';

/** A commit that may be the base, as CI or the user names it. */
export interface BaseName {
  readonly rev: string;
  /** How it is named in messages: `origin/main`. */
  readonly name: string;
  /** What it is: `the first parent of the merge commit`. */
  readonly what: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The commits that a change may be compared with according to CI, best first; none outside CI. `head` is the hash of HEAD, followed by those
 * of its parents.
 */
export function readCi(env: Environment, head: readonly string[]): readonly BaseName[] {
  if (env['GITHUB_EVENT_NAME'] !== undefined) return ofGithub(env, head);
  return env['GITLAB_CI'] !== undefined || env['CI_MERGE_REQUEST_EVENT_TYPE'] !== undefined
    ? ofGitlab(env)
    : [];
}

const MERGED: BaseName = {
  rev: 'HEAD^1',
  name: 'the target branch',
  what: 'the first parent of the merge commit',
};

/** https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows */
function ofGithub(env: Environment, [head, ...parents]: readonly string[]): readonly BaseName[] {
  const event = readEvent(env['GITHUB_EVENT_PATH']);
  const branch = env['GITHUB_BASE_REF'] ?? '';
  const target = branch === '' ? 'the target branch' : `\`${branch}\``;
  switch (env['GITHUB_EVENT_NAME']) {
    case 'pull_request':
    case 'pull_request_target':
    case 'merge_group': {
      // A workflow may check out the branch itself, and its newest commit may be a merge too.
      const isMerge =
        parents.length > 1 &&
        [undefined, '', head].includes(env['GITHUB_SHA']) &&
        [undefined, parents[1]].includes(textAt(event, 'pull_request', 'head', 'sha'));
      return [
        ...(isMerge ? [{ ...MERGED, name: target }] : []),
        ...commitNamed(textAt(event, 'merge_group', 'base_sha'), 'the base of the merge group'),
        ...commitNamed(textAt(event, 'pull_request', 'base', 'sha'), 'the base of the pull request'),
        ...(branch === '' ? [] : [{ rev: `refs/remotes/origin/${branch}`, name: target, what: target }]),
      ];
    }
    case 'push':
      return [
        ...commitNamed(textAt(event, 'before'), 'the commit before the push'),
        ...defaultBranch(textAt(event, 'repository', 'default_branch')),
      ];
    default:
      return [];
  }
}

/** https://docs.gitlab.com/ci/variables/predefined_variables/ */
function ofGitlab(env: Environment): readonly BaseName[] {
  const branch = env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'] ?? '';
  const type = env['CI_MERGE_REQUEST_EVENT_TYPE'];
  return [
    ...(type === 'merged_result' || type === 'merge_train'
      ? [{ ...MERGED, name: branch === '' ? MERGED.name : `\`${branch}\`` }]
      : []),
    ...commitNamed(env['CI_MERGE_REQUEST_DIFF_BASE_SHA'], 'the base of the merge request'),
    ...commitNamed(env['CI_COMMIT_BEFORE_SHA'], 'the commit before the push'),
  ];
}

function defaultBranch(branch: string | undefined): readonly BaseName[] {
  const name = `\`origin/${branch ?? ''}\``;
  return branch === undefined ? [] : [{ rev: `refs/remotes/origin/${branch}`, name, what: name }];
}

/** A commit by its hash. For a new branch, CI writes only zeros. */
function commitNamed(hash: string | undefined, what: string): readonly BaseName[] {
  return hash === undefined || !/^[0-9a-f]{40,64}$/.test(hash) || /^0+$/.test(hash)
    ? []
    : [{ rev: hash, name: what, what }];
}

/** The file in which GitHub describes the event; undefined where it cannot be read. */
function readEvent(path: string | undefined): unknown {
  if (path === undefined || path === '') return undefined;
  const { text } = readTextFile(path, DEFAULT_LIMITS.fileSize);
  return readStrictJson(text, DEFAULT_LIMITS.depth).value;
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce((at, key) => (isJsonObject(at) ? member(at, key) : undefined), value);
  return typeof found === 'string' ? found : undefined;
}
