import { groupBy } from '../model/group-by';
import type { Microversion } from '../model/versions/microversion';
import { UsageError } from '../model/usage-error';
import type { ContractType } from './contract-type';
import { contractTypeFile, mapName } from './contract-type-file';
import { MICROVERSION_TYPES, MICROVERSIONS_PATH, microversionTypes } from './microversion-types';
import type { RootType } from './types-index';

/** The path of the file for a contract's type, relative to the types folder. */
export function contractTypePath({ name }: ContractType): string {
  return `by-microversion/${name}.ts`;
}

/** The files for the types of contracts with ranges, and their types that the index re-exports. `roots` are the types that they import. */
export function contractTypeFiles(
  contracts: readonly ContractType[],
  known: readonly Microversion[],
  roots: readonly RootType[],
): { readonly files: readonly GeneratedFile[]; readonly roots: readonly RootType[] } {
  if (contracts.length === 0) return { files: [], roots: [] };
  rejectSamePaths(contracts);
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

/** Paths are compared without case, because some file systems ignore case. */
function rejectSamePaths(contracts: readonly ContractType[]): void {
  for (const same of groupBy(contracts, ({ name }) => name.toLowerCase()).values()) {
    if (same.length > 1) {
      const names = same.map(({ name }) => name).join(', ');
      throw new UsageError(`the types ${names} would be written to the same file: rename a contract`);
    }
  }
}

/** A file of generated types; its path is relative to the types folder, segments separated by `/`. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
