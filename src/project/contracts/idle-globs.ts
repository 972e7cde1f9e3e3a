import type { SampleFile } from '../../model/contracts/contract';
import { isGlob } from '../../model/escape-glob';
import type { IdleGlob } from '../../model/project/idle-glob';
import { nearestPath } from '../../model/nearest';
import { createGlobMatcher, createIgnore } from './ignored-files';
import { isRelativeToManifest } from '../samples/find-samples';
import type { At, Manifest } from '../manifest/manifest';

/** The files that the globs of a manifest may exclude. */
export interface ExcludableFiles {
  /** All files in the folders of samples. */
  readonly samples: () => readonly SampleFile[];
  /** The schema files, by their paths as contracts write them. */
  readonly schemas: () => readonly string[];
}

/** The globs of `ignore:` and `except:` that match no file; `manifest` is the name of the manifest. */
export function findIdleGlobs(
  { ignore, contracts }: Pick<Manifest, 'ignore' | 'contracts'>,
  manifest: string,
  files: ExcludableFiles,
): readonly IdleGlob[] {
  const idle = (
    property: IdleGlob['property'],
    { value, pointer }: At<string>,
    near: string | undefined,
  ) => ({
    property,
    glob: value,
    ...(near === undefined ? {} : { nearest: near }),
    place: { file: manifest, pointer, token: 'value' as const },
  });
  return [
    ...ignore.flatMap((at): readonly IdleGlob[] =>
      files.samples().some(createIgnore([at.value]))
        ? []
        : [idle('ignore', at, nearestIgnore(at.value, files.samples()))],
    ),
    ...contracts
      .flatMap(({ except }) => except)
      .flatMap((at): readonly IdleGlob[] =>
        files.schemas().some(createGlobMatcher([at.value]))
          ? []
          : [idle('except', at, nearestExcept(at.value, files.schemas()))],
      ),
  ];
}

/** A glob is often written relative to the other folder that it may be relative to. */
function nearestIgnore(glob: string, files: readonly SampleFile[]): string | undefined {
  const other = isRelativeToManifest(glob) ? glob.slice(2) : `./${glob}`;
  if (files.some(createIgnore([other]))) return other;
  return isGlob(glob)
    ? undefined
    : nearestPath(
        glob,
        files.map(({ path }) => path),
      );
}

/** A glob may begin with the folder of schemas, below which it is. */
function nearestExcept(glob: string, files: readonly string[]): string | undefined {
  const below = glob.replace(/^(?:\.\/)?[^/]+\//, '');
  if (below !== glob && !below.startsWith('*') && files.some(createGlobMatcher([below]))) return below;
  return isGlob(glob) ? undefined : nearestPath(glob, files);
}
