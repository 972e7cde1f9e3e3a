import { formatSchemaRef } from '../model/contracts/contract';
import { UsageError } from '../model/usage-error';
import type { ContractType } from './contract-type';
import { mapName } from './contract-type-file';
import { MICROVERSION_TYPES } from './microversion-types';
import type { TypeRequest } from './type-name';

/** Throws a UsageError where two types would have the same name. */
export function rejectSameNames(requests: readonly TypeRequest[], contracts: readonly ContractType[]): void {
  const owners = new Map<string, string>();
  const give = (name: string, owner: string, isShared: boolean) => {
    const other = owners.get(name);
    if (other !== undefined && !(isShared && other === owner)) {
      throw new UsageError(`the type name ${name} is used for ${other} and for ${owner}: rename a contract`);
    }
    owners.set(name, owner);
  };
  if (contracts.length > 0) {
    const { exported, internal } = MICROVERSION_TYPES;
    for (const name of [...exported, ...internal]) give(name, 'the microversions', false);
  }
  for (const contract of contracts) {
    give(contract.name, 'the ranges of a contract', false);
    give(mapName(contract), 'the microversions of a contract', false);
  }
  // Contracts whose names give the same type name may share a schema.
  for (const { name, schema } of requests) give(name, `\`${formatSchemaRef(schema)}\``, true);
}
