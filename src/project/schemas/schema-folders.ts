import { dirname, isAbsolute, join, resolve } from 'node:path';

import type { SchemaFolders } from '../../model/project/project';
import { uniqueBy } from '../../model/group-by';
import { displayPath, isBelow, normalPath } from '../disk/file-path';
import { repositoryFolder } from '../disk/repository-folder';
import type { Manifest } from '../manifest/manifest';
import type { Tree } from '../tree/tree';

/** The folders of a manifest's schemas; `folder` is the manifest's own. */
export function schemaFoldersOf(
  { schemas, references, openApi }: Pick<Manifest, 'schemas' | 'references' | 'openApi'>,
  folder: string,
  tree: Pick<Tree, 'kind'>,
): SchemaFolders {
  const roots = schemas.map(({ value }) => resolve(folder, value));
  const mapped = references.map(({ target }) => resolve(folder, folderOf(target.value)));
  const others = uniqueBy(
    mapped.filter((other) => !roots.some((root) => isBelow(root, other)) && tree.kind(other) === 'folder'),
    (other) => other,
  );
  const documents = uniqueBy(
    openApi.map(({ document }) => roomOf(dirname(resolve(folder, document.value)), folder)),
    (room) => room,
  );
  const all = [...roots, ...others, ...documents];
  const [only = folder, ...more] = all;
  // With several folders, a path from the manifest's folder says most to users.
  const base = more.length === 0 ? only : all.reduce(commonFolder, folder);
  return { base, roots, others, documents };
}

/** The folder that the references of a document in `folder` stay in: its repository; without one the folder of the run, or its own if it is outside of that. */
function roomOf(folder: string, ofRun: string): string {
  return repositoryFolder(folder) ?? (isBelow(ofRun, folder) ? ofRun : folder);
}

/** The folder of everything that a target such as `vendor/*` may be. */
function folderOf(target: string): string {
  const [prefix = ''] = target.split('*');
  return prefix.endsWith('/') ? prefix : dirname(prefix);
}

function commonFolder(a: string, b: string): string {
  return isBelow(a, b) ? a : commonFolder(dirname(a), b);
}

/** The absolute path of a schema file that may be read; undefined for a path that leads out of the folders of schemas. */
export function schemaFilePath(
  { base, roots, others, documents }: SchemaFolders,
  file: string,
): string | undefined {
  if (isAbsolute(file)) return undefined;
  const path = join(base, normalPath(file));
  return [...roots, ...others, ...documents].some((root) => isBelow(root, path)) ? path : undefined;
}

/** The files that have this path below a folder of schemas, by their paths below `base`; without any, where it is missing in the first folder. */
export function schemaFilesAt(
  folders: SchemaFolders,
  path: string,
  tree: Pick<Tree, 'kind'>,
): readonly string[] {
  const { base, roots } = folders;
  const files = roots.map((root) => ({ root, file: belowFolder(base, join(root, path)) }));
  const [first] = files;
  if (first === undefined) return [];
  if (files.length === 1) return [first.file];
  const found = files.filter(
    ({ root }) => isBelow(root, join(root, path)) && tree.kind(join(root, path)) !== 'nothing',
  );
  return (found.length === 0 ? [first] : found).map(({ file }) => file);
}

/** A path below a folder with `/` between its segments; outside, it begins with `../`. */
export function belowFolder(folder: string, path: string): string {
  const below = displayPath(folder, path);
  return below === '.' ? '' : below;
}
