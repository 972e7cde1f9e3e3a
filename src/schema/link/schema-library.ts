import { posix } from 'node:path';

import { isAtOrBelow, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject, member } from '../../model/json/json-value';
import { createNearestPath, nearest } from '../../model/nearest';
import type { SchemaFile, SchemaFiles } from '../../model/project/schema-files';
import { DEFAULT_DIALECT, type Dialect } from '../dialects/dialect';
import { META_SCHEMA_FILES } from '../dialects/meta-schemas';
import { openApiReferences } from './open-api-references';
import { createOwnDialects, type FindOwnDialect } from '../dialects/own-dialect';
import { rivalOf } from './repeated-names';
import { retrievedFile } from './retrieved-file';
import { plainUri, resolveUri, ROOT_URI } from '../dialects/schema-uri';
import { dialectBehind } from '../dialects/stated-dialect';
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
   * The resource with this absolute URI: in any file below the root, or that an OpenAPI document refers to, by its id, else the file at the place that mirrors the URI. This reads all
   * the files. `inherited` is the dialect of that file where it names none.
   */
  readonly named: (uri: string, inherited: Dialect) => SchemaResource | undefined;
  /**
   * The schema with a relative `$id` that a relative reference means where ids are names, not places: both are relative to the same folder,
   * whichever folders the files are in. This reads all the files.
   */
  readonly namedRelatively: (reference: string, from: SchemaResource) => SchemaResource | undefined;
  /** The file that `references:` maps this absolute URI to, or the path where it is missing; undefined where nothing maps it. */
  readonly mapped: (
    uri: string,
    inherited: Dialect,
  ) => SchemaResource | { readonly missing: string } | undefined;
  /** The URI of a schema that differs from this absolute URI only in what `plainUri` removes, with its file. */
  readonly nearestUri: (uri: string) => { readonly uri: string; readonly file: SchemaFile } | undefined;
  /** The OpenAPI document that refers to a file, directly or through others; undefined where none does. This reads all the files. */
  readonly documentOf: (file: SchemaFile) => SchemaFile | undefined;
  /** The dialect of a meta-schema below the root that a `$schema` names. */
  readonly ownDialect: FindOwnDialect;
  /** Whether something was looked for in all files, so that any of them could have been found. */
  readonly isSearched: () => boolean;
}

export function createSchemaLibrary(files: SchemaFiles): SchemaLibrary {
  const cache = new WeakMap<SchemaFile, Map<Dialect, readonly SchemaResource[]>>();
  const nearestListed = createNearestPath(files.list);
  let referenced: ReadonlyMap<string, SchemaFile> | undefined;
  let byUri: ReadonlyMap<string, SchemaResource> | undefined;
  let relativelyNamed: ReadonlyMap<string, SchemaResource> | undefined;
  let metaSchemasByUri: ReadonlyMap<string, SchemaResource> | undefined;

  let isSearched = false;
  const searched = <Found>(found: Found): Found => {
    isSearched = true;
    return found;
  };

  const ownDialect = createOwnDialects((uri) => {
    const mapped = files.mapped?.(uri);
    if (mapped !== undefined) return rootResource(files.get(mapped));
    metaSchemasByUri ??= searched(indexByUri(allFiles(), (file) => standardResources(file, files)));
    return metaSchemasByUri.get(uri) ?? rootResource(retrievedFile(uri, files));
  });
  const rootResource = (file: SchemaFile | undefined) =>
    file === undefined ? undefined : standardResources(file, files)[0];

  const resources: SchemaLibrary['resources'] = (file, inherited) => {
    const known = cache.get(file);
    const kept = known?.get(inherited);
    if (kept !== undefined) return kept;
    const found = resourcesOf(file, inherited, ownDialect, files);
    cache.set(file, (known ?? new Map<Dialect, readonly SchemaResource[]>()).set(inherited, found));
    return found;
  };

  const references = () => (referenced ??= searched(openApiReferences(files)));
  const documentOf: SchemaLibrary['documentOf'] = ({ file }) => references().get(file);
  /** A file that an OpenAPI document refers to need not be in a folder of schemas. */
  const allFiles = () => ({
    get: files.get,
    list: () => [
      ...new Set([...files.list(), ...(files.documents ?? []), ...[...references().keys()].toSorted()]),
    ],
  });
  const ownResources = (file: SchemaFile) => {
    const document = documentOf(file);
    return resources(
      file,
      document === undefined ? DEFAULT_DIALECT : dialectBehind(document.value, DEFAULT_DIALECT),
    );
  };
  const allByUri = () => (byUri ??= searched(indexByUri(allFiles(), ownResources)));

  return {
    files,
    nearestFile: (path) => nearestListed(path) ?? nearestNeighbour(path, files),
    resources,
    resourceAt: (file, pointer, inherited) => {
      const all = resources(file, inherited);
      const [root] = all;
      if (root === undefined) throw new Error(`no resource in ${file.file}`);
      // Nearly all files have no others.
      if (all.length === 1) return root;
      return all.reduce(
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
    mapped: (uri, inherited) => {
      const path = files.mapped?.(uri);
      if (path === undefined) return undefined;
      const file = files.get(path);
      return (file && resources(file, inherited)[0]) ?? { missing: path };
    },
    nearestUri: (uri) => {
      const plain = plainUri(uri);
      for (const [known, { file }] of allByUri())
        if (known !== uri && plainUri(known) === plain) return { uri: known, file };
      return undefined;
    },
    named: (uri, inherited) => {
      const found = allByUri().get(uri);
      const file = found === undefined ? retrievedFile(uri, files) : undefined;
      return file === undefined ? found : resources(file, inherited)[0];
    },
    namedRelatively: (reference, { file, pointer }) => {
      relativelyNamed ??= searched(
        indexBy(allFiles(), (each) => {
          const [root] = ownResources(each);
          const name = relativeName(each, '');
          return root === undefined || name === undefined ? [] : [[name, root]];
        }),
      );
      const uri = resolveUri(reference, relativeName(file, pointer) ?? ROOT_URI);
      return uri === undefined ? undefined : relativelyNamed.get(uri);
    },
    documentOf,
    ownDialect,
    isSearched: () => isSearched,
  };
}

/** The file next to a missing one that is most likely meant. */
function nearestNeighbour(path: string, { neighbours }: SchemaFiles): string | undefined {
  const name = nearest(posix.basename(path), neighbours?.(path) ?? []);
  return name === undefined ? undefined : posix.join(posix.dirname(path), name);
}

/** The resources of a file, without dialects that other files define. */
function standardResources(file: SchemaFile, files: SchemaFiles): readonly SchemaResource[] {
  return resourcesOf(file, DEFAULT_DIALECT, () => undefined, files);
}

/** The relative `$id` of a schema as a URI below the root, whatever folder its file is in; undefined without one. */
function relativeName(file: SchemaFile, pointer: JsonPointer): string | undefined {
  const schema = valueAt(file.value, pointer);
  const id = isJsonObject(schema) ? (member(schema, '$id') ?? member(schema, 'id')) : undefined;
  return typeof id !== 'string' || /^(?:[a-z][a-z0-9+.-]*:|[#/])/i.test(id)
    ? undefined
    : resolveUri(id, ROOT_URI);
}

function indexByUri(
  files: Pick<SchemaFiles, 'get' | 'list'>,
  resources: (file: SchemaFile) => readonly SchemaResource[],
): ReadonlyMap<string, SchemaResource> {
  return indexBy(files, (file) => resources(file).map((resource) => [resource.uri, resource] as const));
}

/** If two resources have the same URI, the one in the file that sorts first counts. */
function indexBy(
  files: Pick<SchemaFiles, 'get' | 'list'>,
  entries: (file: SchemaFile) => readonly (readonly [uri: string, resource: SchemaResource])[],
): ReadonlyMap<string, SchemaResource> {
  const all = files.list().flatMap((name) => {
    const file = files.get(name);
    return file?.value === undefined ? [] : entries(file);
  });
  const index = new Map(all.toReversed());
  for (const [uri, resource] of all) {
    const first = index.get(uri);
    if (first === undefined || first.file === resource.file || first.rival !== undefined) continue;
    const rival = rivalOf(first, resource);
    if (rival !== undefined) index.set(uri, { ...first, rival });
  }
  return index;
}
