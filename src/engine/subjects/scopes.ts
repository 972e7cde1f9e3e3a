import type { ContractVersion, SchemaRef } from '../../model/contract';
import type { Project } from '../../model/project';
import type { Scope } from '../../model/scope';

const all = () => true;

/** The whole project. */
export const EVERYTHING: Scope = {
  sample: all,
  contract: all,
  series: all,
  folder: all,
  set: all,
  fact: all,
  shared: all,
  unused: true,
};

/** The schemas of a part, by the contracts that name them: a sample's are told with it, so that no verdict is missing without a word. */
export function versionsIn(
  { contracts, samples }: Project,
  scope: Pick<Scope, 'contract' | 'sample'>,
): readonly ContractVersion[] {
  return [
    ...new Set([
      ...contracts.filter(scope.contract).flatMap(({ versions }) => versions),
      ...samples.filter(scope.sample).flatMap(({ claims }) => claims.flatMap(({ versions }) => versions)),
    ]),
  ];
}

/** Those schemas as references. */
export function schemaRefsIn(
  project: Project,
  scope: Pick<Scope, 'contract' | 'sample'>,
): readonly SchemaRef[] {
  return versionsIn(project, scope).map(({ schema }) => schema);
}
