import type { Contract } from '../model/contracts/contract';
import { compareMicroversions } from '../model/versions/microversion';
import { narrowRange, type VersionRange } from '../model/versions/version-range';
import { typeNameOf } from './type-name';

/** The type of a contract that has a schema for each range of microversions. */
export interface ContractType {
  readonly name: string;
  readonly members: readonly RangeType[];
}

/** The type of the contract's documents in one range. */
interface RangeType {
  readonly name: string;
  readonly range: VersionRange;
}

/** The types of a contract's ranges, oldest first; undefined where the contract has no bounds. */
export function contractTypeOf({ name, versions, range: exists = {} }: Contract): ContractType | undefined {
  const isRanged = versions.length > 1 || [exists, ...versions.map(({ range }) => range)].some(hasBound);
  if (!isRanged) return undefined;
  const members = versions.map(({ range }) => ({
    name: typeNameOf(name, range),
    // The range of a schema may be wider than that of the operation.
    range: narrowRange(range, exists),
  }));
  return { name: typeNameOf(name), members: members.sort((a, b) => compareStarts(a.range, b.range)) };
}

function hasBound({ min, max }: VersionRange): boolean {
  return min !== undefined || max !== undefined;
}

function compareStarts({ min: a }: VersionRange, { min: b }: VersionRange): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareMicroversions(a, b);
}
