import { schemaKey, type SchemaRef } from '../../model/contracts/contract';
import type { SchemaFolders } from '../../model/project/project';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { displayPath } from '../../project/disk/file-path';
import { belowFolder, schemaFilePath } from '../../project/schemas/schema-folders';
import { sampleFile } from '../../project/reopen/kept-project';
import type { Judgement } from './judgement';

/** What changed files have an effect on. */
export interface Affected {
  /** The names of the changed documents. */
  readonly documents: ReadonlySet<string>;
  /** The schemas that reach a changed file, or share a file with one that does; by `schemaKey`. */
  readonly schemas: ReadonlySet<string>;
  /** The files that these schemas reach, by their paths below the root. */
  readonly files: ReadonlySet<string>;
}

/** What these files, by absolute path, have an effect on in an unchanged project; undefined where that is more than documents and schemas. */
export function affectedBy(
  judgement: Judgement,
  changed: ReadonlySet<string>,
  cwd: string,
): Affected | undefined {
  const samples = new Set(judgement.project.samples.map(({ name }) => name));
  const schemaAt = createSchemaAt(judgement.project.project.folders.schemas, judgement.schemas);
  const documents = new Set<string>();
  const files = new Set<string>();
  for (const path of changed) {
    const name = displayPath(cwd, path);
    const isSample = samples.has(name) && sampleFile({ name }, cwd) === path;
    const file = schemaAt(path);
    if (!isSample && file === undefined) return undefined;
    if (isSample) documents.add(name);
    if (file !== undefined) files.add(file);
  }
  if (files.size > 0 && !judgement.isLocal) return undefined;
  return { documents, ...schemasAffectedBy(files, judgement.schemas) };
}

/** Finds the schema file that is at an absolute path, among those that schemas reach. */
export function createSchemaAt(
  folders: SchemaFolders,
  schemas: Judgement['schemas'],
): (path: string) => string | undefined {
  const reached = new Set([...schemas.values()].flatMap(({ files }) => files));
  return (path) => {
    const file = belowFolder(folders.base, path);
    return reached.has(file) && schemaFilePath(folders, file) === path ? file : undefined;
  };
}

/** The schemas that reach one of these files, or share a file with one that does. */
export function schemasAffectedBy(
  changed: ReadonlySet<string>,
  schemas: Judgement['schemas'],
): Pick<Affected, 'schemas' | 'files'> {
  if (changed.size === 0) return { schemas: new Set(), files: changed };
  const { islandOf, filesIn } = islandsOf(schemas);
  const islands = new Set([...changed].map((file) => filesIn.get(file)));
  return {
    schemas: new Set([...schemas.keys()].filter((key) => islands.has(islandOf(key)))),
    files: new Set([...filesIn].flatMap(([file, island]) => (islands.has(island) ? [file] : []))),
  };
}

/** Divides schemas into islands: two schemas that reach the same file are in one. */
export function islandsOf(schemas: Judgement['schemas']): {
  /** The name of the island of a schema. */
  readonly islandOf: (key: string) => string | undefined;
  /** The files of all islands, each with the name of its island. */
  readonly filesIn: ReadonlyMap<string, string>;
} {
  const parents = new Map<string, string>();
  const parentOf = (file: string) => parents.get(file) ?? file;
  const rootOf = (file: string): string => {
    let at = file;
    for (let up = parentOf(at); up !== at; up = parentOf(at)) {
      // Each file on the way leads further next time, so that no chain stays long.
      const above = parentOf(up);
      parents.set(at, above);
      at = above;
    }
    return at;
  };
  for (const { files } of schemas.values()) {
    const [first] = files;
    if (first === undefined) continue;
    for (const file of files) {
      if (!parents.has(file)) parents.set(file, file);
      const [a, b] = [rootOf(first), rootOf(file)];
      if (a !== b) parents.set(b, a);
    }
  }
  return {
    islandOf: (key) => {
      const [first] = schemas.get(key)?.files ?? [];
      return first === undefined ? undefined : rootOf(first);
    },
    filesIn: new Map(Array.from(parents.keys(), (file) => [file, rootOf(file)])),
  };
}

/** Whether a schema is affected. */
export function isAffected({ schemas }: Pick<Affected, 'schemas'>, ref: SchemaRef): boolean {
  return schemas.size > 0 && schemas.has(schemaKey(ref));
}

/** Whether what a schema with this problem means may depend on files that it does not reach. */
export function isFarReaching({ kind }: Pick<SchemaProblem, 'kind'>): boolean {
  return FAR_REACHING.has(kind);
}

const FAR_REACHING: ReadonlySet<SchemaProblem['kind']> = new Set([
  'unreadable',
  'missing',
  'unknown-dialect',
  'dangling-reference',
  'remote-reference',
  'does-not-compile',
  'ignored-keywords',
  'refused-by-meta-schema',
]);
