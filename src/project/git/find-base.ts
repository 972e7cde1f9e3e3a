import { UsageError } from '../../model/usage-error';
import { readCi, type BaseName } from './ci-bases';
import { commitOf, git, gitQuietly } from './git';
import { isShallow, noCommonCommit, noSuchCommit, shallowWords } from './missing-history';

/** The commit that a change is compared with, and the branch that it is meant for. */
export interface Base {
  /** The hash of the newest common commit of the change and its base. */
  readonly commit: string;
  /** How it was found: the newest common commit with `origin/main`. */
  readonly why: string;
  /** Whether it is HEAD, so that only changes without a commit are left to compare. */
  readonly isHead: boolean;
  /** Whether the user named a tag. */
  readonly isTag: boolean;
  /** Whether commits between the base and HEAD may be hidden, because the clone is shallow. */
  readonly isCut: boolean;
  /** What both sides did since they parted; absent where the other side did nothing. */
  readonly race?: Race;
}

/** Two branches that are to be merged, or that HEAD merges. */
export interface Race {
  /** The newest commit of the branch that the change is meant for, and the name of that branch in messages. */
  readonly tip: string;
  readonly name: string;
  /** The newest commit of the change, if HEAD merges it with the tip; absent: the working tree is the change. */
  readonly branch?: string;
  /** Where the two parted; absent where history does not say. */
  readonly fork?: string;
}

/**
 * Finds the base of a change: the commit that the user names, or the first that is there of those that CI names and the default branch of
 * the remote. Throws a UsageError if there is none.
 */
export function findBase(
  folder: string,
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Base {
  const [head, ...parents] = headAndParents(folder);
  if (head === undefined) {
    // Outside of a repository, git says so.
    git(folder, ['rev-parse', '--git-dir'], { option: '--base' });
    throw noCommit();
  }
  const found =
    named === undefined
      ? (firstThere(folder, readCi(env, [head, ...parents])) ??
        firstThere(folder, defaultBranches(folder, env)))
      : thereOf(folder, { rev: named, name: `\`${named}\``, what: `named as \`${named}\`` });
  if (found === undefined) throw noBase(folder, named);
  const { tip, name, what } = found;
  const commit = mergeBase(folder, tip, head);
  if (commit === undefined) throw noCommonCommit(folder, name);
  const other =
    parents.length > 1 && parents.includes(tip) ? parents.find((each) => each !== tip) : undefined;
  const fork = other === undefined ? commit : mergeBase(folder, tip, other);
  return {
    commit,
    why: commit === tip ? what : `the newest common commit with ${name}`,
    isHead: commit === head,
    isTag: named !== undefined && isTag(folder, named),
    isCut: isShallow(folder) && isCut(folder, commit),
    ...(fork === tip
      ? {}
      : {
          race: {
            tip,
            name,
            ...(other === undefined ? {} : { branch: other }),
            ...(fork === undefined ? {} : { fork }),
          },
        }),
  };
}

/** The commit that CI compares with; undefined outside CI, or where it names no commit that is here. */
export function ciBase(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const head = headAndParents(folder);
  return head.length === 0 ? undefined : firstThere(folder, readCi(env, head))?.tip;
}

interface Found extends BaseName {
  readonly tip: string;
}

function thereOf(folder: string, name: BaseName): Found | undefined {
  const tip = commitOf(folder, name.rev);
  return tip === undefined ? undefined : { ...name, tip };
}

function firstThere(folder: string, names: readonly BaseName[]): Found | undefined {
  for (const name of names) {
    const found = thereOf(folder, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The default branch of the remote, where git knows it, else the usual ones. */
function defaultBranches(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly BaseName[] {
  const remotes = (gitQuietly(folder, ['remote']) ?? '').split('\n').filter((each) => each !== '');
  const remote = remotes.includes('origin') ? 'origin' : remotes[0];
  if (remote === undefined) return [];
  return ['HEAD', ...[env['CI_DEFAULT_BRANCH'] ?? [], 'main', 'master'].flat()].map((branch) => {
    const name = `\`${remote}/${branch}\``;
    return { rev: `refs/remotes/${remote}/${branch}`, name, what: `the same as ${name}` };
  });
}

/** The hashes of HEAD and its parents; empty where there is no commit. */
function headAndParents(folder: string): readonly string[] {
  const line = gitQuietly(folder, ['rev-list', '--parents', '-n', '1', 'HEAD', '--']);
  return line === undefined ? [] : line.split(' ');
}

function mergeBase(folder: string, a: string, b: string): string | undefined {
  const found = gitQuietly(folder, ['merge-base', a, b]);
  return found === '' ? undefined : found;
}

function isTag(folder: string, named: string): boolean {
  const full = gitQuietly(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--symbolic-full-name',
    '--end-of-options',
    named,
  ]);
  return full?.startsWith('refs/tags/') === true;
}

/** Whether a commit after the base has parents that are not in this clone. */
function isCut(folder: string, base: string): boolean {
  const listed = gitQuietly(folder, ['log', '--format=+%p', `${base}..HEAD`, '--']) ?? '';
  return listed.split('\n').includes('+');
}

function noCommit(): UsageError {
  return new UsageError('there is no commit here yet, so there is no base: omit `--base`');
}

function noBase(folder: string, named: string | undefined): UsageError {
  return named === undefined
    ? new UsageError(
        `\`--base\` found no commit to compare with, neither from CI nor the default branch of a remote: name one, such as \`--base origin/main\`${shallowWords(folder)}`,
      )
    : noSuchCommit(folder, named, 'write it before `--base`');
}
