import { resolve } from 'node:path';

import type { Project } from '../../model/project/project';
import type { Source } from '../../model/documents/source';
import { joinUsageErrors, UsageError } from '../../model/usage-error';
import { DISK } from '../../project/tree/disk-tree';
import { displayPath } from '../../project/disk/file-path';
import type { ListedManifest } from '../../project/manifest/manifest-list';
import { realPath } from '../../project/disk/real-path';
import type { Tree } from '../../project/tree/tree';
import { openManifest, openProjectIn, type ProjectOptions } from './open-project';

/** Which manifests to open together, and from which folder. */
export interface ManifestsOptions extends Omit<ProjectOptions, 'manifest'> {
  /**
   * The path of the manifest, or of several. A manifest with `manifests:` stands for those that it lists. Default: contracts.yaml, contracts.yml or
   * contracts.json in the working folder or the nearest folder above.
   */
  readonly manifest?: string | readonly string[];
  /** Where files are read from. Default: the disk. */
  readonly tree?: Tree;
}

/**
 * Opens manifests and reads everything that they refer to. Throws one UsageError for all that are wrong, or are lists in a list; and one if a manifest is
 * named twice.
 */
export function openProjects({
  cwd = process.cwd(),
  manifest,
  manifestText,
  tree = DISK,
}: ManifestsOptions = {}): readonly Project[] {
  const named = typeof manifest === 'string' ? [manifest] : manifest;
  if (named?.length === 0)
    throw new UsageError('no manifest is named: omit `manifest`, or name at least one');
  const errors: UsageError[] = [];
  const orNone = <Opened>(open: () => readonly Opened[]): readonly Opened[] => {
    try {
      return open();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      errors.push(error);
      return [];
    }
  };
  const projects = (named ?? [undefined])
    .flatMap((path) => orNone(() => [openManifest(tree, cwd, path, manifestText)]))
    .flatMap((opened) =>
      'project' in opened
        ? opened.project
        : opened.listed.flatMap((listed) => orNone(() => [openListed(listed, opened.source, cwd, tree)])),
    );
  const [only, ...others] = errors;
  if (only !== undefined)
    throw others.length === 0
      ? only
      : joinUsageErrors(`${errors.length} manifests are wrong, so nothing was checked`, errors);
  const seen = new Set<string>();
  for (const { manifest: source } of projects) {
    const real = realPath(resolve(cwd, source.name));
    if (seen.has(real))
      throw new UsageError(`the manifest \`${source.name}\` is named twice: omit one of them`);
    seen.add(real);
  }
  return projects;
}

/** Opens one manifest. Throws a UsageError for several, too: a service has one. */
export function openOneProject({ manifest, ...options }: ManifestsOptions): Project {
  if (manifest === undefined || typeof manifest === 'string')
    return openProjectIn(options.tree ?? DISK, {
      ...options,
      ...(manifest === undefined ? {} : { manifest }),
    });
  const [first, ...others] = manifest;
  if (first === undefined || others.length > 0)
    throw new UsageError(
      `a live service is checked with one manifest, not with ${manifest.length}: choose one`,
    );
  return openProjectIn(options.tree ?? DISK, { ...options, manifest: first });
}

/** Opens a manifest of a list. Throws a UsageError if it is a list itself. */
function openListed(
  { file, glob: { pointer } }: ListedManifest,
  list: Source,
  cwd: string,
  tree: Tree,
): Project {
  const opened = openManifest(tree, cwd, file);
  if ('project' in opened) return { ...opened.project, listedIn: list.name };
  const message = `\`${displayPath(cwd, file)}\` lists manifests itself: list its manifests here`;
  throw new UsageError(
    'the manifest is wrong, so nothing was checked',
    [{ place: { file: list.name, pointer, token: 'value' }, message }],
    list,
  );
}
