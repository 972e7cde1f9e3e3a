import { join, resolve } from 'node:path';

import { fileFormOf } from '../../text/parse-documents';
import { isBelow } from '../disk/file-path';
import type { FileListing } from '../disk/list-files';
import type { Tree } from '../tree/tree';

/** Absolute paths of a project that contain no samples, even where they are inside a sample root. */
export interface ProjectPaths {
  readonly project: string;
  readonly manifests: readonly string[];
  readonly schemas: readonly string[];
}

/** Files that are never samples, such as `package.json`. */
const TOOL_FILE = /^(?:package(?:-lock)?|tsconfig.*)\.json$/i;

type SampleListing = Omit<FileListing, 'hasLinks'>;

/** Lists the files that may be samples below a root. The root may be the project's own folder. */
export function listSamples(folder: string, paths: ProjectPaths, tree: Pick<Tree, 'list'>): SampleListing {
  return selectSamples(folder, listEverything(folder, tree), paths);
}

/** Lists the files below a root, those that are never samples included. */
export function listEverything(folder: string, tree: Pick<Tree, 'list'>): SampleListing {
  return tree.list(resolve(folder), ['.json'], { hidden: true });
}

/** Those of the files below a root that may be samples. */
export function selectSamples(
  folder: string,
  { files, odd }: SampleListing,
  paths: ProjectPaths,
): SampleListing {
  // `resolve` removes the slash that a manifest may have at the end.
  const root = resolve(folder);
  // Nearly always, neither a manifest nor a folder of schemas is in the root.
  const manifests = new Set(paths.manifests.filter((path) => isBelow(root, path)));
  // If the root is a folder of schemas itself, or inside one, every file would be excluded.
  const schemas = paths.schemas
    .map((path) => resolve(path))
    .filter((path) => path !== root && isBelow(root, path));
  const isSample = (path: string) => {
    if (manifests.size > 0 && manifests.has(join(root, path))) return false;
    // Text with samples may be next to its schemas.
    if (schemas.some((each) => isBelow(each, join(root, path))) && fileFormOf(path) !== 'markdown')
      return false;
    return root !== paths.project || !(path.startsWith('.') || TOOL_FILE.test(path));
  };
  return { files: files.filter(isSample), odd: odd.filter(({ path }) => isSample(path)) };
}
