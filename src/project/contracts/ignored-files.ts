import picomatch from 'picomatch';

import type { SampleFile } from '../../model/contracts/contract';
import { normalPath } from '../disk/file-path';
import { isRelativeToManifest } from '../samples/find-samples';

/**
 * Whether a file is not a sample because a glob of the manifest's `ignore:` matches it or a folder that it is in. Globs are relative to
 * the sample roots; those that start with `./` are relative to the folder of the manifest.
 */
export function createIgnore(globs: readonly string[]): (file: SampleFile) => boolean {
  if (globs.length === 0) return () => false;
  const isBelowRoot = createGlobMatcher(globs.filter((glob) => !isRelativeToManifest(glob)));
  const isBelowManifest = createGlobMatcher(globs.filter(isRelativeToManifest));
  return ({ path, local }) => isBelowRoot(path) || isBelowManifest(local);
}

/** Whether one of these globs matches a path or a folder that it is in. */
export function createGlobMatcher(globs: readonly string[]): (path: string) => boolean {
  return picomatch(
    globs.map(normalPath).flatMap((glob) => [glob, `${glob}/**`]),
    { dot: true },
  );
}
