import { posix } from 'node:path';

import { pointerFrom, pointerTokens, valueAt, type JsonPointer } from '../../model/json-pointer';
import { isJsonObject } from '../../model/json-value';
import { nearest } from '../../model/nearest';
import { percentDecoded } from '../../model/percent-decoded';
import type { SchemaFile } from '../../model/schema-files';
import type { SchemaProblem } from '../../model/schema-problem';
import type { Dialect } from './dialect';
import type { SchemaLibrary } from './schema-library';
import type { SchemaResource } from './schema-resources';
import { ROOT_URI, resolveUri } from './schema-uri';

/** The target of a reference: a schema, a file that cannot be read, nothing, or something outside the schema root. */
export type Resolution =
  | {
      readonly kind: 'found';
      readonly file: SchemaFile;
      readonly pointer: JsonPointer;
      readonly anchor?: string;
    }
  | { readonly kind: 'unreadable'; readonly problem: SchemaProblem }
  | { readonly kind: 'dangling'; readonly nearest?: string }
  | { readonly kind: 'remote' };

/** Resolves a reference in the resource `from`. Nothing outside the schema root is ever read. */
export function resolveReference(
  reference: string,
  from: SchemaResource,
  library: SchemaLibrary,
): Resolution {
  const hash = reference.indexOf('#');
  const path = hash === -1 ? reference : reference.slice(0, hash);
  const fragment = hash === -1 ? '' : percentDecoded(reference.slice(hash + 1));
  const found = path === '' ? from : findResource(path, from, library);
  if ('kind' in found) return found;
  const { file, pointer, anchors } = found;
  if (file.problem !== undefined) return { kind: 'unreadable', problem: file.problem };
  if (fragment !== '' && !fragment.startsWith('/')) {
    const anchored = anchors.get(fragment);
    return anchored === undefined
      ? dangling(nearest(fragment, [...anchors.keys()]), (anchor) => `${path}#${anchor}`)
      : { kind: 'found', file, pointer: anchored, anchor: fragment };
  }
  return valueAt(file.value, pointer + fragment) === undefined
    ? dangling(nearestPointer(file.value, pointer, fragment), (part) => `${path}#${part}`)
    : { kind: 'found', file, pointer: pointer + fragment };
}

function findResource(
  path: string,
  from: SchemaResource,
  library: SchemaLibrary,
): SchemaResource | Resolution {
  const { resources } = library;
  const uri = resolveUri(path, from.uri) ?? path;
  const embedded = resources(from.file, from.dialect).find((resource) => resource.uri === uri);
  const known = embedded ?? library.metaSchema(uri);
  if (known !== undefined) return known;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)) return library.named(uri, from.dialect) ?? { kind: 'remote' };

  const decoded = percentDecoded(path);
  const relativeFile = decoded.startsWith('/')
    ? decoded.slice(1)
    : posix.join(posix.dirname(from.file.file), decoded);
  const neighbour = rootOf(relativeFile, from.dialect, library);
  if (uri.startsWith(ROOT_URI)) {
    const found = rootOf(percentDecoded(uri.slice(ROOT_URI.length)), from.dialect, library) ?? neighbour;
    if (found !== undefined) return found;
    if (relativeFile.startsWith('../')) return { kind: 'remote' };
  } else {
    // The `$id` of a schema may have nothing to do with its file name. A file next to it is still the more likely target.
    const found = neighbour?.uri === uri ? neighbour : (library.named(uri, from.dialect) ?? neighbour);
    if (found !== undefined) return found;
  }
  return dangling(library.nearestFile(relativeFile), (file) =>
    posix.relative(posix.dirname(from.file.file), file),
  );
}

function rootOf(
  file: string,
  inherited: Dialect,
  { files, resources }: SchemaLibrary,
): SchemaResource | undefined {
  const found = file.startsWith('../') ? undefined : files.get(file);
  return found === undefined ? undefined : resources(found, inherited)[0];
}

function dangling(found: string | undefined, format: (found: string) => string): Resolution {
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
