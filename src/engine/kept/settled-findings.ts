import { compareText, type Finding } from '../../model/findings/finding';
import { placeKey, type Place, type TextRange } from '../../model/documents/place';
import type { MergedReport } from '../judge/merge-reports';
import type { KeptReport } from '../judge/run-rules';
import type { Judgement } from './judgement';

/** Whether a report is still as its rule made it: no other one was merged into it, and it was merged into no other one. */
export function isUntouched(merged: MergedReport, report: KeptReport['report']): boolean {
  const { rule: _, origin: __, also, ...now } = merged;
  const before = new Map<string, unknown>(Object.entries(report));
  const entries = Object.entries(now);
  return (
    also.length === (report.otherKeywords?.length ?? 0) &&
    entries.length === before.size &&
    entries.every(([name, value]) => before.get(name) === value)
  );
}

/** A merged report as a text: equal texts are about the same places in the same words. */
export function textOfReport({ rule, ...report }: MergedReport): string {
  const said = Object.entries(report).filter(([name]) => name !== 'origin');
  return JSON.stringify([rule.id, said.toSorted(([a], [b]) => compareText(a, b))]);
}

/** The finding that a merged report was in an earlier run; undefined where it must be made again. */
export function settledFinding(
  merged: MergedReport,
  findings: ReadonlyMap<string, Finding>,
  isChanged: (file: string) => boolean,
): Finding | undefined {
  const { origin } = merged;
  const kept = origin !== undefined && 'kept' in origin ? origin.kept : undefined;
  const finding =
    kept?.finding !== undefined && isUntouched(merged, kept.report)
      ? kept.finding
      : findings.get(textOfReport(merged));
  if (finding === undefined) return undefined;
  // What is written once in YAML may be several findings, which are joined by their places.
  const isSettled = ({ file }: { readonly file: string }) => file.endsWith('.json') && !isChanged(file);
  return isSettled(finding) && finding.related.every(isSettled) ? finding : undefined;
}

/** Looks up the range of a place in an unchanged file, which an earlier run has found. Only JSON: a token behind a YAML alias has two. */
export function createRanges(
  { reports }: Pick<Judgement, 'reports'>,
  file: string,
): (place: Place) => TextRange | undefined {
  let known: ReadonlyMap<string, TextRange> | undefined;
  return (place) => {
    if (!file.endsWith('.json')) return undefined;
    known ??= new Map(
      [...reports.values()].flat().flatMap(({ report: { at, related = [] }, finding }) => {
        if (finding === undefined) return [];
        const found = [finding, ...finding.related];
        return [at, ...related.map((other) => other.at)].flatMap((each, index) => {
          const range = found[index];
          return each.file !== file || range === undefined
            ? []
            : [[placeKey(each), { start: range.start, end: range.end }] as const];
        });
      }),
    );
    return known.get(placeKey(place));
  };
}
