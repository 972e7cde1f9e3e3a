import type { TextFile } from '../disk/read-text-file';
import type { Tree } from './tree';

/** A tree that reads each file once, for those who look at a file before it is opened. */
export function readOnce(tree: Tree): Tree {
  const known = new Map<string, TextFile>();
  return {
    ...tree,
    read: (path, limit) => {
      const file = known.get(path) ?? tree.read(path, limit);
      known.set(path, file);
      return file;
    },
  };
}
