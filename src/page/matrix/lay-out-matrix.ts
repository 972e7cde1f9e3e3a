import {
  compareMicroversions,
  parseMicroversion,
  type Microversion,
} from '../../model/versions/microversion';
import type { CoverageMatrix, CoverageRange, CoverageRow } from '../../model/findings/coverage-matrix';

/** A cell of the matrix: a range of a contract over the columns that it spans. */
export interface MatrixCell extends CoverageRange {
  /** The index of its first column, from 0. */
  readonly column: number;
  readonly span: number;
}

/** A row of the matrix. Columns without a cell are microversions at which the contract has no schema. */
export interface MatrixLine {
  readonly contract: string;
  readonly cells: readonly MatrixCell[];
}

/** The matrix as a grid. */
export interface MatrixLayout {
  /** Their headings. All but one for contracts without ranges begin at a microversion. */
  readonly columns: readonly string[];
  /** Whether the first column is that of contracts that are the same at every microversion. */
  readonly hasUnchanging: boolean;
  readonly lines: readonly MatrixLine[];
}

/** The heading of the column of contracts without ranges. */
const EVERY_MICROVERSION = 'all';

/** The heading of the first microversion, where the manifest does not name it. */
const OLDEST = 'oldest';

/** A column per microversion at which the schema of some contract changes, and one for the contracts without ranges. */
export function layOutMatrix({ base = OLDEST, rows }: CoverageMatrix): MatrixLayout {
  const ranged = rows.filter((row) => !isUnchanging(row));
  const starts = new Set(ranged.flatMap(({ ranges }) => ranges.flatMap((range) => endsOf(range, base))));
  const versions = [...starts].toSorted(compareStarts);
  const offset = ranged.length < rows.length ? 1 : 0;
  const indexOf = new Map(versions.map((version, index) => [version, index + offset]));
  const end = versions.length + offset;
  return {
    hasUnchanging: offset === 1,
    columns: [...(offset === 1 ? [EVERY_MICROVERSION] : []), ...versions],
    lines: rows.map((row) => ({
      contract: row.contract,
      cells: row.ranges.map((range) => {
        if (isUnchanging(row)) return { ...range, column: 0, span: 1 };
        const column = indexOf.get(range.min ?? base) ?? offset;
        const after = range.max === undefined ? end : (indexOf.get(following(range.max)) ?? end);
        return { ...range, column, span: Math.max(1, after - column) };
      }),
    })),
  };
}

/** Whether a contract has one schema for all microversions. */
function isUnchanging({ ranges }: CoverageRow): boolean {
  return ranges.every(({ min, max }) => min === undefined && max === undefined);
}

/** The microversions at which a range begins and at which something else does. */
function endsOf({ min, max }: CoverageRange, base: string): readonly string[] {
  return [min ?? base, ...(max === undefined ? [] : [following(max)])];
}

/** The microversion after the last one of a range. */
function following(max: string): string {
  const last = parseMicroversion(max);
  return last === undefined ? max : `${last.major}.${last.minor + 1}`;
}

/** A start that is not a microversion is that of open ranges, so it comes first. */
function compareStarts(a: string, b: string): number {
  const [first, second]: readonly (Microversion | undefined)[] = [parseMicroversion(a), parseMicroversion(b)];
  if (first === undefined || second === undefined)
    return Number(first !== undefined) - Number(second !== undefined);
  return compareMicroversions(first, second);
}
