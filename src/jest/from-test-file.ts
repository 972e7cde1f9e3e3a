import { dirname } from 'node:path';

import { expect } from '@jest/globals';

import type { ProjectOptions } from '../engine/open/open-project';
import { findManifest, searchManifest } from '../project/find-manifest';

/**
 * The options with the manifest that is found from the test file upwards, unless they name a folder or a manifest. Jest may run in the
 * folder of another package, or above all packages. Its working folder counts only if nothing is found. Throws a UsageError if a folder has
 * two manifests.
 */
export function fromTestFile<Options extends ProjectOptions>(options: Options): Options {
  const { cwd, manifest, manifestText } = options;
  const { testPath } = expect.getState();
  if (testPath === undefined || (cwd ?? manifest ?? manifestText) !== undefined) return options;
  const folder = dirname(testPath);
  return searchManifest(folder).found.length === 0 ? options : { ...options, manifest: findManifest(folder) };
}
