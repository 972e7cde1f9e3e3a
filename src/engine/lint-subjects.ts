import type { Contract } from '../model/contract';
import { compareStarts, type ContractRanges } from '../model/contract-ranges';
import { groupBy } from '../model/group-by';
import { valueAt } from '../model/json-pointer';
import { isJsonObject } from '../model/json-value';
import { compareMicroversions, type Microversion } from '../model/microversion';
import type { Project } from '../model/project';
import type { UnusedSchema } from '../model/schema-files';
import type { Scope } from '../model/scope';
import type { SharedObject } from '../model/shared-object';
import type { VersionRange } from '../model/version-range';
import type { AnyRule, SubjectKind, SubjectLists } from '../rules/rule';
import { keywordOf } from '../schema/keywords';
import { schemaParts } from '../schema/schema-parts';
import type { SchemaSet } from '../schema/schema-set';
import { DEFAULT_DIALECT } from '../schema/dialect';
import { EVERYTHING, versionsIn } from './scopes';
import { sampleFolders, sampleSeries } from './sample-series';
import { sharedObjects } from './shared-objects';

type LintSubjects = Pick<
  SubjectLists,
  'contract-ranges' | 'schema-part' | 'unused-schema' | 'sample-series' | 'sample-folder' | 'shared-object'
>;

/** What is judged of contracts and schemas as they are written, and of samples side by side: only what some rule asks for. */
export function lintSubjects(
  project: Project,
  schemas: SchemaSet,
  rules: readonly AnyRule[],
  scope: Scope = EVERYTHING,
): LintSubjects {
  const kinds = new Set<SubjectKind>(rules.map(({ subject }) => subject));
  const given = <Item>(kind: SubjectKind, find: () => readonly Item[]) => (kinds.has(kind) ? find() : []);
  const ranges =
    kinds.has('contract-ranges') || kinds.has('sample-series') ? contractRanges(project, scope) : [];
  return {
    'contract-ranges': ranges,
    'schema-part': given('schema-part', () =>
      schemaParts(schemas.reach(versionsIn(project, scope).map(({ schema }) => schema))),
    ),
    'unused-schema': scope.unused ? given('unused-schema', () => unusedSchemas(project, schemas)) : [],
    'sample-series': given('sample-series', () => sampleSeries(project.samples, ranges).filter(scope.series)),
    'sample-folder': given('sample-folder', () => sampleFolders(project.samples).filter(scope.folder)),
    'shared-object': scope.shared(project.contracts)
      ? given('shared-object', () => sharedIn(project, schemas, scope))
      : [],
  };
}

function sharedIn(
  project: Project,
  schemas: Pick<SchemaSet, 'reach'>,
  scope: Pick<Scope, 'shared'>,
): readonly SharedObject[] {
  const refs = project.contracts.flatMap(({ versions }) => versions.map(({ schema }) => schema));
  return sharedObjects(project.samples, schemas.reach(refs)).filter(({ listed, others }) =>
    scope.shared([listed, ...others].map(({ contract }) => contract)),
  );
}

function contractRanges(project: Project, scope: Pick<Scope, 'contract'>): readonly ContractRanges[] {
  const known = knownRange(project);
  const claims = groupBy(
    project.samples.flatMap((sample) => sample.claims),
    ({ contract }) => contract,
  );
  return project.contracts.filter(scope.contract).map((contract: Contract) => ({
    contract,
    versions: contract.versions
      .map((version) => ({ ...version, written: writtenAs(project, version.schema) }))
      .toSorted((a, b) => compareStarts(a.range, b.range)),
    known,
    recordedAt: (claims.get(contract) ?? []).flatMap(({ microversion }) => microversion ?? []),
  }));
}

function writtenAs(
  { schemas }: Project,
  { file, pointer }: { readonly file: string; readonly pointer: string },
): unknown {
  return valueAt(schemas.get(file)?.value, pointer);
}

/** The manifest says where microversions begin; what is recorded says how far they go at least. */
function knownRange({ samples, baseMicroversion }: Project): VersionRange {
  const recorded = [
    ...samples.flatMap(({ folder, claims }) => [folder, ...claims.map(({ microversion }) => microversion)]),
    baseMicroversion,
  ].filter((microversion): microversion is Microversion => microversion !== undefined);
  const newest = recorded.toSorted(compareMicroversions).at(-1);
  return {
    ...(baseMicroversion === undefined ? {} : { min: baseMicroversion }),
    ...(newest === undefined ? {} : { max: newest }),
  };
}

/** Only what looks like a schema, as other files may lie there too. A schema that cannot be read, or a reference that leads nowhere, may mean any. */
function unusedSchemas(
  { contracts, schemas }: Project,
  set: Pick<SchemaSet, 'reach'>,
): readonly UnusedSchema[] {
  const refs = contracts.flatMap(({ versions }) => versions.map(({ schema }) => schema));
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
