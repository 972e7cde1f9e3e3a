import type { Contract } from '../model/contracts/contract';
import type { Project } from '../model/project/project';
import { contractTypeOf } from './contract-type';
import type { TypesInput } from './generate-types';
import { knownMicroversions } from './known-microversions';
import { typeNameOf } from './type-name';

/**
 * The types that a project needs: one per schema, and for a contract with ranges also one by microversion. The contracts of OpenAPI documents
 * have no types: their names are not those of types.
 */
export function typeRequestsOf(
  project: Pick<Project, 'baseMicroversion' | 'contracts' | 'samples'>,
): Omit<TypesInput, 'schemas'> {
  const contracts = project.contracts.filter(({ operation }) => operation === undefined);
  return {
    requests: contracts.flatMap(requestsOf),
    contracts: contracts.map(contractTypeOf).filter((type) => type !== undefined),
    microversions: knownMicroversions(project),
  };
}

function requestsOf(contract: Contract): TypesInput['requests'] {
  const hasRanges = contractTypeOf(contract) !== undefined;
  return contract.versions.map(({ range, schema }) => ({
    name: typeNameOf(contract.name, hasRanges ? range : undefined),
    schema,
  }));
}
