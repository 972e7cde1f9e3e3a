import type { CheckResult } from '../../model/findings/check-result';
import type { Target } from '../../model/live/target';
import { findingLine } from '../finding-line';
import { formatFindings, mostPlaces } from '../pretty/format-findings';
import { joinAlike } from '../join-alike';
import { requestedList } from '../not-checked';
import { findingsOf } from '../of-target';
import { paint } from '../pretty/paint';
import type { ReporterOptions } from '../reporter';
import { visibleText } from '../visible-text';

/**
 * The findings of one target under its name, or of the samples without a target, and with `verbose` the requests that were only sent to find its
 * microversions. It ends in a newline, or is empty.
 */
export function fleetFindings(
  { findings, summary }: CheckResult,
  target: Target | undefined,
  { color, quiet, verbose, columns }: Pick<ReporterOptions, 'color' | 'quiet' | 'verbose' | 'columns'>,
): string {
  if (quiet) {
    const named = target === undefined ? findings : findingsOf(findings, target);
    return named.map((finding) => `${findingLine(finding)}\n`).join('');
  }
  const painter = paint(color);
  const sections = [
    findings.length === 0
      ? ''
      : formatFindings(joinAlike(findings), { color, columns, most: mostPlaces(verbose) }),
    verbose ? requestedList(summary.alsoRequested, painter) : '',
  ].filter((section) => section !== '');
  if (sections.length === 0) return '';
  const heading = target === undefined ? [] : [painter('heading', visibleText(`== ${headingOf(target)}`))];
  return [...heading, ...sections].map((section) => `${section}\n\n`).join('');
}

function headingOf({ name, url }: Target): string {
  return name === url ? url : `${name}   ${url}`;
}
