import type { FleetSummary, TargetRow } from '../../model/fleet';
import { fleetSummaryLine } from './fleet-summary-line';
import { fleetTable } from './fleet-table';
import { paint } from '../paint';
import type { ReporterOptions } from '../reporter';
import { countNotChecked } from '../summary-line';
import { visibleText } from '../visible-text';

/** How the report of a fleet ends: the table of its targets, what was not checked, and one line that sums up. */
export function fleetEnding(
  rows: readonly TargetRow[],
  summary: FleetSummary,
  { color, quiet, verbose }: Pick<ReporterOptions, 'color' | 'quiet' | 'verbose'>,
): string {
  if (quiet) return '';
  const painter = paint(color);
  const left = summary.notChecked.flatMap((kind) => [
    `  ${countNotChecked(kind)}`,
    ...kind.items.map((item) => `    ${item}`),
  ]);
  const { error, warning } = summary.findings;
  const isDone = summary.targets === rows.length;
  const style = error > 0 || !isDone ? 'error' : warning > 0 ? 'warning' : 'good';
  const sections = [
    rows.length === 0 ? '' : fleetTable(rows, painter),
    verbose && left.length > 0
      ? [painter('heading', 'not checked'), ...left.map(visibleText)].join('\n')
      : '',
    painter(style, visibleText(fleetSummaryLine(summary, { verbose }))),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
