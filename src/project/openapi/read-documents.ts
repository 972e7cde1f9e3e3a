import { resolve } from 'node:path';

import { nearest } from '../../model/nearest';
import type { OpenApiDocument, Operation } from '../../model/open-api';
import type { SchemaFile } from '../../model/schema-files';
import { readOpenApi } from '../../openapi/read-open-api';
import type { SchemaLibrary } from '../../schema/link/schema-library';
import { isOpenApi } from '../../schema/link/stated-dialect';
import type { At, ManifestOpenApi, OperationSelection } from '../manifest';
import type { ManifestMistake } from '../manifest';
import { belowFolder } from '../schema-folders';
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
  { folder, base }: { readonly folder: string; readonly base: string },
): ReadDocuments {
  const all = entries.map((entry) =>
    readEntry(entry, library, belowFolder(base, resolve(folder, entry.document.value))),
  );
  return {
    documents: all.flatMap(({ document }) => document ?? []),
    mistakes: all.flatMap(({ mistakes }) => mistakes),
  };
}

function readEntry(
  { pointer, document: { value: path, pointer: at }, prefix, select, except }: ManifestOpenApi,
  library: SchemaLibrary,
  name: string,
): { readonly document?: OpenApiDocument; readonly mistakes: readonly ManifestMistake[] } {
  const file = library.files.get(name);
  const mistake = file === undefined ? `\`${path}\` does not exist` : mistakeIn(file, path);
  if (file === undefined || mistake !== undefined)
    return { mistakes: [{ pointer: at, message: mistake ?? '' }] };
  const document = readOpenApi(file, library, prefix);
  const { operations } = document;
  const selected = operations.filter(createSelection(select, except));
  const unknown = [select, except].flatMap((selection) => unknownNames(selection, operations, path));
  const isEmpty = selected.length === 0 && operations.length > 0 && unknown.length === 0;
  return {
    document: { ...document, operations: selected },
    mistakes: isEmpty ? [{ pointer, message: `no operation of \`${path}\` is selected` }] : unknown,
  };
}

/** A document that cannot be read is a finding with its line, and no mistake of the manifest. */
function mistakeIn({ value, problem }: SchemaFile, path: string): string | undefined {
  return problem !== undefined || isOpenApi(value)
    ? undefined
    : `\`${path}\` is not an OpenAPI document: it needs "openapi" or "swagger", and "info"`;
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
    path: [...new Set(operations.map(({ path }) => path))],
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
    ...unknown('path', paths, (glob) => known.path.some(matchesPath([glob]))),
    ...unknown('operation', names, (name) => known.operation.includes(name)),
  ];
}
