import type { Project } from '../../model/project/project';
import type { Scope, Shard } from '../../model/project/scope';
import { UsageError } from '../../model/usage-error';
import { changedFiles } from '../../project/git/changed-files';
import { changedScope } from './changed-scope';
import { schemaSetOf } from '../judge/schema-set-of';
import { shardScopes } from './shard-scope';

/** Which part of a project is checked. Default: all of it. */
export interface PartOptions {
  /** Only files that differ in git from this commit, and what depends on them. */
  readonly changed?: string;
  /** Only one of several parts, which together find the same as a whole run. */
  readonly shard?: Shard;
  /** The working folder: paths in findings are relative to it. Default: the process's. */
  readonly cwd?: string;
}

/**
 * The scope of the requested part in each of several projects that are checked together; undefined for a whole project. Throws a UsageError if git fails or
 * the part does not exist.
 */
export function partScopes(
  projects: readonly Project[],
  { changed, shard, cwd = process.cwd() }: PartOptions,
): readonly (Scope | undefined)[] {
  if (changed !== undefined && shard !== undefined)
    throw new UsageError('`changed` and `shard` cannot be combined: omit one of them');
  if (changed !== undefined)
    return projects.map((project) =>
      changedScope(project, schemaSetOf(project), changedFiles(project, changed, cwd)),
    );
  if (shard === undefined) return projects.map(() => undefined);
  const { index, count } = shard;
  if (!Number.isInteger(index) || !Number.isInteger(count) || index < 1 || index > count) {
    const remedy =
      count < 1
        ? 'write the first of three as 1/3'
        : `the parts of ${count} are 1/${count} to ${count}/${count}`;
    throw new UsageError(`there is no part ${index} of ${count}: ${remedy}`);
  }
  return shardScopes(projects, shard);
}
