import type { TargetRow } from '../../model/fleet';
import { clipMiddle } from '../../model/clip-text';
import { displayWidth, padDisplay } from '../display-width';
import { formatNumber, formatTime } from '../format-number';
import type { Paint } from '../paint';
import { visibleText } from '../visible-text';

/** The longest name that is shown whole. */
const LONGEST = 100;

interface Column {
  readonly heading: string;
  readonly cell: (row: TargetRow) => string;
  /** Numbers are aligned at the right. */
  readonly isNumber?: boolean;
}

const COLUMNS: readonly Column[] = [
  { heading: 'target', cell: ({ name }) => visibleText(clipMiddle(name, LONGEST)) },
  { heading: 'result', cell: ({ status }) => status },
  { heading: 'oldest', cell: ({ oldest = '-' }) => oldest },
  { heading: 'newest', cell: newestCell },
  { heading: 'errors', cell: ({ findings }) => formatNumber(findings.error), isNumber: true },
  { heading: 'warnings', cell: ({ findings }) => formatNumber(findings.warning), isNumber: true },
  { heading: 'time', cell: ({ milliseconds }) => formatTime(milliseconds), isNumber: true },
];

function newestCell({ newest = '-', expected }: TargetRow): string {
  return expected === undefined || expected === newest ? newest : `${newest} (expected ${expected})`;
}

/** The targets of a fleet as an aligned table, in the order of the rows. No newline at the end. */
export function fleetTable(rows: readonly TargetRow[], painter: Paint): string {
  const columns = COLUMNS.map((column) => {
    const cells = rows.map(column.cell);
    return {
      ...column,
      cells,
      width: cells.reduce((widest, cell) => Math.max(widest, displayWidth(cell)), column.heading.length),
    };
  });
  const line = (cellOf: (column: (typeof columns)[number]) => string) =>
    columns
      .map((column) => {
        const cell = cellOf(column);
        const blanks = ' '.repeat(Math.max(0, column.width - displayWidth(cell)));
        return column.isNumber === true ? blanks + cell : padDisplay(cell, column.width);
      })
      .join('  ')
      .trimEnd();
  return [
    painter(
      'heading',
      line(({ heading }) => heading),
    ),
    ...rows.map((row, index) =>
      paintRow(
        row,
        line(({ cells }) => cells[index] ?? ''),
        painter,
      ),
    ),
  ].join('\n');
}

/** Rows without findings stay plain, so that the others stand out among two thousand. */
function paintRow({ status, findings }: TargetRow, line: string, painter: Paint): string {
  switch (status) {
    case 'ok':
      return line;
    case 'findings':
      return painter(findings.error > 0 ? 'error' : 'warning', line);
    case 'unreachable':
      return painter('error', line);
  }
}
