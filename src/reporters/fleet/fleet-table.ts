import type { TargetRow } from '../../model/findings/fleet';
import { newestWords } from '../../wording/newest-words';
import { alignedTable, type Column } from '../pretty/aligned-table';
import { formatNumber, formatTime } from '../format-number';
import { targetName } from '../of-target';
import type { Paint } from '../pretty/paint';

const COLUMNS: readonly (Omit<Column, 'cells'> & { readonly cell: (row: TargetRow) => string })[] = [
  { heading: 'target', cell: ({ name }) => targetName(name) },
  { heading: 'result', cell: ({ status }) => status },
  { heading: 'oldest', cell: ({ oldest = '-' }) => oldest },
  { heading: 'newest', cell: (row) => newestWords(row, '-') },
  { heading: 'errors', cell: ({ findings }) => formatNumber(findings.error), isNumber: true },
  { heading: 'warnings', cell: ({ findings }) => formatNumber(findings.warning), isNumber: true },
  { heading: 'time', cell: ({ milliseconds }) => formatTime(milliseconds), isNumber: true },
];

/** The targets of a fleet as an aligned table, in the order of the rows. No newline at the end. */
export function fleetTable(rows: readonly TargetRow[], painter: Paint): string {
  const { headings, rows: lines } = alignedTable(
    COLUMNS.map(({ cell, ...column }) => ({ ...column, cells: rows.map(cell) })),
  );
  return [
    painter('heading', headings),
    ...rows.map((row, index) => paintRow(row, lines[index] ?? '', painter)),
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
