import { isWrongOnPurpose, type ContractVersion, type Sample } from '../../model/contracts/contract';
import { uniqueBy } from '../../model/group-by';
import { hasExactNumber } from '../../model/json/json-text';
import { formatMicroversion } from '../../model/versions/microversion';
import type { Project } from '../../model/project/project';
import type { Scope } from '../../model/project/scope';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { isParsed } from '../../model/documents/document';
import { looksLikeVersions } from '../../model/versions/versions-likeness';
import type { VersionsSet } from '../../model/versions/versions-set';
import type { SubjectLists } from '../../rules/rule';
import { distinctProblems } from '../../schema/inspect/find-problems';
import { gatherIgnored } from '../../schema/inspect/gather-ignored';
import { remarksOn } from '../../schema/inspect/text-remarks';
import type { SchemaSet } from '../../schema/schema-set';
import { concernsExamples } from './concerns-examples';
import { gatherRepeated } from './gather-repeated';
import { namedSchemas, schemaExamples } from './schema-examples';
import { EVERYTHING, versionsIn } from './scopes';
import { createVersionsSets } from './versions-sets';

/** An empty list for every kind of subject. */
export const NO_SUBJECTS: SubjectLists = {
  document: [],
  sample: [],
  versions: [],
  'versions-set': [],
  'schema-problem': [],
  contract: [],
  'unmatched-pattern': [],
  'contract-template': [],
  'idle-glob': [],
  fact: [],
  'contract-ranges': [],
  'schema-part': [],
  'unused-schema': [],
  'sample-series': [],
  'sample-folder': [],
  'shared-object': [],
  project: [],
  named: [],
  'request-group': [],
  exchange: [],
  comparison: [],
  negotiation: [],
  'followed-link': [],
  operation: [],
  'openapi-problem': [],
  'schema-example': [],
  change: [],
};

/** The subjects of rules in the files of a project. */
export function subjectsOf(project: Project, schemas: SchemaSet, scope: Scope = EVERYTHING): SubjectLists {
  const samples = project.samples.filter(scope.sample);
  const documents = new Set(samples.map(({ document }) => document));
  const sets = versionsSets(project);
  // Without samples, even a part that they do not belong to must know whether there are any.
  const isAsked = scope.openApi || project.samples.length === 0;
  const allOfSchemas =
    project.openApi.documents.length > 0 && isAsked ? schemaExamples(project, schemas) : [];
  const ofSchemas = scope.openApi ? allOfSchemas : [];
  return {
    ...NO_SUBJECTS,
    // The numbers of other values in schemas are exact, and there are thousands.
    document: [
      ...documents,
      ...ofSchemas.map(({ document }) => document).filter(({ exact }) => hasExactNumber(exact)),
    ],
    sample: samples,
    versions: sets.flatMap(({ members }) => members).filter(({ document }) => documents.has(document)),
    'versions-set': sets.filter(scope.set),
    'schema-problem': gatherRepeated(
      distinctProblems([
        ...schemaProblems(
          [...versionsIn(project, scope), ...(scope.openApi ? unusedSchemasOf(project) : [])],
          schemas,
        ),
        ...problemsOfDocuments(project),
      ]),
      project.schemas,
    ),
    contract: project.contracts.filter(scope.contract),
    'unmatched-pattern': project.unmatched.filter(({ contracts }) =>
      contracts.length > 1 ? scope.shared(contracts) : contracts.some(scope.contract),
    ),
    'idle-glob': scope.unused ? (project.idleGlobs ?? []) : [],
    fact: project.facts.filter(scope.fact),
    operation: scope.openApi ? project.openApi.documents.flatMap(({ operations }) => operations) : [],
    'openapi-problem': scope.openApi ? project.openApi.problems : [],
    'schema-example': ofSchemas,
    // `project-has-documents` must not report a project without samples whose schemas have examples.
    project: allOfSchemas.length > 0 ? [] : [project],
  };
}

/**
 * The manifest decides whether a sample is a versions document; where it does not say, a sample that looks like one is. Samples marked
 * `expect: invalid` are left to their contracts.
 */
function isVersionsSample(sample: Sample): boolean {
  const { document, claims } = sample;
  if (!isParsed(document) || isWrongOnPurpose(sample)) return false;
  const declared = claims.flatMap(({ contract }) => contract.laws ?? []);
  if (declared.length > 0) return declared.includes(true);
  return document.known?.looksLikeVersions ?? looksLikeVersions(document.value);
}

/** A manifest that names its service has the samples of one service; any other manifest may have samples of several. */
export function versionsSets(project: Project): readonly VersionsSet[] {
  const folders = uniqueBy(
    project.samples.flatMap(({ folder, document }) =>
      folder === undefined ? [] : [{ microversion: folder, place: { file: document.source.name } }],
    ),
    ({ microversion }) => formatMicroversion(microversion),
  );
  const expected = {
    folders,
    ...(project.baseMicroversion === undefined ? {} : { base: project.baseMicroversion }),
  };
  const sets = createVersionsSets(
    project.samples.filter(isVersionsSample).map(({ document }) => document),
    {
      service: project.service,
      grouping: project.service === undefined ? 'by-folder' : 'one-service',
      ...expected,
    },
  );
  // Even without a versions document, or with those of several services, no folder may be older than the manifest's base microversion.
  return sets.length === 1 || expected.base === undefined || expected.folders.length === 0
    ? sets
    : [...sets, { members: [], ...expected }];
}

/** The OpenAPI documents, and files that they refer to, that cannot be read; and what is repeated or not JSON in the documents. */
function problemsOfDocuments({ openApi: { documents, problems } }: Project): readonly SchemaProblem[] {
  return [
    ...documents.flatMap(({ file }) => file.problem ?? remarksOn(file)),
    ...problems.flatMap((each) => (each.kind === 'unreadable' ? each.problem : [])),
  ];
}

/** The schemas of OpenAPI documents that belong to no contract: those with names, and those of components that no operation refers to. */
function unusedSchemasOf({ openApi: { documents } }: Project): readonly ContractVersion[] {
  return documents.flatMap(({ file, unused }) => [
    ...namedSchemas(file).map((schema) => {
      const { pointer } = schema;
      return { range: {}, schema, place: { file: file.source.name, pointer, token: 'opening' } as const };
    }),
    ...unused.flatMap(({ schema, place }) => (schema === undefined ? [] : { range: {}, schema, place })),
  ]);
}

/** The problems in the schemas of these versions. Each is listed once, even if several schemas refer to its file. */
function schemaProblems(versions: readonly ContractVersion[], schemas: SchemaSet): readonly SchemaProblem[] {
  return gatherIgnored(
    distinctProblems(
      versions.flatMap(({ schema, place }) => {
        const problems = schemas.problems(schema, place);
        return schema.dialect === undefined ? problems : problems.filter(concernsExamples);
      }),
    ),
  );
}
