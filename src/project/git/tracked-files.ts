import { dirname, join } from 'node:path';

import { UsageError } from '../../model/usage-error';
import { isBelow, selfAndFolders } from '../disk/file-path';
import { gitFields } from './git';

/**
 * Returns a function that says whether git tracks a file, given by its real path. Git is asked once for each of these folders, and for
 * the folder of each other file. The files of a submodule count as tracked: git tracks the commit of the submodule.
 */
export function createIsTracked(
  top: string,
  cwd: string,
  folders: readonly string[],
): (path: string) => boolean {
  const tracked = new Set<string>();
  const asked = new Set<string>();
  return (path) => {
    if (!isBelow(top, path)) return false;
    const folder = folders.find((each) => isBelow(top, each) && isBelow(each, path)) ?? dirname(path);
    if (!asked.has(folder)) {
      asked.add(folder);
      for (const file of listTracked(top, cwd, folder)) tracked.add(file);
    }
    return selfAndFolders(path, top).some((each) => tracked.has(each));
  };
}

/** The absolute paths of what git tracks in a folder. Git cannot list a folder in a submodule, but lists the submodule. */
function listTracked(top: string, cwd: string, folder: string): readonly string[] {
  try {
    return gitFields(cwd, ['ls-files', '--full-name', '-z', '--', folder]).map((path) => join(top, path));
  } catch (error) {
    if (!(error instanceof UsageError) || folder === top || !isBelow(top, folder)) throw error;
    return listTracked(top, cwd, dirname(folder));
  }
}
