import type { FleetSummary, TargetRow } from '../../model/findings/fleet';
import { fleetSummaryLine } from './fleet-summary-line';
import { fleetTable } from './fleet-table';
import { nextStep } from '../pretty/next-step';
import { notCheckedList } from '../not-checked';
import { paint } from '../pretty/paint';
import type { ReporterOptions } from '../reporter';
import { visibleText } from '../visible-text';
import { wrapText } from '../pretty/wrap-text';

/**
 * How the report of a fleet ends: the table of its targets, what was not checked, one line that sums up,
 * and the rule to explain, if any.
 */
export function fleetEnding(
  rows: readonly TargetRow[],
  summary: FleetSummary,
  ruleId: string | undefined,
  { color, quiet, verbose, columns }: Pick<ReporterOptions, 'color' | 'quiet' | 'verbose' | 'columns'>,
): string {
  if (quiet) return '';
  const painter = paint(color);
  const { error, warning } = summary.findings;
  const isDone = summary.targets === rows.length;
  const style = error > 0 || !isDone ? 'error' : warning > 0 ? 'warning' : 'good';
  const sections = [
    rows.length === 0 ? '' : fleetTable(rows, painter),
    verbose ? notCheckedList(summary.notChecked, painter) : '',
    [
      ...wrapText(visibleText(fleetSummaryLine(summary, { verbose })), columns).map((line) =>
        painter(style, line),
      ),
      ...nextStep(ruleId, painter),
    ].join('\n'),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
