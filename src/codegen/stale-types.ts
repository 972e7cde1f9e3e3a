import type { GeneratedFile } from './contract-type-files';
import { isGenerated } from './banner';

/** How the files of a types folder differ from what its schemas give now; paths relative to it, sorted. */
export interface StaleTypes {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** Generated once, and no longer wanted. */
  readonly extra: readonly string[];
}

/** Compares what was generated with the texts in the folder, by path. Files that were written by hand are left alone. */
export function staleTypes(
  generated: readonly GeneratedFile[],
  existing: ReadonlyMap<string, string>,
): StaleTypes {
  const wanted = new Map(generated.map(({ path, text }) => [path, text]));
  const paths = [...wanted.keys()].sort();
  return {
    missing: paths.filter((path) => !existing.has(path)),
    changed: paths.filter(
      (path) => existing.has(path) && withoutReturns(existing.get(path)) !== wanted.get(path),
    ),
    extra: [...existing.keys()]
      .filter((path) => !wanted.has(path) && isGenerated(existing.get(path) ?? ''))
      .sort(),
  };
}

/** A checkout may write line ends its own way. */
function withoutReturns(text: string | undefined): string | undefined {
  return text?.replaceAll('\r\n', '\n');
}
