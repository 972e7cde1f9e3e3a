import type { Document } from '../../model/documents/document';
import type { Project } from '../../model/project/project';
import { schemaFileAt } from '../../model/project/schema-files';
import type { SubjectLists } from '../../rules/rule';

/** Looks up the value of a document, response or schema file by name; undefined for any other file. */
export function createValueOf(
  { schemas }: Pick<Project, 'schemas'>,
  subjects: Pick<SubjectLists, 'document' | 'schema-example'>,
): (name: string) => unknown {
  const ofDocument = valuesByName([
    ...subjects.document,
    ...subjects['schema-example'].map(({ document }) => document),
  ]);
  return (name) => {
    const schema = ofDocument(name) === undefined ? schemas.get(schemaFileAt(schemas, name)) : undefined;
    return schema?.source.name === name ? schema.value : ofDocument(name);
  };
}

/** Looks up the value of a document by name. */
export function valuesByName(documents: readonly Document[]): (name: string) => unknown {
  let known: ReadonlyMap<string, Document> | undefined;
  return (name) => {
    known ??= new Map(documents.map((document) => [document.source.name, document]));
    return known.get(name)?.value;
  };
}
