import type { Project } from '../../model/project';
import { UsageError } from '../../model/usage-error';
import { count, shortList } from '../../wording/list-words';
import { schemaSetOf } from '../judge/schema-set-of';
import { findWanted } from './wanted-files';

/** A project, and the paths that select something in it. */
export interface PathsOfProject {
  readonly project: Project;
  readonly paths: readonly string[];
}

/**
 * Gives each of several projects the paths that bring something there; a project without any is left out. Throws a UsageError if no path brings
 * anything, and warns of the others that bring nothing, as for a single project.
 */
export function sharePaths(
  projects: readonly Project[],
  paths: readonly string[],
  { cwd, onWarning }: { readonly cwd: string; readonly onWarning?: ((message: string) => void) | undefined },
): readonly PathsOfProject[] {
  if (paths.length === 0) return projects.map((project) => ({ project, paths }));
  const shares = projects.map((project) => {
    const idle = new Set(findWanted(project, schemaSetOf(project), paths, cwd).idle);
    return { project, paths: paths.filter((path) => !idle.has(path)) };
  });
  const idle = paths.filter((path) => shares.every((share) => !share.paths.includes(path)));
  if (idle.length === paths.length)
    throw new UsageError(
      `none of ${count(projects.length, 'manifest')} has a sample that ${shortList(idle.map((path) => `\`${path}\``))} brings: pass the path of a sample, a schema or a folder`,
    );
  if (idle.length > 0)
    onWarning?.(
      `skipped ${count(idle.length, 'PATH that brings', 'PATHs that bring')} no sample: ${shortList(idle.map((path) => `\`${path}\``))}`,
    );
  return shares.filter((share) => share.paths.length > 0);
}
