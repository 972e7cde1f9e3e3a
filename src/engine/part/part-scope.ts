import type { Project } from '../../model/project';
import type { Scope, Shard } from '../../model/scope';
import { UsageError } from '../../model/usage-error';
import { changedFiles } from '../../project/changed-files';
import { changedScope } from './changed-scope';
import { schemaSetOf } from '../judge/schema-set-of';
import { shardScope } from './shard-scope';

/** Which part of a project is checked; all of it where nothing is said. */
export interface PartOptions {
  /** Only what differs in git from this commit, and what depends on it. */
  readonly changed?: string;
  /** Only one of so many parts, which together find what a whole run finds. */
  readonly shard?: Shard;
  /** The working folder, which the names of findings are relative to. Default: the process's. */
  readonly cwd?: string;
}

/** The part that is asked for; undefined where that is the whole. Throws a UsageError where git cannot tell, or there is no such part. */
export function partScope(
  project: Project,
  { changed, shard, cwd = process.cwd() }: PartOptions,
): Scope | undefined {
  if (changed !== undefined && shard !== undefined)
    throw new UsageError('`changed` and `shard` are two ways of checking less: leave one out');
  if (changed !== undefined)
    return changedScope(project, schemaSetOf(project), changedFiles(project, changed, cwd));
  if (shard === undefined) return undefined;
  const { index, count } = shard;
  if (!Number.isInteger(index) || !Number.isInteger(count) || index < 1 || index > count) {
    const way =
      count < 1
        ? 'write the first of three as 1/3'
        : `the parts of ${count} are 1/${count} to ${count}/${count}`;
    throw new UsageError(`there is no part ${index} of ${count}: ${way}`);
  }
  return shardScope(project, shard);
}
