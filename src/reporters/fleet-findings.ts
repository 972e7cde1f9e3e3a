import type { CheckResult } from '../model/check-result';
import type { Finding } from '../model/finding';
import { groupBy } from '../model/group-by';
import type { Target } from '../model/target';
import { count } from './count';
import { findingLine } from './finding-line';
import { formatFindings } from './format-findings';
import { paint } from './paint';
import type { ReporterOptions } from './reporter';
import { visibleText } from './visible-text';

/** The findings of one target under its name, or those of the samples where there is none; empty where there is no finding, else ends in a newline. */
export function fleetFindings(
  { findings, sources }: CheckResult,
  target: Target | undefined,
  { color, quiet }: Pick<ReporterOptions, 'color' | 'quiet'>,
): string {
  if (findings.length === 0) return '';
  if (quiet) return findings.map((finding) => `${findingLine(finding)}\n`).join('');
  const texts = formatFindings(joinAlike(findings), sources, { color });
  if (target === undefined) return `${texts}\n\n`;
  const { name, url } = target;
  const heading = name === url ? url : `${name}   ${url}`;
  return `${paint(color)('heading', visibleText(`== ${heading}`))}\n\n${texts}\n\n`;
}

/** A service that is down is down at every path: what is said of whole answers in the same words is said once. */
function joinAlike(findings: readonly Finding[]): readonly Finding[] {
  const groups = groupBy(findings, (finding) =>
    isWhole(finding) ? `${finding.ruleId}\0${finding.severity}\0${finding.message}` : finding,
  );
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const others = count(alike.length - 1, 'other request');
    return [alike.length === 1 ? first : { ...first, message: `${first.message} (so too for ${others})` }];
  });
}

function isWhole({ pointer, end, related }: Finding): boolean {
  return pointer === undefined && end.offset === 0 && related.length === 0;
}
