import { posix } from 'node:path';

import { schemaIdOf, type FoundFile } from './recognize-schema';
import { referencesIn } from './references-in';

/** A reference to another file by a relative path. */
interface Reference {
  /** The folder of the schema that refers. */
  readonly folder: string;
  readonly target: string;
}

/** What is no path relative to a folder. */
const IS_ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|\/)/i;

/**
 * The folder that the `$ref`s of schemas are relative to, if that is not the folder of each schema: some resolve only there, and none of
 * those that resolve without it breaks. Undefined if there is no such folder.
 */
export function chooseRefBase(
  schemas: readonly FoundFile[],
  files: readonly FoundFile[],
): string | undefined {
  const paths = new Set(files.map(({ path }) => path));
  const ids = new Set(schemas.flatMap(({ value }) => schemaIdOf(value) ?? []));
  const references = schemas.flatMap(({ path, value }): readonly Reference[] => {
    const id = schemaIdOf(value);
    return referencesIn(value)
      .filter((target) => !IS_ABSOLUTE.test(target) && !ids.has(URL.parse(target, id)?.href ?? ''))
      .map((target) => ({ folder: posix.dirname(path), target }));
  });
  const isFound = ({ folder, target }: Reference) => paths.has(posix.join(folder, target));
  const lost = references.filter((reference) => !isFound(reference));
  const found = references.filter(isFound);
  const bases = new Map<string, number>();
  for (const { target } of lost)
    for (const base of foldersWith(target, paths)) bases.set(base, (bases.get(base) ?? 0) + 1);
  return [...bases]
    .filter(([base]) => found.every(({ target }) => paths.has(posix.join(base, target))))
    .reduce<readonly [string | undefined, number]>(
      (best, each) => (each[1] > best[1] ? each : best),
      [undefined, 0],
    )[0];
}

/** The folders below which there is a file at this path, `.` for the top. */
function foldersWith(target: string, paths: ReadonlySet<string>): readonly string[] {
  const end = `/${posix.normalize(target)}`;
  return [...paths].flatMap((path) => {
    const rooted = `/${path}`;
    if (!rooted.endsWith(end)) return [];
    return [rooted.slice(1, -end.length) || '.'];
  });
}
