import type { NewFile, Scaffolded } from './write-manifest';

/** What `samplegate init` does in a folder. */
export interface InitPlan {
  /** In this order: the manifest last, so that a run that was cut short can simply be repeated. */
  readonly write: readonly NewFile[];
  /** The files that are there already, and stay as they are. */
  readonly kept: readonly string[];
}

const MANIFEST_FILES = ['contracts.yaml', 'contracts.json'];

/**
 * Which files of a scaffold are written, given the paths there are (relative to the folder of the manifest). A manifest,
 * of either name, keeps everything as it is: schemas that it does not mention would only lie about.
 */
export function planInit(scaffolded: Scaffolded, existingPaths: ReadonlySet<string>): InitPlan {
  const manifests = MANIFEST_FILES.filter((path) => existingPaths.has(path));
  if (manifests.length > 0) return { write: [], kept: manifests };
  const manifest = { path: scaffolded.manifestFile, text: scaffolded.manifest };
  return {
    write: [...scaffolded.schemas.filter(({ path }) => !existingPaths.has(path)), manifest],
    kept: scaffolded.schemas.map(({ path }) => path).filter((path) => existingPaths.has(path)),
  };
}
