import type { GeneratedFile } from './contract-type-files';
import { isGenerated } from './banner';

/** The files of a types folder that differ from the types of the current schemas; paths relative to the folder, sorted. */
export interface StaleTypes {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** Files that were generated before and are no longer needed. */
  readonly extra: readonly string[];
}

/** Compares generated files with the texts in the folder, by path. Files that were written by hand are ignored. */
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

/** Ignores CRLF line ends, which git may write on checkout. */
function withoutReturns(text: string | undefined): string | undefined {
  return text?.replaceAll('\r\n', '\n');
}
