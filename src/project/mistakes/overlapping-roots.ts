import { resolve } from 'node:path';

import { isBelow } from '../disk/file-path';
import type { At, ManifestMistake } from '../manifest/manifest';
import type { Tree } from '../tree/tree';

/** The folders that contain an earlier one, or are inside it. A file in both would have two paths; `harm` says what follows from that. */
export function overlappingRoots(
  roots: readonly At<string>[],
  folder: string,
  harm: string,
  tree: Pick<Tree, 'realPath'>,
): readonly ManifestMistake[] {
  const places = roots.map((at) => ({ ...at, path: tree.realPath(resolve(folder, at.value)) }));
  return places.flatMap(({ value, pointer, path }, index) => {
    const other = places
      .slice(0, index)
      .find((earlier) => isBelow(earlier.path, path) || isBelow(path, earlier.path));
    if (other === undefined) return [];
    return [{ pointer, message: `\`${value}\` and \`${other.value}\` overlap, so ${harm}: keep one` }];
  });
}
