import { placeKey } from '../../model/documents/place';
import { higherSeverity } from '../../model/severity';
import type { MergedReport } from './merge-reports';

/**
 * Joins reports about what was not judged into the reports of their causes: one broken schema is one finding for all its samples, with
 * each of them as a related place and the higher severity. Where the rule about a cause is off, the report stays on its own.
 */
export function joinUnjudged(reports: readonly MergedReport[]): readonly MergedReport[] {
  const unjudged = new Map(
    reports.flatMap((report) =>
      report.cause === undefined
        ? []
        : [[keyOf(report.cause.ruleId, report, report.cause.message), report] as const],
    ),
  );
  if (unjudged.size === 0) return reports;
  const joined = new Set<MergedReport>();
  const all = reports.map((report) => {
    const other = unjudged.get(keyOf(report.rule.id, report, report.message));
    if (other === undefined) return report;
    joined.add(other);
    return join(report, other);
  });
  return all.filter((report) => !joined.has(report));
}

function keyOf(ruleId: string, { at }: MergedReport, message: string): string {
  return [ruleId, placeKey(at), message].join('\0');
}

function join(cause: MergedReport, unjudged: MergedReport): MergedReport {
  const known = new Set((cause.related ?? []).map(({ at }) => placeKey(at)));
  const related = (unjudged.related ?? []).filter(({ at }) => !known.has(placeKey(at)));
  return {
    ...cause,
    severity: higherSeverity(cause.severity, unjudged.severity),
    also: [...cause.also, { ruleId: unjudged.rule.id }],
    ...(related.length === 0 ? {} : { related: [...(cause.related ?? []), ...related] }),
  };
}
