import { sharedStart } from './choose-roots';
import { folderOf } from './sample-globs';

const SAMPLE_FOLDER = /^(?:api[._-]?)?samples$/i;

/**
 * The folder `samples` or `api_samples` that has most of these files, or the folder that several of them share; undefined if there is none.
 */
export function sampleFolderOf(paths: readonly string[]): string | undefined {
  const folders = paths.flatMap((path) => {
    const names = folderOf(path).split('/');
    const index = names.findIndex((name) => SAMPLE_FOLDER.test(name));
    return index === -1 ? [] : [names.slice(0, index + 1)];
  });
  const [first, ...rest] = folders;
  if (first === undefined || folders.length * 2 <= paths.length) return undefined;
  return rest.reduce<readonly string[]>(sharedStart, first).join('/') || undefined;
}
