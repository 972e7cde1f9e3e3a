import { join } from 'node:path';

import { fileKind } from '../disk/file-kind';
import { userCacheFolder } from '../disk/home-folder';

/**
 * The folder for what is cached about a folder: in its `node_modules/.cache`, if it has `node_modules`, else in the user's cache folder.
 * Undefined for a user without a home folder.
 */
export function cacheFolder(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const root = cacheRoot(folder, env);
  return root === undefined ? undefined : join(root, 'samplegate');
}

function cacheRoot(folder: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const modules = join(folder, 'node_modules');
  return fileKind(modules) === 'folder' ? join(modules, '.cache') : userCacheFolder(env);
}
