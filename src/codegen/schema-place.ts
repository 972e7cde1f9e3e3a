import { formatSchemaRef, type SchemaRef } from '../model/contract';
import { childPointer, valueAt, type JsonPointer } from '../model/json-pointer';
import type { SchemaFile } from '../model/schema-files';
import type { SchemaProblem } from '../model/schema-problem';
import { UsageError } from '../model/usage-error';
import { DEFAULT_DIALECT, type Dialect } from '../schema/link/dialect';
import { findSchema } from '../schema/link/find-schema';
import { resolveReference } from '../schema/link/resolve-reference';
import type { SchemaLibrary } from '../schema/link/schema-library';

/** A schema or a part of one, with its place. */
export interface SchemaPlace {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  readonly value: unknown;
  /** The dialect of its file where the file names none. */
  readonly inherited: Dialect;
}

/** The schema that a manifest names; throws a UsageError where it cannot be read. */
export function schemaPlaceOf(library: SchemaLibrary, ref: SchemaRef): SchemaPlace {
  const { files } = library;
  const file = findSchema(ref, library);
  if ('kind' in file)
    throw new UsageError(describeSchemaProblem(file, `${files.root}/${formatSchemaRef(ref)}`));
  return { file, pointer: ref.pointer, value: valueAt(file.value, ref.pointer), inherited: DEFAULT_DIALECT };
}

/** The part of a schema at these steps; undefined where there is no value. */
export function childPlace(place: SchemaPlace, steps: readonly (string | number)[]): SchemaPlace | undefined {
  const pointer = steps.reduce<string>(childPointer, place.pointer);
  const value = valueAt(place.file.value, pointer);
  return value === undefined ? undefined : { ...place, pointer, value };
}

/** The dialect of a schema. */
export function dialectOf(library: SchemaLibrary, { file, pointer, inherited }: SchemaPlace): Dialect {
  return library.resourceAt(file, pointer, inherited).dialect;
}

/** The target of a reference; nothing is ever fetched. Throws a UsageError where there is no target. */
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
      throw new UsageError(describeSchemaProblem(target.problem, where));
    case 'remote':
      throw new UsageError(
        `${where} is outside ${library.files.root}, and nothing is fetched: put a copy there`,
      );
    case 'dangling':
      throw new UsageError(
        `${where} has no target: ${target.nearest === undefined ? 'fix or remove it' : `did you mean \`${target.nearest}\`?`}`,
      );
  }
}

/** The place as messages show it: `schemas/versions/show.json#/properties/version`. */
export function describePlace({ file, pointer }: SchemaPlace): string {
  return formatSchemaRef({ file: file.source.name, pointer });
}

function describeSchemaProblem(problem: SchemaProblem, schema: string): string {
  if ('message' in problem) return `${schema}: ${problem.message}`;
  const like = 'nearest' in problem ? `: did you mean \`${problem.nearest}\`?` : '';
  return `there is no schema ${schema}${like}`;
}
