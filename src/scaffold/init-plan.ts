import type { NewFile, Scaffolded } from './write-manifest';

/** The files that `samplegate init` writes and keeps in a folder. */
export interface InitPlan {
  /** In this order. The manifest is last, so that an interrupted run can simply be repeated. */
  readonly write: readonly NewFile[];
  /** The files that exist already, and are not changed. */
  readonly kept: readonly string[];
}

const MANIFEST_FILES = ['contracts.yaml', 'contracts.json'];

/**
 * Plans which files of a scaffold to write. Existing paths are relative to the folder of the manifest. If there is a
 * manifest of either name, nothing is written: it would not use the new schemas.
 */
export function planInit(
  scaffolded: Pick<Scaffolded, 'manifestFile' | 'manifest' | 'schemas'>,
  existingPaths: ReadonlySet<string>,
): InitPlan {
  const manifests = MANIFEST_FILES.filter((path) => existingPaths.has(path));
  if (manifests.length > 0) return { write: [], kept: manifests };
  const manifest = { path: scaffolded.manifestFile, text: scaffolded.manifest };
  return {
    write: [...scaffolded.schemas.filter(({ path }) => !existingPaths.has(path)), manifest],
    kept: scaffolded.schemas.map(({ path }) => path).filter((path) => existingPaths.has(path)),
  };
}
