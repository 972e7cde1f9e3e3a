import { groupBy } from '../model/group-by';
import type { Microversion } from '../model/microversion';
import { UsageError } from '../model/usage-error';
import type { ContractType } from './contract-type';
import { contractTypeFile, mapName } from './contract-type-file';
import { MICROVERSION_TYPES, MICROVERSIONS_PATH, microversionTypes } from './microversion-types';
import type { RootType } from './types-index';

/** The file of a contract's type, relative to the types folder. */
export function contractTypePath({ name }: ContractType): string {
  return `by-microversion/${name}.ts`;
}

/** The files of the types of contracts with ranges, and what the index re-exports of them; `roots` are the types that they are made of. */
export function contractTypeFiles(
  contracts: readonly ContractType[],
  known: readonly Microversion[],
  roots: readonly RootType[],
): { readonly files: readonly GeneratedFile[]; readonly roots: readonly RootType[] } {
  if (contracts.length === 0) return { files: [], roots: [] };
  refuseSamePaths(contracts);
  const paths = new Map(roots.map(({ name, path }) => [name, path]));
  return {
    files: [
      { path: MICROVERSIONS_PATH, text: microversionTypes(known) },
      ...contracts.map((contract) => ({
        path: contractTypePath(contract),
        text: contractTypeFile(contract, known, paths),
      })),
    ],
    roots: [
      ...MICROVERSION_TYPES.exported.map((name) => ({ name, path: MICROVERSIONS_PATH })),
      ...contracts.flatMap((contract) =>
        [contract.name, mapName(contract)].map((name) => ({ name, path: contractTypePath(contract) })),
      ),
    ],
  };
}

/** Letter case does not tell files apart everywhere. */
function refuseSamePaths(contracts: readonly ContractType[]): void {
  for (const same of groupBy(contracts, ({ name }) => name.toLowerCase()).values()) {
    if (same.length > 1) {
      const names = same.map(({ name }) => name).join(', ');
      throw new UsageError(`the types ${names} would go into one file: rename a contract`);
    }
  }
}

/** A file of generated types; its path is relative to the types folder, `/` between segments. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
