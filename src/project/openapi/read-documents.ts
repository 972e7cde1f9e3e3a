import { dirname, posix, resolve } from 'node:path';

import { nearest } from '../../model/nearest';
import type { OpenApiDocument, Operation } from '../../model/project/open-api';
import type { SchemaFile } from '../../model/project/schema-files';
import { readOpenApi } from '../../openapi/read-open-api';
import type { SchemaLibrary } from '../../schema/link/schema-library';
import { isOpenApi } from '../../schema/dialects/stated-dialect';
import type { At, ManifestMistake, ManifestOpenApi, OperationSelection } from '../manifest/manifest';
import { belowFolder } from '../schemas/schema-folders';
import type { Tree } from '../tree/tree';
import { createSelection, matchesPath } from './select-operations';

/** The OpenAPI documents of a manifest, and the mistakes in its entries. */
export interface ReadDocuments {
  readonly documents: readonly OpenApiDocument[];
  readonly mistakes: readonly ManifestMistake[];
}

/** Reads the documents with the operations that the manifest selects; `folder` is that of the manifest, `base` that of the schema files. */
export function readDocuments(
  entries: readonly ManifestOpenApi[],
  library: SchemaLibrary,
  {
    folder,
    base,
    tree,
  }: { readonly folder: string; readonly base: string; readonly tree: Pick<Tree, 'namesIn'> },
): ReadDocuments {
  const all = entries.map((entry) =>
    readEntry(entry, library, {
      folder,
      tree,
      name: belowFolder(base, resolve(folder, entry.document.value)),
    }),
  );
  return {
    documents: all.flatMap(({ document }) => document ?? []),
    mistakes: all.flatMap(({ mistakes }) => mistakes),
  };
}

function readEntry(
  { pointer, document: { value: path, pointer: at }, prefix, select, except }: ManifestOpenApi,
  library: SchemaLibrary,
  {
    folder,
    name,
    tree,
  }: { readonly folder: string; readonly name: string; readonly tree: Pick<Tree, 'namesIn'> },
): { readonly document?: OpenApiDocument; readonly mistakes: readonly ManifestMistake[] } {
  const file = library.files.get(name);
  const mistake = file === undefined ? missingMessage(path, folder, tree) : wrongDocument(file, path);
  if (file === undefined || mistake !== undefined)
    return { mistakes: [{ pointer: at, message: mistake ?? '' }] };
  const document = readOpenApi(file, library, prefix);
  const { operations } = document;
  const selected = operations.filter(createSelection(select, except));
  const unknown = [select, except].flatMap((selection) => unknownNames(selection, operations, path));
  const isEmpty = selected.length === 0 && operations.length > 0 && unknown.length === 0;
  return {
    document: { ...document, operations: selected },
    mistakes: isEmpty
      ? [
          {
            pointer: select === undefined ? `${pointer}/except` : `${pointer}/select`,
            message: `no operation of \`${path}\` is selected: each must match every property here${except === undefined ? '' : ', and none of `except`'}`,
          },
        ]
      : unknown,
  };
}

function missingMessage(path: string, folder: string, tree: Pick<Tree, 'namesIn'>): string {
  const files = tree
    .namesIn(dirname(resolve(folder, path)))
    .map((file) => posix.join(posix.dirname(path), file));
  const like = nearest(path, files);
  return `\`${path}\` does not exist: ${like === undefined ? 'create it, or fix the path' : `did you mean \`${like}\`?`}`;
}

/** Why a file is not an OpenAPI document; undefined for one. That it cannot be read is a finding with its line. */
export function wrongDocument({ value, problem }: SchemaFile, path: string): string | undefined {
  return problem !== undefined || isOpenApi(value)
    ? undefined
    : `\`${path}\` is not an OpenAPI document: it needs "openapi" or "swagger" at its top, and "info" or "paths"`;
}

/** The names in a selection that no operation has: a misspelt one would select nothing. */
function unknownNames(
  { tags = [], paths = [], operations: names = [] }: OperationSelection = {},
  operations: readonly Operation[],
  document: string,
): readonly ManifestMistake[] {
  const known = {
    tag: [...new Set(operations.flatMap((operation) => operation.tags))],
    operation: operations.flatMap(({ id, label }) => (id === undefined ? [label] : [id, label])),
    path: [...new Set(operations.map(({ path }) => path))].flatMap((path) => [path, ...globsAround(path)]),
  };
  const unknown = (
    what: keyof typeof known,
    given: readonly At<string>[],
    isKnown: (name: string) => boolean,
  ) =>
    given
      .filter(({ value }) => !isKnown(value))
      .map(({ value, pointer }) => {
        const like = nearest(value, known[what]);
        const remedy = like === undefined ? '' : `: did you mean \`${like}\`?`;
        return { pointer, message: `\`${document}\` has no ${what} \`${value}\`${remedy}` };
      });
  return [
    ...unknown('tag', tags, (name) => known.tag.includes(name)),
    ...unknown('path', paths, (glob) => operations.map(({ path }) => path).some(matchesPath([glob]))),
    ...unknown('operation', names, (name) => known.operation.includes(name)),
  ];
}

/** `/servers/**` and `/servers/{id}/**` of `/servers/{id}`. */
function globsAround(path: string): readonly string[] {
  const segments = path.split('/').slice(1);
  return segments.map((_, index) => `/${segments.slice(0, index + 1).join('/')}/**`);
}
