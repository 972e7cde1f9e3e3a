import { codeOf } from '../../model/thrown';
import { UsageError } from '../../model/usage-error';
import { noteUnrepeatable } from '../../text/repeatable';

/** In bytes: enough for the names of several million files. */
const LONGEST_OUTPUT = 2 ** 28;

/** Paths are relative to the top of the repository, regardless of the user's settings, and `*` in a path is no wildcard. */
const SETTINGS = ['--literal-pathspecs', '-c', 'diff.relative=false'];

/** How git is run. */
export interface GitOptions {
  /** The option that needs git, for messages. Default: `--changed`. */
  readonly option?: string;
  readonly input?: string;
  /** In milliseconds. Default: no limit. */
  readonly timeout?: number;
}

/** Runs git in a folder and returns its output. Throws a UsageError with git's own message where it fails. */
export function git(folder: string, args: readonly string[], options: GitOptions = {}): string {
  return gitBytes(folder, args, options).toString();
}

/** As `git`, with the output as bytes. */
export function gitBytes(
  folder: string,
  args: readonly string[],
  { option = '--changed', input = '', timeout }: GitOptions,
): Buffer {
  noteUnrepeatable();
  // Loaded here because most runs do not run git.
  const { spawnSync }: typeof import('node:child_process') = require('node:child_process');
  const { stdout, stderr, status, error } = spawnSync('git', [...SETTINGS, ...args], {
    cwd: folder,
    input,
    maxBuffer: LONGEST_OUTPUT,
    ...(timeout === undefined ? {} : { timeout }),
    // English messages are easier to search for. Without optional locks, this git neither waits for another one nor blocks it.
    env: {
      ...ownEnvironment(process.env),
      LC_ALL: 'C',
      GIT_OPTIONAL_LOCKS: '0',
      // Nobody is there to type a password.
      GIT_TERMINAL_PROMPT: '0',
    },
  });
  if (codeOf(error) === 'ENOENT')
    throw new UsageError(
      `\`${option}\` needs git, which cannot be run here: install git, or omit \`${option}\``,
    );
  if (error !== undefined) throw new UsageError(`\`${option}\` needs git, which failed: ${error.message}`);
  if (status !== 0) {
    throw new UsageError(`\`${option}\` needs git, which failed: ${reasonOf(stderr.toString().trim())}`);
  }
  return stdout;
}

/** The first line of what git says; where another user owns the repository, as in a container, with the command that allows it. */
function reasonOf(said: string): string {
  const [line = ''] = said.split('\n');
  const cure = /^\s*(git config --global --add safe\.directory .*)$/m.exec(said)?.[1];
  return line.replace(/^(fatal|error): /, '') + (cure === undefined ? '' : `; to allow it: \`${cure}\``);
}

/** The output of git without white space around it, or undefined where git fails: for some commands that means that there is no such commit. */
export function gitQuietly(
  folder: string,
  args: readonly string[],
  options: Omit<GitOptions, 'option'> = {},
): string | undefined {
  try {
    return git(folder, args, options).trim();
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** The full hash of the commit that a user names; undefined if there is no such commit here. */
export function commitOf(folder: string, name: string): string | undefined {
  return gitQuietly(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
}

/**
 * The environment without the variables that git sets for its hooks. `GIT_INDEX_FILE` may be the index of another repository. With
 * `GIT_DIR` but without `GIT_WORK_TREE`, git takes the current folder for the top of the working tree.
 */
function ownEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, GIT_DIR: repository, ...others } = env;
  return others['GIT_WORK_TREE'] === undefined || repository === undefined
    ? others
    : { ...others, GIT_DIR: repository };
}

/** The fields that git prints with `-z`. */
export function gitFields(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): readonly string[] {
  return git(folder, args, options)
    .split('\0')
    .filter((field) => field !== '');
}
