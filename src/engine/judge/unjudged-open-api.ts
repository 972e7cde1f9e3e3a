import type { NotChecked } from '../../model/findings/check-result';
import { groupBy, uniqueBy } from '../../model/group-by';
import { hasExample, partsOf } from '../../model/project/open-api';
import { placeKey } from '../../model/documents/place';
import type { Project } from '../../model/project/project';
import { isRemoteSchema } from '../../openapi/is-remote-schema';
import { hasOperations } from '../../openapi/open-api-document';
import type { SchemaSet } from '../../schema/schema-set';

/**
 * What is not checked in OpenAPI documents: operations without an example, examples that are not JSON, whatever would have to be fetched, and all examples of
 * documents that only have a schema of a contract.
 */
export function unjudgedOpenApi(
  project: Pick<Project, 'openApi' | 'contracts' | 'schemas'>,
  schemas: Pick<SchemaSet, 'problems'>,
): readonly NotChecked[] {
  const { documents, problems } = project.openApi;
  const operations = documents.flatMap((document) => document.operations);
  const parts = uniqueBy(
    documents.flatMap(partsOf).filter(({ notJudged }) => notJudged !== undefined),
    ({ place }) => placeKey(place),
  );
  const unread = parts.flatMap(({ label, notJudged = [] }) => notJudged.map((each) => ({ ...each, label })));
  return [
    {
      what: 'operations without an example',
      one: 'operation without an example',
      items: operations.filter((operation) => !hasExample(operation)).map(({ label }) => label),
    },
    ...[...groupBy(unread, ({ what }) => what)].map(([what, ofKind]) => ({
      what: examplesIn(what, 'examples'),
      one: examplesIn(what, 'example'),
      items: ofKind.flatMap(({ label, count }) => Array.from({ length: count }, () => label)),
    })),
    {
      what: 'remote references',
      one: 'remote reference',
      items: [
        ...problems.flatMap((problem) => (problem.kind === 'remote' ? problem.reference : [])),
        ...remoteSchemas(project.contracts, schemas),
      ],
    },
    {
      what: 'OpenAPI documents without operations',
      one: 'OpenAPI document without operations',
      items: documents
        .filter((document) => document.operations.length === 0 && document.file.problem === undefined)
        .map(({ file }) => file.source.name),
    },
    {
      what: 'OpenAPI documents that only lend schemas',
      one: 'OpenAPI document that only lends schemas',
      items: documentsForSchemas(project),
    },
  ];
}

/** The references to schemas that would have to be downloaded, each once. */
function remoteSchemas(
  contracts: Project['contracts'],
  schemas: Pick<SchemaSet, 'problems'>,
): readonly string[] {
  const versions = contracts.flatMap((contract) => contract.versions);
  const found = versions.flatMap(({ schema, place }) =>
    schema.dialect === undefined ? [] : schemas.problems(schema, place),
  );
  return uniqueBy(found.filter(isRemoteSchema), ({ place }) => placeKey(place)).map(
    ({ reference }) => reference,
  );
}

/** The documents with operations that the manifest does not list under `openapi:`, although contracts have schemas of theirs. */
function documentsForSchemas({
  openApi,
  contracts,
  schemas,
}: Pick<Project, 'openApi' | 'contracts' | 'schemas'>): readonly string[] {
  const listed = new Set(openApi.documents.map(({ file }) => file.file));
  const named = contracts.flatMap(({ versions }) => versions.map(({ schema }) => schema));
  // The schema of a whole file is no OpenAPI document. The files of the others are read only here, if nothing has changed in them.
  const parts = new Set(named.flatMap(({ file, pointer }) => (pointer === '' ? [] : file)));
  return [...parts]
    .filter((file) => !listed.has(file))
    .flatMap((file) => schemas.get(file) ?? [])
    .filter(({ value }) => hasOperations(value))
    .map(({ source }) => source.name);
}

/** `XML examples`, or `examples as text in a style`. */
function examplesIn(what: string, noun: string): string {
  return what.includes(' ') ? `${noun} as ${what}` : `${what} ${noun}`;
}
