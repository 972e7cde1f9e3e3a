import { posix } from 'node:path';

import { pointerFrom, pointerTokens, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject, member } from '../../model/json/json-value';
import { nearest } from '../../model/nearest';
import { percentDecoded } from '../../model/percent-decoded';
import {
  leadsOut,
  schemaFileName,
  schemaFileNamed,
  type SchemaFile,
  type SchemaFiles,
} from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { isOfOpenApi, type Dialect } from '../dialects/dialect';
import type { SchemaLibrary } from './schema-library';
import type { SchemaResource } from './schema-resources';
import { isUrl, ROOT_URI, baseUri, resolveUri } from '../dialects/schema-uri';
import { isOpenApi } from '../dialects/stated-dialect';

/** The target of a reference: a schema, a file that cannot be read, nothing, or something outside the schema root. */
export type Resolution =
  | {
      readonly kind: 'found';
      readonly file: SchemaFile;
      readonly pointer: JsonPointer;
      readonly value: unknown;
      readonly anchor?: string;
      /** Where it was found by an `$id`: that of a different schema in another file. */
      readonly rival?: SchemaProblem;
    }
  | { readonly kind: 'unreadable'; readonly problem: SchemaProblem }
  | {
      readonly kind: 'dangling';
      readonly nearest?: string;
      readonly missing?: string;
      readonly isFolder?: true;
    }
  | { readonly kind: 'remote'; readonly nearest?: string; readonly nearestIn?: string };

/** What was found out about the references of a resource: a large document has thousands that are the same. A resource belongs to one library. */
const resolutions = new WeakMap<SchemaResource, Map<string, Resolution>>();

/** Resolves a reference in the resource `from`. Nothing outside the schema root is ever read. */
export function resolveReference(
  reference: string,
  from: SchemaResource,
  library: SchemaLibrary,
): Resolution {
  const known = resolutions.get(from) ?? new Map<string, Resolution>();
  resolutions.set(from, known);
  const before = known.get(reference);
  if (before !== undefined) return before;
  const resolution = resolve(reference, from, library, new Set());
  known.set(reference, resolution);
  return resolution;
}

function resolve(
  reference: string,
  from: SchemaResource,
  library: SchemaLibrary,
  passed: ReadonlySet<string>,
): Resolution {
  const hash = reference.indexOf('#');
  const path = hash === -1 ? reference : reference.slice(0, hash);
  const fragment = hash === -1 ? '' : percentDecoded(reference.slice(hash + 1));
  const found = path === '' ? from : findNamed(path, from, library);
  if ('kind' in found) {
    if (hash === -1 || !('nearest' in found) || found.nearest === undefined) return found;
    // The manifest maps a URI to a file, so the fragment is not written there.
    const isMapped = 'missing' in found && found.missing !== undefined;
    return isMapped ? found : { ...found, nearest: found.nearest + reference.slice(hash) };
  }
  const { file, pointer, anchors, rival } = found;
  const beside = rival === undefined ? {} : { rival };
  if (file.isFolder === true) return { kind: 'dangling', isFolder: true };
  if (file.problem !== undefined) return { kind: 'unreadable', problem: file.problem };
  if (fragment !== '' && !fragment.startsWith('/')) {
    const anchored = anchors.get(fragment);
    return anchored === undefined
      ? dangling(nearest(fragment, [...anchors.keys()]), (anchor) => `${path}#${anchor}`)
      : {
          kind: 'found',
          file,
          pointer: anchored,
          value: valueAt(file.value, anchored),
          anchor: fragment,
          ...beside,
        };
  }
  const target = pointerTarget(found, pointer + fragment, library, passed);
  return target === undefined
    ? dangling(nearestPointer(file.value, pointer, fragment), (part) => `${path}#${part}`)
    : { kind: 'found', ...target, ...beside };
}

/** A value and where it is written. */
export interface PointerTarget {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  readonly value: unknown;
}

/**
 * Where a pointer leads in a resource. In OpenAPI documents, a step of it may lead through a reference: `/paths/~1a/get/responses/200/content`,
 * where the response is a `$ref`. `passed` has the references on the way here, which would be passed again in a circle.
 */
export function pointerTarget(
  { file, dialect }: Pick<SchemaResource, 'file' | 'dialect'>,
  pointer: JsonPointer,
  library: SchemaLibrary,
  passed: ReadonlySet<string> = new Set(),
): PointerTarget | undefined {
  const value = valueAt(file.value, pointer);
  if (value !== undefined) return { file, pointer, value };
  if (!isOfOpenApi(dialect) && !isOpenApi(file.value)) return undefined;
  const tokens = pointerTokens(pointer);
  for (const length of tokens.keys()) {
    const at = pointerFrom(tokens.slice(0, length));
    const here = valueAt(file.value, at);
    if (here === undefined) return undefined;
    const reference = isJsonObject(here) ? member(here, '$ref') : undefined;
    const rest = pointerFrom(tokens.slice(length));
    const key = `${file.file}#${at} ${rest}`;
    if (typeof reference !== 'string' || passed.has(key)) continue;
    const next = new Set([...passed, key]);
    const target = resolve(reference, library.resourceAt(file, at, dialect), library, next);
    if (target.kind !== 'found') continue;
    const resource = library.resourceAt(target.file, target.pointer, dialect);
    const found = pointerTarget(resource, target.pointer + rest, library, next);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The resource that a reference without fragment means: by its URI, or else by a relative `$id` that is only a name. */
function findNamed(path: string, from: SchemaResource, library: SchemaLibrary): SchemaResource | Resolution {
  const found = findResource(path, from, library);
  const isLost = 'kind' in found && found.kind !== 'found' && !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path);
  return (isLost ? library.namedRelatively(path, from) : undefined) ?? found;
}

function findResource(
  path: string,
  from: SchemaResource,
  library: SchemaLibrary,
): SchemaResource | Resolution {
  const { resources, files } = library;
  const uri = resolveUri(path, baseUri(from.uri, files)) ?? path;
  const embedded = resources(from.file, from.dialect).find((resource) => resource.uri === uri);
  const known = embedded ?? library.metaSchema(uri) ?? library.mapped(uri, from.dialect);
  if (known !== undefined && !('missing' in known)) return known;
  if (known !== undefined) {
    const near = library.nearestFile(known.missing);
    const missing = schemaFileName(files, known.missing);
    return { ...dangling(near, (file) => schemaFileName(files, file)), missing };
  }
  if (isUrl(path)) return library.named(uri, from.dialect) ?? remote(uri, library);

  const decoded = percentDecoded(path);
  const folder = files.refBase ?? posix.dirname(from.file.file);
  const relativeFile = fileOfPath(decoded, folder, files);
  const neighbour =
    rootOf(relativeFile, from.dialect, library) ?? neighbourBehindLink(decoded, from, library);
  if (uri.startsWith(ROOT_URI)) {
    const found =
      rootOf(percentDecoded(uri.slice(ROOT_URI.length)), from.dialect, library) ??
      neighbour ??
      library.named(uri, from.dialect);
    if (found !== undefined) return found;
    if (leadsOut(files, relativeFile)) return { kind: 'remote' };
  } else {
    // The `$id` of a schema may have nothing to do with its file name. A file next to it is still the more likely target. So is a file in
    // the folder that all references are relative to.
    const isMeant = neighbour !== undefined && (neighbour.uri === uri || files.refBase !== undefined);
    const found = isMeant ? neighbour : (library.named(uri, from.dialect) ?? neighbour);
    if (found !== undefined) return found;
    const outside = remote(uri, library);
    if (outside.nearest !== undefined) return outside;
  }
  return dangling(library.nearestFile(relativeFile), (file) => posix.relative(folder, file));
}

/** The file that a relative path means; one that begins with `/` is relative to a folder of schemas. */
function fileOfPath(path: string, folder: string, files: SchemaFiles): string {
  if (!path.startsWith('/')) return posix.join(folder, path);
  return files.refBase === undefined
    ? schemaFileNamed(files, path.slice(1))
    : posix.join(files.refBase, path.slice(1));
}

function remote(uri: string, { nearestUri }: SchemaLibrary): Extract<Resolution, { kind: 'remote' }> {
  const near = nearestUri(uri);
  return {
    kind: 'remote',
    ...(near === undefined ? {} : { nearest: near.uri, nearestIn: near.file.source.name }),
  };
}

function rootOf(
  file: string,
  inherited: Dialect,
  { files, resources }: SchemaLibrary,
): SchemaResource | undefined {
  const found = leadsOut(files, file) ? undefined : files.get(file);
  return found === undefined ? undefined : resources(found, inherited)[0];
}

/** A file next to the file that a link leads to. */
function neighbourBehindLink(
  path: string,
  { file, dialect }: SchemaResource,
  library: SchemaLibrary,
): SchemaResource | undefined {
  const { refBase, behindLink } = library.files;
  const found = refBase === undefined ? behindLink?.(file.file, path) : undefined;
  return found === undefined ? undefined : rootOf(found, dialect, library);
}

function dangling(
  found: string | undefined,
  format: (found: string) => string,
): Extract<Resolution, { kind: 'dangling' }> {
  return { kind: 'dangling', ...(found === undefined ? {} : { nearest: format(found) }) };
}

/** The pointer with its first wrong step replaced by the most similar property, if the result leads to a value. */
export function nearestPointer(
  document: unknown,
  base: JsonPointer,
  pointer: JsonPointer,
): JsonPointer | undefined {
  const tokens = pointerTokens(pointer);
  const wrong = tokens.findIndex(
    (_, index) => valueAt(document, base + pointerFrom(tokens.slice(0, index + 1))) === undefined,
  );
  const parent = valueAt(document, base + pointerFrom(tokens.slice(0, Math.max(0, wrong))));
  const key = isJsonObject(parent) ? nearest(tokens[wrong] ?? '', Object.keys(parent)) : undefined;
  if (key === undefined) return undefined;
  const corrected = pointerFrom(tokens.with(wrong, key));
  return valueAt(document, base + corrected) === undefined ? undefined : corrected;
}
