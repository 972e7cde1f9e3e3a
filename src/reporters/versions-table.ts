import type { VersionRow } from '../model/check-result';
import { clipMiddle } from '../model/clip-text';
import { displayWidth, padDisplay } from './display-width';
import type { Paint } from './paint';
import { visibleText } from './visible-text';

/** The longest cell that is shown whole. */
const LONGEST = 100;

const COLUMNS = ['file', 'id', 'status', 'oldest', 'newest', 'self'] as const;

/** The versions of a service as an aligned table; files are named only if there are several. No newline at the end. */
export function versionsTable(rows: readonly VersionRow[], painter: Paint): string {
  const severalFiles = new Set(rows.map(({ file }) => file)).size > 1;
  const columns = COLUMNS.filter((column) => column !== 'file' || severalFiles).map((column) => {
    const cells = rows.map((row) =>
      row[column] === '' ? '-' : visibleText(clipMiddle(row[column], LONGEST)),
    );
    const width = cells.reduce((widest, cell) => Math.max(widest, displayWidth(cell)), column.length);
    return { column, cells, width };
  });
  const line = (cellOf: (column: (typeof columns)[number]) => string) =>
    columns
      .map((column) => padDisplay(cellOf(column), column.width))
      .join('  ')
      .trimEnd();
  return [
    painter(
      'heading',
      line(({ column }) => column),
    ),
    ...rows.map((_, index) => line(({ cells }) => cells[index] ?? '')),
  ].join('\n');
}
