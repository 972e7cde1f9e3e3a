import type { Place } from '../../model/documents/place';
import { schemaFileName, type SchemaFile } from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { OwnDialect } from '../dialects/own-dialect';
import type { SchemaLibrary } from './schema-library';
import { fileUri, resolveUri } from '../dialects/schema-uri';
import type { StatedDialect } from '../dialects/stated-dialect';

/** Where an unknown dialect is named, and what is known about it. */
interface Naming {
  readonly own: Extract<OwnDialect, { kind: 'unusable' }> | undefined;
  readonly library: SchemaLibrary;
  readonly file: SchemaFile;
  readonly place: Place;
}

/** A `$schema` that names no dialect that can be used, with what is wrong with its meta-schema if there is one. */
export function unknownDialect(
  { name, uri }: Extract<StatedDialect, { kind: 'unknown' }>,
  { own, library, file, place }: Naming,
): SchemaProblem {
  const { files } = library;
  const problem = { kind: 'unknown-dialect', dialect: name, root: files.root, place } as const;
  if (own !== undefined) {
    const { metaSchema, vocabulary } = own;
    if (metaSchema.file.problem !== undefined) return metaSchema.file.problem;
    return {
      ...problem,
      metaSchema: metaSchema.file.source.name,
      ...(vocabulary === undefined ? {} : { vocabulary }),
    };
  }
  const absolute = uri === undefined ? undefined : resolveUri(uri, fileUri(file.file));
  if (absolute === undefined) return problem;
  const mapped = files.mapped?.(absolute);
  if (mapped !== undefined) return { ...problem, missing: schemaFileName(files, mapped) };
  const near = library.nearestUri(absolute);
  return near === undefined ? problem : { ...problem, nearest: near.uri, nearestIn: near.file.source.name };
}
