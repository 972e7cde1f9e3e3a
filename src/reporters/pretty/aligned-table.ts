import { displayWidth, padDisplay } from './display-width';

/** A column of a table, with a cell per row, ready to print. */
export interface Column {
  readonly heading: string;
  readonly cells: readonly string[];
  /** Numbers are aligned at the right. */
  readonly isNumber?: boolean;
}

/** The lines of an aligned table: the headings, then the rows. */
export function alignedTable(columns: readonly Column[]): {
  readonly headings: string;
  readonly rows: readonly string[];
} {
  const padded = columns.map(({ heading, cells, isNumber = false }) => {
    const width = cells.reduce((widest, cell) => Math.max(widest, displayWidth(cell)), displayWidth(heading));
    return [heading, ...cells].map((cell) =>
      isNumber ? ' '.repeat(width - displayWidth(cell)) + cell : padDisplay(cell, width),
    );
  });
  const lineAt = (index: number) =>
    padded
      .map((cells) => cells[index] ?? '')
      .join('  ')
      .trimEnd();
  const [first] = columns;
  return { headings: lineAt(0), rows: (first?.cells ?? []).map((_, index) => lineAt(index + 1)) };
}
