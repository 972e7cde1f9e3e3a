import type { ManifestSummary } from '../../model/findings/check-result';
import { formatNumber } from '../format-number';
import { visibleText } from '../visible-text';
import { alignedTable, type Column } from './aligned-table';
import type { Paint } from './paint';

/** A manifest of a run over several, and how many findings it has as the report shows them. */
export interface ManifestRow extends Pick<ManifestSummary, 'manifest' | 'contracts' | 'samples'> {
  readonly errors: number;
  readonly warnings: number;
}

const COLUMNS: readonly (Omit<Column, 'cells'> & { readonly cell: (row: ManifestRow) => string })[] = [
  { heading: 'manifest', cell: ({ manifest }) => visibleText(manifest) },
  { heading: 'contracts', cell: ({ contracts }) => formatNumber(contracts), isNumber: true },
  { heading: 'samples', cell: ({ samples }) => formatNumber(samples), isNumber: true },
  { heading: 'errors', cell: ({ errors }) => formatNumber(errors), isNumber: true },
  { heading: 'warnings', cell: ({ warnings }) => formatNumber(warnings), isNumber: true },
];

/** The manifests of a run as an aligned table. No newline at the end. */
export function manifestsTable(rows: readonly ManifestRow[], painter: Paint): string {
  const { headings, rows: lines } = alignedTable(
    COLUMNS.map(({ cell, ...column }) => ({ ...column, cells: rows.map(cell) })),
  );
  return [painter('heading', headings), ...lines].join('\n');
}
