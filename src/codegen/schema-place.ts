import { formatSchemaRef, type SchemaRef } from '../model/contract';
import { childPointer, valueAt, type JsonPointer } from '../model/json-pointer';
import type { SchemaFile } from '../model/schema-files';
import type { SchemaProblem } from '../model/schema-problem';
import { UsageError } from '../model/usage-error';
import { DEFAULT_DIALECT, type Dialect } from '../schema/link/dialect';
import { findSchema } from '../schema/link/find-schema';
import { resolveReference } from '../schema/link/resolve-reference';
import type { SchemaLibrary } from '../schema/link/schema-library';

/** A schema, whole or a part of one, and where it stands. */
export interface SchemaPlace {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  readonly value: unknown;
  /** What its file is written in where it does not say. */
  readonly inherited: Dialect;
}

/** The schema that a manifest names; throws a UsageError where it cannot be read. */
export function schemaPlaceOf(library: SchemaLibrary, ref: SchemaRef): SchemaPlace {
  const { files } = library;
  const file = findSchema(ref, library);
  if ('kind' in file) throw new UsageError(describeProblem(file, `${files.root}/${formatSchemaRef(ref)}`));
  return { file, pointer: ref.pointer, value: valueAt(file.value, ref.pointer), inherited: DEFAULT_DIALECT };
}

/** A part of a schema, a step after the other; undefined where there is nothing. */
export function childPlace(place: SchemaPlace, steps: readonly (string | number)[]): SchemaPlace | undefined {
  const pointer = steps.reduce<string>(childPointer, place.pointer);
  const value = valueAt(place.file.value, pointer);
  return value === undefined ? undefined : { ...place, pointer, value };
}

/** The dialect that a schema is written in. */
export function dialectOf(library: SchemaLibrary, { file, pointer, inherited }: SchemaPlace): Dialect {
  return library.resourceAt(file, pointer, inherited).dialect;
}

/** The schema that a `$ref` means; nothing is ever fetched. Throws a UsageError where it leads nowhere. */
export function followReference(library: SchemaLibrary, from: SchemaPlace, reference: string): SchemaPlace {
  const resource = library.resourceAt(from.file, from.pointer, from.inherited);
  const target = resolveReference(reference, resource, library);
  const where = `${describePlace(from)}: the reference \`${reference}\``;
  switch (target.kind) {
    case 'found':
      return {
        file: target.file,
        pointer: target.pointer,
        value: valueAt(target.file.value, target.pointer),
        inherited: target.file === from.file ? from.inherited : resource.dialect,
      };
    case 'unreadable':
      throw new UsageError(describeProblem(target.problem, where));
    case 'remote':
      throw new UsageError(`${where} leaves ${library.files.root}, and nothing is fetched: put a copy there`);
    case 'dangling':
      throw new UsageError(
        `${where} leads nowhere${target.nearest === undefined ? '' : `: did you mean \`${target.nearest}\``}`,
      );
  }
}

/** As messages name it: `schemas/versions/show.json#/properties/version`. */
export function describePlace({ file, pointer }: SchemaPlace): string {
  return formatSchemaRef({ file: file.source.name, pointer });
}

function describeProblem(problem: SchemaProblem, schema: string): string {
  if ('message' in problem) return `${schema}: ${problem.message}`;
  const like = 'nearest' in problem ? `: did you mean \`${problem.nearest}\`` : '';
  return `there is no schema ${schema}${like}`;
}
