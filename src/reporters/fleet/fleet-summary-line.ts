import { UNCHECKED_TARGETS, type FleetSummary } from '../../model/fleet';
import { formatNumber, formatTime } from '../format-number';
import { countNotChecked } from '../summary-line';

/** A run over many targets in one line: `2,000 targets: 1,950 ok, 30 with findings, 20 unreachable, in 4.1 s`. */
export function fleetSummaryLine(
  { targets, statuses, notChecked, milliseconds }: FleetSummary,
  { verbose }: { readonly verbose: boolean },
): string {
  const { ok, findings, unreachable } = statuses;
  const left = targets - ok - findings - unreachable;
  const counts = [
    [ok, 'ok'],
    [findings, 'with findings'],
    [unreachable, 'unreachable'],
    [left, 'not checked'],
  ] as const;
  const parts = counts.flatMap(([number, what]) => (number > 0 ? [`${formatNumber(number)} ${what}`] : []));
  const others = notChecked.filter(({ what }) => what !== UNCHECKED_TARGETS).map(countNotChecked);
  const hint = verbose ? '' : '; --verbose lists them';
  return [
    `${formatNumber(targets)} ${targets === 1 ? 'target' : 'targets'}: ${[...parts, `in ${formatTime(milliseconds)}`].join(', ')}`,
    ...(others.length === 0 ? [] : [`(not checked: ${others.join(', ')}${hint})`]),
  ].join(' ');
}
