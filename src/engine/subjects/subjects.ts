import type { ContractVersion, Sample } from '../../model/contract';
import { groupBy } from '../../model/group-by';
import { formatMicroversion } from '../../model/microversion';
import { placeKey } from '../../model/place';
import type { Project } from '../../model/project';
import type { Scope } from '../../model/scope';
import type { SchemaProblem } from '../../model/schema-problem';
import { looksLikeVersions } from '../../model/versions-document';
import type { VersionsSet } from '../../model/versions-set';
import type { SubjectLists } from '../../rules/rule';
import type { SchemaSet } from '../../schema/schema-set';
import { EVERYTHING, versionsIn } from './scopes';
import { createVersionsSets } from './versions-sets';

/** Lists of no subjects, to spread over. */
export const NO_SUBJECTS: SubjectLists = {
  document: [],
  sample: [],
  versions: [],
  'versions-set': [],
  'schema-problem': [],
  contract: [],
  'unmatched-pattern': [],
  fact: [],
  'contract-ranges': [],
  'schema-part': [],
  'unused-schema': [],
  'sample-series': [],
  'sample-folder': [],
  'shared-object': [],
  project: [],
  exchange: [],
  comparison: [],
  negotiation: [],
  'followed-link': [],
};

/** Everything of a project that rules judge. */
export function subjectsOf(project: Project, schemas: SchemaSet, scope: Scope = EVERYTHING): SubjectLists {
  const samples = project.samples.filter(scope.sample);
  const documents = new Set(samples.map(({ document }) => document));
  const sets = versionsSets(project);
  return {
    ...NO_SUBJECTS,
    document: [...documents],
    sample: samples,
    versions: sets.flatMap(({ members }) => members).filter(({ document }) => documents.has(document)),
    'versions-set': sets.filter(scope.set),
    'schema-problem': schemaProblems(versionsIn(project, scope), schemas),
    contract: project.contracts.filter(scope.contract),
    'unmatched-pattern': project.unmatched.filter(({ contract }) => scope.contract(contract)),
    fact: project.facts.filter(scope.fact),
    project: [project],
  };
}

/** The manifest decides; where it is silent, a sample that looks like a versions document is one. One that is wrong on purpose is not judged. */
function isVersionsSample({ document, claims }: Sample): boolean {
  if (document.value === undefined || claims.some(({ pattern }) => pattern.expect === 'invalid'))
    return false;
  const said = claims.flatMap(({ contract }) => contract.laws ?? []);
  return said.includes(true) || (said.length === 0 && looksLikeVersions(document.value));
}

/** A manifest that names its service describes that one; another may hold the samples of several. */
export function versionsSets(project: Project): readonly VersionsSet[] {
  const folders = groupBy(
    project.samples.flatMap(({ folder, document }) =>
      folder === undefined ? [] : [{ microversion: folder, place: { file: document.source.name } }],
    ),
    ({ microversion }) => formatMicroversion(microversion),
  );
  const beside = {
    folders: [...folders.values()].flatMap((inFolder) => inFolder.slice(0, 1)),
    ...(project.baseMicroversion === undefined ? {} : { base: project.baseMicroversion }),
  };
  const sets = createVersionsSets(
    project.samples.filter(isVersionsSample).map(({ document }) => document),
    {
      service: project.service,
      grouping: project.service === undefined ? 'by-folder' : 'one-service',
      ...beside,
    },
  );
  // Where no document, or more than one service, says which microversions there are, the manifest still says where they begin.
  return sets.length === 1 || beside.base === undefined || beside.folders.length === 0
    ? sets
    : [...sets, { members: [], ...beside }];
}

/** Of the schemas that contracts name, each problem once, however many schemas refer to the file it is in. */
function schemaProblems(versions: readonly ContractVersion[], schemas: SchemaSet): readonly SchemaProblem[] {
  const problems = new Map<string, SchemaProblem>();
  for (const { schema, place } of versions) {
    for (const problem of schemas.problems(schema, place)) {
      problems.set(`${problem.kind}\0${placeKey(problem.place)}`, problem);
    }
  }
  return [...problems.values()];
}
