import type { VersionRow } from '../../model/findings/check-result';
import { clipMiddle } from '../../model/clip-text';
import { alignedTable } from './aligned-table';
import type { Paint } from './paint';
import { visibleText } from '../visible-text';

/** The longest cell that is shown whole. */
const LONGEST = 100;

const COLUMNS = ['file', 'id', 'status', 'oldest', 'newest', 'self'] as const;

/** The versions of a service as an aligned table; files are named only if there are several. No newline at the end. */
export function versionsTable(rows: readonly VersionRow[], painter: Paint): string {
  const severalFiles = new Set(rows.map(({ file }) => file)).size > 1;
  const { headings, rows: lines } = alignedTable(
    COLUMNS.filter((column) => column !== 'file' || severalFiles).map((heading) => ({
      heading,
      cells: rows.map((row) => (row[heading] === '' ? '-' : visibleText(clipMiddle(row[heading], LONGEST)))),
    })),
  );
  return [painter('heading', headings), ...lines].join('\n');
}
