import { join, relative, resolve } from 'node:path';

import { fileFormOf } from '../text/parse-documents';
import { isBelow } from './file-path';
import type { FileListing } from './list-files';
import type { Tree } from './tree';

/** Absolute paths of a project that contain no samples, even where they are inside a sample root. */
export interface ProjectPaths {
  readonly project: string;
  readonly manifests: readonly string[];
  readonly schemas: readonly string[];
}

/** Files that are never samples, such as `package.json`. */
const TOOL_FILE = /^(?:package(?:-lock)?|tsconfig.*)\.json$/i;

/** Lists the files that may be samples below a root. The root may be the project's own folder. */
export function listSamples(
  folder: string,
  paths: ProjectPaths,
  tree: Pick<Tree, 'list'>,
): Omit<FileListing, 'hasLinks'> {
  // `resolve` removes the slash that a manifest may have at the end.
  const root = resolve(folder);
  const { files, odd } = tree.list(root, ['.json'], { hidden: true });
  const isSample = (path: string) => !isOfProject(join(root, path), paths, root);
  return { files: files.filter(isSample), odd: odd.filter(({ path }) => isSample(path)) };
}

function isOfProject(file: string, paths: ProjectPaths, root: string): boolean {
  if (paths.manifests.includes(file)) return true;
  // If the root is a folder of schemas itself, or inside one, every file would be excluded. Text with samples may be next to its schemas.
  const isSchema =
    fileFormOf(file) !== 'markdown' &&
    paths.schemas.some(
      (path) => resolve(path) !== root && isBelow(root, resolve(path)) && isBelow(resolve(path), file),
    );
  if (isSchema) return true;
  if (root !== paths.project) return false;
  const [first = ''] = relative(root, file).split('/');
  return first.startsWith('.') || TOOL_FILE.test(relative(root, file));
}
