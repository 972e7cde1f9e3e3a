import { resolve } from 'node:path';

import { nearestPath } from '../../model/nearest';
import type { Project } from '../../model/project/project';
import { UsageError } from '../../model/usage-error';
import { displayPath } from '../../project/disk/file-path';
import { realPath } from '../../project/disk/real-path';
import { count } from '../../wording/list-words';
import { schemaSetOf } from '../judge/schema-set-of';
import { knownNames, mustBringSomething, skippedPaths, type PathSelection } from '../part/select-paths';
import { findWanted } from '../part/wanted-files';

/** A project, and the paths that select something in it. */
export interface PathsOfProject {
  readonly project: Project;
  readonly paths: readonly string[];
}

/**
 * Gives each of several projects the paths that bring something there; a project without any is left out. Paths that bring nothing anywhere are a mistake
 * or only a warning, as for a single project. Throws a UsageError for a mistake.
 */
export function sharePaths(
  projects: readonly Project[],
  paths: readonly string[],
  { cwd, isPart, onWarning }: Pick<PathSelection, 'cwd' | 'isPart' | 'onWarning'>,
): readonly PathsOfProject[] {
  if (paths.length === 0) return projects.map((project) => ({ project, paths }));
  const shares = projects.map((project) => {
    const meant = paths.map((path) => (isList(path, project, cwd) ? project.manifest.name : path));
    const idle = new Set(findWanted(project, schemaSetOf(project), meant, cwd).idle);
    return { project, meant, paths: meant.filter((path) => !idle.has(path)) };
  });
  const idle = paths.filter((_, at) => shares.every((share) => !share.paths.includes(share.meant[at] ?? '')));
  const missing = isPart ? undefined : mustBringSomething(idle, paths, cwd);
  if (missing !== undefined) {
    const name = displayPath(cwd, resolve(cwd, missing));
    const near = nearestPath(name, projects.flatMap(knownNames));
    throw new UsageError(
      `none of ${count(projects.length, 'manifest')} has a sample, schema or other file at \`${missing}\`: ${near === undefined ? 'pass the path of a sample, a schema or a folder' : `did you mean \`${near}\`?`}`,
    );
  }
  if (idle.length > 0) onWarning?.(skippedPaths(idle));
  return shares.filter((share) => share.paths.length > 0);
}

/** A list of manifests brings what each of them brings. */
function isList(path: string, { listedIn }: Project, cwd: string): boolean {
  return listedIn !== undefined && realPath(resolve(cwd, path)) === realPath(resolve(cwd, listedIn));
}
