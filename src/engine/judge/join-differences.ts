import { lastToken, parentPointer } from '../../model/json/json-pointer';
import { groupBy } from '../../model/group-by';
import type { Place } from '../../model/documents/place';
import { higherSeverity } from '../../model/severity';
import type { MergedReport } from './merge-reports';

/**
 * Joins differences between samples and responses into the reports that cause them. A response that breaks its contract or a law at some
 * token also differs from the sample there: that becomes one finding, at the response, with the place in the sample as a related place.
 */
export function joinDifferences(reports: readonly MergedReport[]): readonly MergedReport[] {
  const differences = reports.filter(isDifference);
  if (differences.length === 0) return reports;
  // A difference can only be joined to a report about the same response. Grouping saves comparing all pairs, as a service has many responses.
  const byResponse = groupBy(differences, ({ related }) => related?.[0]?.at.file);
  const joined = new Map<MergedReport, MergedReport>();
  const swallowed = new Set<MergedReport>();
  for (const report of reports) {
    // An info, which few people read, must not replace a difference that fails the run.
    const fallout = (byResponse.get(report.at.file) ?? []).filter(
      (difference) =>
        !isDifference(report) &&
        !swallowed.has(difference) &&
        !(report.severity === 'info' && difference.severity !== 'info') &&
        isCausedBy(difference, report),
    );
    if (fallout.length === 0) continue;
    for (const difference of fallout) swallowed.add(difference);
    joined.set(report, fallout.reduce(join, report));
  }
  return reports.filter((report) => !swallowed.has(report)).map((report) => joined.get(report) ?? report);
}

function isDifference({ rule }: MergedReport): boolean {
  return rule.subject === 'comparison';
}

function isCausedBy({ at: inSample, related = [] }: MergedReport, { at, missing }: MergedReport): boolean {
  const [inResponse] = related.map((place) => place.at);
  if (inResponse === undefined || !isToken(inResponse) || !isToken(at) || inResponse.file !== at.file)
    return false;
  const isMisspelt = missing !== undefined && at.token === 'key';
  if (inResponse.token === 'opening') {
    const object = isMisspelt ? parentPointer(at.pointer) : at.pointer;
    return inResponse.pointer === object && isToken(inSample) && missing === lastToken(inSample.pointer);
  }
  return (
    inResponse.pointer === at.pointer &&
    (missing === undefined || isMisspelt) &&
    (inResponse.token === 'key') === (at.token === 'key')
  );
}

function isToken(place: Place): place is Extract<Place, { readonly token: unknown }> {
  return 'token' in place;
}

function join(report: MergedReport, difference: MergedReport): MergedReport {
  const severity = higherSeverity(report.severity, difference.severity);
  // A misspelt property also gives a second difference, as it is missing under its right name. One related place is enough.
  if (report.also.some(({ ruleId }) => ruleId === difference.rule.id)) return { ...report, severity };
  return {
    ...report,
    severity,
    also: [...report.also, { ruleId: difference.rule.id }],
    related: [...(report.related ?? []), { at: difference.at, message: 'the same place in the sample' }],
  };
}
