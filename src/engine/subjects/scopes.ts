import type { ContractVersion, SchemaRef } from '../../model/contracts/contract';
import type { Project } from '../../model/project/project';
import type { Scope } from '../../model/project/scope';

const all = () => true;

/** The scope of a whole project. */
export const EVERYTHING: Scope = {
  sample: all,
  contract: all,
  series: all,
  folder: all,
  set: all,
  fact: all,
  shared: all,
  change: true,
  unused: true,
  openApi: true,
};

/**
 * The contract versions in a scope, and those that its samples are checked against: a problem in such a schema must be reported with the
 * samples, or they would lack a verdict without any explanation.
 */
export function versionsIn(
  { contracts, samples }: Project,
  scope: Pick<Scope, 'contract' | 'sample'>,
): readonly ContractVersion[] {
  const versions = new Set(contracts.filter(scope.contract).flatMap((contract) => contract.versions));
  for (const sample of samples) {
    if (!scope.sample(sample)) continue;
    for (const claim of sample.claims) for (const version of claim.versions) versions.add(version);
  }
  return [...versions];
}

/** The references to the schemas of these versions. */
export function schemaRefsIn(
  project: Project,
  scope: Pick<Scope, 'contract' | 'sample'>,
): readonly SchemaRef[] {
  return versionsIn(project, scope).map(({ schema }) => schema);
}
