import type { Contract } from '../model/contract';
import type { TypesInput } from './generate-types';
import { typeNameOf } from './type-name';

/** The types that the contracts of a manifest need: one a schema, and the union of its ranges for a contract that has them. */
export function typeRequestsOf(contracts: readonly Contract[]): Pick<TypesInput, 'requests' | 'unions'> {
  const ranged = contracts.filter(hasRanges);
  return {
    requests: contracts.flatMap((contract) =>
      contract.versions.map(({ range, schema }) => ({
        name: typeNameOf(contract.name, hasRanges(contract) ? range : undefined),
        schema,
      })),
    ),
    unions: ranged.map((contract) => ({
      name: typeNameOf(contract.name),
      members: contract.versions.map(({ range }) => typeNameOf(contract.name, range)),
    })),
  };
}

function hasRanges({ versions }: Contract): boolean {
  return (
    versions.length > 1 || versions.some(({ range }) => range.min !== undefined || range.max !== undefined)
  );
}
