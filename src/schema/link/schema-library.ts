import type { JsonPointer } from '../../model/json-pointer';
import { createNearestPath } from '../../model/nearest';
import type { SchemaFile, SchemaFiles } from '../../model/schema-files';
import { DEFAULT_DIALECT, type Dialect } from './dialect';
import { META_SCHEMA_FILES } from './meta-schemas';
import { createOwnDialects, type FindOwnDialect } from './own-dialect';
import { retrievedFile } from './retrieved-file';
import { resourcesOf, type SchemaResource } from './schema-resources';

/** The schema root with its resources. Files are read and searched on first use. */
export interface SchemaLibrary {
  readonly files: SchemaFiles;
  /** The file below the root that a wrong path most likely means. */
  readonly nearestFile: (path: string) => string | undefined;
  /** The resources of a file, the file itself first. `inherited` is its dialect where it names none. */
  readonly resources: (file: SchemaFile, inherited: Dialect) => readonly SchemaResource[];
  /** The innermost resource around a place in a file. */
  readonly resourceAt: (file: SchemaFile, pointer: JsonPointer, inherited: Dialect) => SchemaResource;
  /** The meta-schema with this absolute URI. */
  readonly metaSchema: (uri: string) => SchemaResource | undefined;
  /**
   * The resource with this absolute URI: in any file below the root by its id, else the file at the place that mirrors the URI. This reads all
   * the files. `inherited` is the dialect of that file where it names none.
   */
  readonly named: (uri: string, inherited: Dialect) => SchemaResource | undefined;
  /** The dialect of a meta-schema below the root that a `$schema` names. */
  readonly ownDialect: FindOwnDialect;
}

export function createSchemaLibrary(files: SchemaFiles): SchemaLibrary {
  const cache = new WeakMap<SchemaFile, Map<Dialect, readonly SchemaResource[]>>();
  let byUri: ReadonlyMap<string, SchemaResource> | undefined;
  let metaSchemasByUri: ReadonlyMap<string, SchemaResource> | undefined;

  const ownDialect = createOwnDialects((uri) => {
    metaSchemasByUri ??= indexByUri(files, standardResources);
    const file = retrievedFile(uri, files);
    return metaSchemasByUri.get(uri) ?? (file === undefined ? undefined : standardResources(file)[0]);
  });

  const resources: SchemaLibrary['resources'] = (file, inherited) => {
    const known = cache.get(file);
    const kept = known?.get(inherited);
    if (kept !== undefined) return kept;
    const found = resourcesOf(file, inherited, ownDialect);
    cache.set(file, (known ?? new Map<Dialect, readonly SchemaResource[]>()).set(inherited, found));
    return found;
  };

  return {
    files,
    nearestFile: createNearestPath(files.list),
    resources,
    resourceAt: (file, pointer, inherited) => {
      const [root, ...parts] = resources(file, inherited);
      if (root === undefined) throw new Error(`no resource in ${file.file}`);
      return parts.reduce(
        (innermost, part) =>
          part.pointer.length > innermost.pointer.length && isAtOrBelow(pointer, part.pointer)
            ? part
            : innermost,
        root,
      );
    },
    metaSchema: (uri) => {
      const file = META_SCHEMA_FILES.get(uri);
      return file === undefined ? undefined : resources(file, DEFAULT_DIALECT)[0];
    },
    named: (uri, inherited) => {
      byUri ??= indexByUri(files, (file) => resources(file, DEFAULT_DIALECT));
      const found = byUri.get(uri);
      const file = found === undefined ? retrievedFile(uri, files) : undefined;
      return file === undefined ? found : resources(file, inherited)[0];
    },
    ownDialect,
  };
}

/** The resources of a file, without dialects that other files define. */
function standardResources(file: SchemaFile): readonly SchemaResource[] {
  return resourcesOf(file, DEFAULT_DIALECT, () => undefined);
}

function isAtOrBelow(pointer: JsonPointer, outer: JsonPointer): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

/** If two resources have the same URI, the one in the file that sorts first counts. */
function indexByUri(
  files: SchemaFiles,
  resources: (file: SchemaFile) => readonly SchemaResource[],
): ReadonlyMap<string, SchemaResource> {
  const all = files.list().flatMap((name) => {
    const file = files.get(name);
    return file?.value === undefined ? [] : resources(file);
  });
  return new Map(all.toReversed().map((resource) => [resource.uri, resource]));
}
