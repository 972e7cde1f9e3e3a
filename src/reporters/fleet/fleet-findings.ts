import type { CheckResult } from '../../model/check-result';
import type { Target } from '../../model/target';
import { findingLine } from '../finding-line';
import { formatFindings, mostPlaces } from '../pretty/format-findings';
import { joinAlike } from '../join-alike';
import { findingsOf } from '../of-target';
import { paint } from '../pretty/paint';
import type { ReporterOptions } from '../reporter';
import { visibleText } from '../visible-text';

/** The findings of one target under its name, or of the samples without a target; ends in a newline, or is empty without findings. */
export function fleetFindings(
  { findings }: CheckResult,
  target: Target | undefined,
  { color, quiet, verbose, columns }: Pick<ReporterOptions, 'color' | 'quiet' | 'verbose' | 'columns'>,
): string {
  if (findings.length === 0) return '';
  if (quiet) {
    const named = target === undefined ? findings : findingsOf(findings, target);
    return named.map((finding) => `${findingLine(finding)}\n`).join('');
  }
  const texts = formatFindings(joinAlike(findings), { color, columns, most: mostPlaces(verbose) });
  if (target === undefined) return `${texts}\n\n`;
  const { name, url } = target;
  const heading = name === url ? url : `${name}   ${url}`;
  return `${paint(color)('heading', visibleText(`== ${heading}`))}\n\n${texts}\n\n`;
}
