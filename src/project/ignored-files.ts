import picomatch from 'picomatch';

import { displayPath, normalPath } from './file-path';
import type { SamplePath } from './load-samples';

/**
 * Whether a file is not a sample because a glob of the manifest's `ignore:` matches it or a folder that it is in. Globs are relative to
 * the sample roots; those that start with `./` are relative to `folder`, the folder of the manifest.
 */
export function createIgnore(
  globs: readonly string[],
  folder: string,
): (file: Pick<SamplePath, 'path' | 'absolute'>) => boolean {
  if (globs.length === 0) return () => false;
  const isBelowRoot = createMatcher(globs.filter((glob) => !isOfManifest(glob)));
  const isBelowManifest = createMatcher(globs.filter(isOfManifest));
  return ({ path, absolute }) => isBelowRoot(path) || isBelowManifest(displayPath(folder, absolute));
}

function createMatcher(globs: readonly string[]): (path: string) => boolean {
  return picomatch(
    globs.map(normalPath).flatMap((glob) => [glob, `${glob}/**`]),
    { dot: true },
  );
}

function isOfManifest(glob: string): boolean {
  return glob.startsWith('./');
}
