import { isJsonObject } from '../../model/json-value';
import type { Project } from '../../model/project';
import type { UnusedSchema } from '../../model/schema-files';
import { DEFAULT_DIALECT } from '../../schema/link/dialect';
import { keywordOf } from '../../schema/link/keywords';
import type { SchemaSet } from '../../schema/schema-set';
import { EVERYTHING, schemaRefsIn } from './scopes';

/**
 * The schema files that no contract leads to: what looks like a schema, as other files may lie there too. None where a schema cannot be read or
 * a reference leads nowhere, which may mean any of them.
 */
export function unusedSchemas(project: Project, set: Pick<SchemaSet, 'reach'>): readonly UnusedSchema[] {
  const { schemas } = project;
  const refs = schemaRefsIn(project, EVERYTHING);
  const reached = set.reach(refs);
  const used = new Set([...refs.map(({ file }) => file), ...reached.map(({ file }) => file.file)]);
  const isUnsure =
    [...used].some((file) => schemas.get(file)?.value === undefined) ||
    reached.some(({ problems }) => problems.some(({ kind }) => UNRESOLVED.has(kind)));
  if (schemas.root === '.' || isUnsure) return [];
  return schemas
    .list()
    .filter((file) => !used.has(file))
    .flatMap((name) => {
      const file = schemas.get(name);
      return file !== undefined && looksLikeSchema(file.value) ? [{ file: file.source.name }] : [];
    });
}

const UNRESOLVED: ReadonlySet<string> = new Set(['unreadable', 'dangling-reference', 'remote-reference']);

function looksLikeSchema(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    Object.keys(value).some(
      (name) => (keywordOf(name, DEFAULT_DIALECT)?.shape ?? 'annotation') !== 'annotation',
    )
  );
}
