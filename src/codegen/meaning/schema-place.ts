import { formatSchemaRef, type SchemaRef } from '../../model/contracts/contract';
import { pointerFrom, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import { schemaName, type SchemaFile } from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { UsageError } from '../../model/usage-error';
import { DEFAULT_DIALECT, type Dialect } from '../../schema/dialects/dialect';
import { dynamicTarget, extendScope, scopeKey } from '../../schema/link/dynamic-scope';
import { findSchema } from '../../schema/link/find-schema';
import { resolveReference } from '../../schema/link/resolve-reference';
import type { SchemaLibrary } from '../../schema/link/schema-library';
import type { DynamicScope } from '../../schema/link/schema-node';
import { statedDialect } from '../../schema/dialects/stated-dialect';

/** A schema or a part of one, with its place. */
export interface SchemaPlace {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  readonly value: unknown;
  /** The dialect of its file where the file names none. */
  readonly inherited: Dialect;
  /** The dynamic anchors of the resources on the way here. */
  readonly scope: DynamicScope;
}

/** Tells places apart: the same part of a file may mean different things where it has dynamic references. */
export function schemaPlaceKey({ file, pointer, inherited, scope }: SchemaPlace): string {
  return [file.file, pointer, inherited, scopeKey(scope)].join('\0');
}

/** The schema that a manifest names; throws a UsageError where it cannot be read. */
export function schemaPlaceOf(library: SchemaLibrary, ref: SchemaRef): SchemaPlace {
  const { files } = library;
  const found = findSchema(ref, library);
  if ('kind' in found) throw new UsageError(describeSchemaProblem(found, schemaName(ref, files)));
  const { file, pointer, dialect } = found;
  // A file that names no dialect has that of the OpenAPI document that refers to it.
  const isSilent = dialect === DEFAULT_DIALECT && statedDialect(file.value).kind !== 'known';
  const stated = statedDialect(isSilent ? library.documentOf(file)?.value : undefined);
  return placeAt(library, file, pointer, stated.kind === 'known' ? stated.dialect : dialect, new Map());
}

function placeAt(
  library: SchemaLibrary,
  file: SchemaFile,
  pointer: JsonPointer,
  inherited: Dialect,
  outerScope: DynamicScope,
): SchemaPlace {
  const scope = extendScope(outerScope, library.resourceAt(file, pointer, inherited));
  return { file, pointer, value: valueAt(file.value, pointer), inherited, scope };
}

/** The part of a schema at these steps. */
export function childPlace(
  library: SchemaLibrary,
  { file, pointer, inherited, scope }: SchemaPlace,
  steps: readonly (string | number)[],
): SchemaPlace {
  return placeAt(library, file, pointerFrom(steps, pointer), inherited, scope);
}

/** The dialect of a schema. */
export function dialectOf(library: SchemaLibrary, { file, pointer, inherited }: SchemaPlace): Dialect {
  return library.resourceAt(file, pointer, inherited).dialect;
}

/** The target of a reference; nothing is ever fetched. Throws a UsageError where there is no target. */
export function followReference(
  library: SchemaLibrary,
  from: SchemaPlace,
  keyword: string,
  reference: string,
): SchemaPlace {
  const resource = library.resourceAt(from.file, from.pointer, from.inherited);
  const target = resolveReference(reference, resource, library);
  const where = `${describePlace(from)}: the reference \`${reference}\``;
  switch (target.kind) {
    case 'found': {
      const inherited = target.file === from.file ? from.inherited : resource.dialect;
      const owner = library.resourceAt(target.file, target.pointer, inherited);
      const { file, pointer } = dynamicTarget(keyword, target, owner, from.scope);
      return placeAt(library, file, pointer, inherited, from.scope);
    }
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
