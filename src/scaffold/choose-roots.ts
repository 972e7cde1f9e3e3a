import { posix } from 'node:path';

import { schemaIdOf, type FoundFile } from './recognize-schema';
import { referencesIn } from './references-in';
import { folderOf } from './sample-globs';

/** The folders of a new manifest, relative to it; `.` for its own. */
export interface Roots {
  readonly samples: string;
  readonly schemas: string;
}

/** What the folders are chosen for. */
export interface RootsInput {
  /** Where samples are looked for. */
  readonly samplesRoot: string;
  readonly samples: readonly FoundFile[];
  readonly schemas: readonly FoundFile[];
  /** The schemas that samples are paired with. */
  readonly used: readonly string[];
  /** The folder that references are relative to, if that is not the folder of each schema. */
  readonly refBase?: string | undefined;
}

/**
 * Chooses the folder of the schemas: the one that the used schemas, and what they refer to, share, or
 * one above it that has more schemas and no samples. A schema folder below the folder of the samples has no samples, so where both are mixed, one folder serves as both.
 */
export function chooseRoots({ samplesRoot, samples, schemas, used, refBase }: RootsInput): Roots {
  const folders = [
    ...[...withReferenced(used, schemas, refBase)].map(folderOf),
    ...(refBase === undefined ? [] : [refBase.replace(/^\.$/, '')]),
  ].map((folder): readonly string[] => folder.split('/'));
  const shared = folders.reduce(sharedStart).join('/');
  const others = samples.map(({ path }) => path);
  const countIn = (folder: string) => schemas.filter(({ path }) => isInside(folder, path)).length;
  let root = shared;
  for (
    let above = folderOf(shared);
    above !== '' && !others.some((path) => isInside(above, path));
    above = folderOf(above)
  )
    if (countIn(above) > countIn(root)) root = above;
  const schemasRoot = root === '' ? '.' : root;
  if (schemasRoot === samplesRoot || !isInside(samplesRoot, schemasRoot))
    return { samples: samplesRoot, schemas: schemasRoot };
  const inside = others.filter((path) => isInside(schemasRoot, path)).length;
  if (inside === 0) return { samples: samplesRoot, schemas: schemasRoot };
  return inside === others.length
    ? { samples: schemasRoot, schemas: schemasRoot }
    : { samples: samplesRoot, schemas: samplesRoot };
}

/** Whether a path is below a folder; every path is below `.`. */
export function isInside(folder: string, path: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`);
}

/** What relative `$id`s are relative to, if they are only names. */
const NAMES = 'names://schemas/';

/** These schemas and those that they refer to, by a relative path or by `$id`. */
function withReferenced(
  used: readonly string[],
  schemas: readonly FoundFile[],
  refBase: string | undefined,
): ReadonlySet<string> {
  const values = new Map(schemas.map(({ path, value }) => [path, value]));
  const byName = new Map(
    schemas.flatMap(({ path, value }) => {
      const id = schemaIdOf(value);
      return id === undefined ? [] : [[nameOf(id), path] as const];
    }),
  );
  const reached = new Set(used);
  // A set visits what is added to it during the loop.
  for (const path of reached) {
    for (const target of referencesIn(values.get(path))) {
      const file = posix.join(refBase ?? posix.dirname(path), target);
      const named = byName.get(nameOf(target, schemaIdOf(values.get(path))));
      if (values.has(file)) reached.add(file);
      else if (named !== undefined) reached.add(named);
    }
  }
  return reached;
}

/** The items that two lists begin with. */
export function sharedStart(a: readonly string[], b: readonly string[]): readonly string[] {
  const end = a.findIndex((name, index) => name !== b[index]);
  return end === -1 ? a : a.slice(0, end);
}

/** The URI of a relative `$id`, or of a reference in a schema with this `$id`. */
function nameOf(target: string, id = ''): string | undefined {
  return URL.parse(target, URL.parse(id, NAMES)?.href)?.href;
}
