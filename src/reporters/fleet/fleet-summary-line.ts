import { UNCHECKED_TARGETS, type FleetSummary } from '../../model/findings/fleet';
import { formatNumber, formatTime } from '../format-number';
import { notCheckedNote } from '../not-checked';

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
  const line = `${formatNumber(targets)} ${targets === 1 ? 'target' : 'targets'}: ${[...parts, `in ${formatTime(milliseconds)}`].join(', ')}`;
  // The targets that were not checked are among the counts.
  const others = notChecked.filter(({ what }) => what !== UNCHECKED_TARGETS);
  return line + notCheckedNote(others, verbose);
}
