import { join } from 'node:path';

import { isJsonObject } from '../../model/json/json-value';
import type { Project } from '../../model/project/project';
import type { UnusedSchema } from '../../model/project/schema-files';
import { isBelow } from '../../project/disk/file-path';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { DEFAULT_DIALECT } from '../../schema/dialects/dialect';
import { keywordOf } from '../../schema/dialects/keywords';
import { openApiReferences } from '../../schema/link/open-api-references';
import type { SchemaNode } from '../../schema/link/schema-node';
import { EVERYTHING, schemaRefsIn } from './scopes';

/**
 * The schema files that no contract and no OpenAPI document uses, given what those schemas of contracts reach that refer to others. Only files that look like a
 * schema count, as the folder may contain other files, such as samples. The list is empty when a schema cannot be read, a reference cannot be resolved, or a
 * meta-schema cannot be used: any of the files could be meant.
 */
export function unusedSchemas(
  project: Project,
  reached: () => readonly SchemaNode[],
): readonly UnusedSchema[] {
  if (ownFolders(project).length === 0 || isIncomplete(project, reached())) return [];
  return notAmong(project, new Set([...namedIn(project), ...reached().map(({ file }) => file.file)]));
}

/** Whether it is not known which schemas are used. `reached`: what those schemas of contracts reach that refer to others. */
export function isIncomplete(project: Project, reached: readonly SchemaNode[]): boolean {
  return (
    namedIn(project).some((file) => project.schemas.get(file)?.value === undefined) ||
    reached.some(({ file, problems }) => file.value === undefined || problems.some(isUnresolved))
  );
}

function namedIn(project: Project): readonly string[] {
  return schemaRefsIn(project, EVERYTHING).map(({ file }) => file);
}

/** The schema files that are not among the used ones. */
export function notAmong(
  project: Pick<Project, 'folders' | 'schemas' | 'samples'>,
  used: ReadonlySet<string>,
): readonly UnusedSchema[] {
  const own = ownFolders(project);
  if (own.length === 0) return [];
  const { folders, schemas, samples: recorded } = project;
  const samples = new Set(recorded.map(({ document }) => document.source.name));
  const unused = schemas
    .list()
    .filter((file) => !used.has(file))
    .filter((file) => own.some((root) => isBelow(root, join(folders.schemas.base, file))))
    .flatMap((name) => {
      const file = schemas.get(name);
      return file !== undefined && !samples.has(file.source.name) && looksLikeSchema(file.value)
        ? [{ name, file: file.source.name }]
        : [];
    });
  if (unused.length === 0) return [];
  const inDocuments = openApiReferences(schemas);
  return unused.filter(({ name }) => !inDocuments.has(name)).map(({ file }) => ({ file }));
}

/** The folders of schemas in the project. One around or next to it also has schemas of others. */
function ownFolders({ folders }: Pick<Project, 'folders'>): readonly string[] {
  return folders.schemas.roots.filter(
    (root) => isBelow(folders.project, root) && !isBelow(root, folders.project),
  );
}

const UNRESOLVED: ReadonlySet<string> = new Set(['unreadable', 'dangling-reference', 'remote-reference']);

function isUnresolved(problem: SchemaProblem): boolean {
  return (
    UNRESOLVED.has(problem.kind) || (problem.kind === 'unknown-dialect' && problem.metaSchema !== undefined)
  );
}

function looksLikeSchema(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    Object.keys(value).some(
      (name) => (keywordOf(name, DEFAULT_DIALECT)?.shape ?? 'annotation') !== 'annotation',
    )
  );
}
