import { dirname, resolve } from 'node:path';

import type { ManifestsOptions } from '../engine/open/open-projects';
import { either, listOf, made, OPTION_KINDS, type OptionKinds } from '../engine/options/option-kinds';
import { UsageError } from '../model/usage-error';
import { fileKind } from '../project/disk/file-kind';
import type { Tree } from '../project/tree/tree';
import { findManifest } from '../project/manifest/find-manifest';

/** Which manifest a test is about. */
export interface ManifestChoice extends ManifestsOptions {
  /**
   * The folder of the test file, such as `import.meta.dirname`, or the test file. The manifest is looked for from there upwards. Default: the
   * test file where the runner names it, as Jest and Vitest do; else the working folder.
   */
  readonly from?: string;
  /**
   * The path of the manifest, or of several, relative to the folder of the test file or, if there is no such file, to the working folder. Default: found
   * from `from` upwards.
   */
  readonly manifest?: string | readonly string[];
}

export const MANIFEST_CHOICE: OptionKinds<ManifestChoice> = {
  cwd: OPTION_KINDS.text,
  from: OPTION_KINDS.text,
  manifest: either(OPTION_KINDS.text, listOf(OPTION_KINDS.text)),
  manifestText: OPTION_KINDS.anyText,
  tree: made<Tree>(),
};

/** The options that open the projects of a choice. Throws a UsageError if a folder has no manifest, or two. */
export function manifestsOptionsOf({ from, ...options }: ManifestChoice): ManifestsOptions {
  const { cwd = process.cwd(), manifest, manifestText } = options;
  if (from === undefined || manifestText !== undefined) return options;
  const folder = folderOf(resolve(cwd, from), from);
  if (manifest === undefined) return { ...options, manifest: findManifest(folder, cwd) };
  const besideTest = (path: string) => {
    const file = resolve(folder, path);
    return fileKind(file) === 'nothing' ? path : file;
  };
  return {
    ...options,
    manifest: typeof manifest === 'string' ? besideTest(manifest) : manifest.map(besideTest),
  };
}

function folderOf(path: string, shown: string): string {
  const kind = fileKind(path);
  if (kind === 'nothing')
    throw new UsageError(
      `there is no folder \`${shown}\`: pass the folder of the test file as \`from\`, \`import.meta.dirname\` or \`__dirname\``,
    );
  return kind === 'folder' ? path : dirname(path);
}
