import { join, relative, resolve } from 'node:path';

import { staysInside } from './file-path';
import { listFiles, type FileListing } from './list-files';

/** The paths of a project that hold no samples, even where a sample root holds them: all of them absolute. */
export interface ProjectPaths {
  readonly project: string;
  readonly manifests: readonly string[];
  readonly schemas: string;
}

/** Files that are never samples: `package.json` and the like. */
const TOOL_FILE = /^(?:package(?:-lock)?|tsconfig.*)\.json$/i;

/** Lists what may be samples below a root, which may well be the project's own folder. */
export function listSamples(folder: string, paths: ProjectPaths): FileListing {
  // Without the slash that a manifest may have put at the end.
  const root = resolve(folder);
  const { files, odd } = listFiles(root, ['.json'], { hidden: true });
  const isSample = (path: string) => !isOfProject(join(root, path), paths, root);
  return { files: files.filter(isSample), odd: odd.filter(({ path }) => isSample(path)) };
}

function isOfProject(file: string, paths: ProjectPaths, root: string): boolean {
  if (paths.manifests.includes(file)) return true;
  // A root that is itself the folder of schemas, or lies in it, would be left with nothing.
  const schemas = resolve(paths.schemas);
  if (schemas !== root && isBelow(schemas, root) && isBelow(file, schemas)) return true;
  if (root !== paths.project) return false;
  const [first = ''] = relative(root, file).split('/');
  return first.startsWith('.') || TOOL_FILE.test(relative(root, file));
}

function isBelow(path: string, folder: string): boolean {
  return staysInside(folder, relative(folder, path));
}
