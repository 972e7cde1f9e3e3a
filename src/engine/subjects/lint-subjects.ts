import type { SchemaRef } from '../../model/contracts/contract';
import { OPENAPI_ORIGIN } from '../../model/project/open-api';
import type { Project } from '../../model/project/project';
import type { UnusedSchema } from '../../model/project/schema-files';
import type { Scope } from '../../model/project/scope';
import type { SharedObject } from '../../model/contracts/shared-object';
import type { AnyRule, SubjectKind, SubjectLists } from '../../rules/rule';
import { schemaParts } from '../../schema/inspect/schema-parts';
import { reachesOnlyItself } from '../../schema/link/is-self-contained';
import type { SchemaNode } from '../../schema/link/schema-node';
import type { SchemaSet } from '../../schema/schema-set';
import { contractRanges } from './collect-contract-ranges';
import { contractTemplates } from './contract-templates';
import { sampleFolders, sampleSeries } from './collect-sample-series';
import { EVERYTHING, schemaRefsIn } from './scopes';
import { sharedInScope } from './shared-in-scope';
import { sharedObjects } from './shared-objects';
import { unusedSchemas } from './unused-schemas';

type LintSubjects = Pick<
  SubjectLists,
  | 'contract-template'
  | 'contract-ranges'
  | 'schema-part'
  | 'unused-schema'
  | 'sample-series'
  | 'sample-folder'
  | 'shared-object'
>;

/** Which subjects an earlier run has judged, where only what has changed since is open. */
export interface KeptSubjects {
  /** Whether the parts of a schema must be judged. */
  readonly isOpen: (schema: SchemaRef) => boolean;
  readonly unused: () => readonly UnusedSchema[];
  /** The shared objects that must be judged. */
  readonly shared: () => readonly SharedObject[];
}

/**
 * The subjects of rules about how contracts and schemas are written, and about how samples compare with each other. Only the kinds that
 * some rule needs are collected.
 */
export function lintSubjects(
  project: Project,
  schemas: SchemaSet,
  rules: readonly AnyRule[],
  scope: Scope = EVERYTHING,
  kept?: KeptSubjects,
): LintSubjects {
  const kinds = new Set<SubjectKind>(rules.map(({ subject }) => subject));
  const ifNeeded = <Item>(kind: SubjectKind, find: () => readonly Item[]) => (kinds.has(kind) ? find() : []);
  const ranges =
    kinds.has('contract-ranges') || kinds.has('sample-series') ? contractRanges(project, scope) : [];
  let known: readonly SchemaNode[] | undefined;
  const reached = () => (known ??= schemas.reach(schemaRefsIn(project, EVERYTHING)));
  const isWhole = scope.part === undefined;
  const referring = () =>
    schemas.reach(
      schemaRefsIn(project, EVERYTHING).filter((ref) => !reachesOnlyItself(project.schemas, ref)),
    );
  // Only the examples in an OpenAPI document are checked, not how its schemas are written.
  const linted = () =>
    schemaRefsIn(project, scope).filter(
      (ref) => ref.dialect === undefined && (kept === undefined || kept.isOpen(ref)),
    );
  return {
    'contract-template': ifNeeded('contract-template', () => contractTemplates(project, scope, reached)),
    'contract-ranges': ranges,
    'schema-part': ifNeeded('schema-part', () => schemaParts(schemas.reach(linted()))),
    'unused-schema': scope.unused
      ? ifNeeded(
          'unused-schema',
          () => kept?.unused() ?? unusedSchemas(project, isWhole ? reached : referring),
        )
      : [],
    'sample-series': ifNeeded('sample-series', () =>
      sampleSeries(project.samples, ranges).filter(scope.series),
    ),
    'sample-folder': ifNeeded('sample-folder', () => sampleFolders(project.samples).filter(scope.folder)),
    'shared-object': scope.shared(project.contracts)
      ? ifNeeded('shared-object', () => kept?.shared() ?? sharedIn(project, schemas, reached, scope))
      : [],
  };
}

function sharedIn(
  project: Project,
  schemas: SchemaSet,
  reached: () => readonly SchemaNode[],
  scope: Pick<Scope, 'shared'>,
): readonly SharedObject[] {
  // The examples in an OpenAPI document need not have the same properties.
  const recorded = project.samples.filter(({ document }) => document.origin !== OPENAPI_ORIGIN);
  if (recorded.length === 0) return [];
  return project.contracts.every((contract) => scope.shared([contract]))
    ? sharedObjects(recorded, reached())
    : sharedInScope(project, recorded, schemas, scope);
}
