import { lastToken, parentPointer } from '../../model/json/json-pointer';
import type { AlsoSaid } from '../../model/findings/finding';
import { groupBy } from '../../model/group-by';
import { placeKey, type Place } from '../../model/documents/place';
import { higherSeverity } from '../../model/severity';
import { schemaIsValid } from '../../rules/schemas/schema-is-valid';
import { schemaValuesTyped } from '../../rules/schemas/schema-values-typed';
import { SUBJECT_KINDS } from '../../rules/subject-kinds';
import { quote } from '../../wording/quote';
import type { JudgedReport } from './run-rules';

/** Reports of one cause as one report, with the other rules and keywords that reported it. */
export interface MergedReport extends JudgedReport {
  readonly also: readonly AlsoSaid[];
}

/** A report that another one may already be joined to. */
type RenamedReport = JudgedReport & Partial<Pick<MergedReport, 'also'>>;

/** Keywords that fail for a whole array when one of its items is wrong. */
const ARRAY_KEYWORDS: ReadonlySet<string> = new Set([
  'contains',
  'minContains',
  'maxContains',
  'uniqueItems',
  'maxItems',
]);

/**
 * Merges the reports that have one cause. A violation and a law at the same token become one finding, with the law's wording and clients
 * and the higher severity; so do a fact and a law that both compare documents there. The exception is a misspelt property: the schema knows
 * both names, so the violation's wording is kept and the laws' clients are added to it.
 */
export function mergeReports(found: readonly JudgedReport[]): readonly MergedReport[] {
  const reports = joinUnquoted(joinRenames(found));
  const laws = byFile(
    reports.filter(({ rule, keyword }) => keyword === undefined && SUBJECT_KINDS[rule.subject].isLaw),
  );
  const merged = new Map<JudgedReport, MergedReport>();
  const swallowed = new Set<JudgedReport>();
  for (const report of reports) {
    if (report.keyword === undefined && report.rule.subject !== 'fact') continue;
    const same = (laws.get(report.at.file) ?? []).filter((law) => isSameCause(law, report));
    const [law] = same;
    if (law === undefined) continue;
    if (isRename(report)) {
      merged.set(report, withClients(same.reduce(join, start(report)), same));
      for (const each of same) swallowed.add(each);
    } else {
      merged.set(law, join(merged.get(law) ?? start(law), report));
      swallowed.add(report);
    }
  }
  return reports
    .filter((report) => !swallowed.has(report))
    .map((report) => merged.get(report) ?? start(report));
}

/**
 * A version in YAML that is read as a number, such as 2.10, may equal another one only because of that: one cause, in the words of the rule that
 * knows the text.
 */
function joinUnquoted(reports: readonly RenamedReport[]): readonly RenamedReport[] {
  const typed = new Map(
    reports
      .filter(({ rule }) => rule.id === schemaValuesTyped.id)
      .map((report) => [placeKey(report.at), report]),
  );
  if (typed.size === 0) return reports;
  const invalid = new Map<JudgedReport, JudgedReport>();
  for (const report of reports) {
    const other = report.rule.id === schemaIsValid.id ? typed.get(placeKey(report.at)) : undefined;
    if (other !== undefined) invalid.set(other, report);
  }
  const swallowed = new Set(invalid.values());
  return reports
    .filter((report) => !swallowed.has(report))
    .map((report) => {
      const other = invalid.get(report);
      if (other === undefined) return report;
      const severity = higherSeverity(report.severity, other.severity);
      return { ...report, severity, also: [...(report.also ?? []), { ruleId: other.rule.id }] };
    });
}

/** A required property that is missing, while one with nearly its name is there and accepted, is one cause: at the misspelt name. */
function joinRenames(reports: readonly JudgedReport[]): readonly RenamedReport[] {
  const misspelt = groupBy(
    reports.filter((report) => report.keyword === undefined && isRename(report)),
    missingKey,
  );
  if (misspelt.size === 0) return reports;
  const swallowed = new Set<JudgedReport>();
  const all = reports.map((report) => {
    const [other] = report.keyword?.keyword === 'required' ? (misspelt.get(missingKey(report)) ?? []) : [];
    if (other === undefined || !('token' in other.at) || isRename(report)) return report;
    swallowed.add(other);
    const { groupMessage: _, ...single } = report;
    return {
      ...single,
      at: other.at,
      message: `${report.message}, but there is ${quote(lastToken(other.at.pointer))}: rename it`,
      also: [{ ruleId: other.rule.id }],
    };
  });
  return all.filter((report) => !swallowed.has(report));
}

function missingKey(report: JudgedReport): string {
  const { at, missing } = report;
  return 'token' in at ? [at.file, objectOf(at, report), missing].join('\0') : '';
}

/** Laws by each file that they point into. Reports of one cause point into one file, so this saves comparing all pairs. */
function byFile(laws: readonly JudgedReport[]): ReadonlyMap<string, readonly JudgedReport[]> {
  const entries = laws.flatMap((law) =>
    [...new Set([law.at, ...(law.related ?? []).map(({ at }) => at)].map(({ file }) => file))].map(
      (file) => ({
        file,
        law,
      }),
    ),
  );
  return new Map(
    [...groupBy(entries, ({ file }) => file)].map(([file, found]) => [file, found.map(({ law }) => law)]),
  );
}

/** A report before another is joined to it. It already has the other keywords that failed at its token. */
function start(report: RenamedReport): MergedReport {
  return { ...report, also: [...(report.also ?? []), ...otherKeywords(report)] };
}

function join(kept: MergedReport, other: JudgedReport): MergedReport {
  return {
    ...kept,
    severity: higherSeverity(kept.severity, other.severity),
    also: [...kept.also, { ruleId: other.rule.id, ...other.keyword }, ...otherKeywords(other)],
  };
}

function withClients(report: MergedReport, laws: readonly JudgedReport[]): MergedReport {
  const clients = [...new Set(laws.flatMap((law) => law.clients ?? []))].join('; ');
  return clients === '' ? report : { ...report, clients };
}

function otherKeywords({ rule, otherKeywords: others = [] }: JudgedReport): readonly AlsoSaid[] {
  return others.map((keyword) => ({ ruleId: rule.id, ...keyword }));
}

/** Whether a report about a missing property is placed at a misspelt property instead of at the object. */
function isRename({ at, missing }: JudgedReport): boolean {
  return missing !== undefined && 'token' in at && at.token === 'key';
}

function isSameCause(law: JudgedReport, other: JudgedReport): boolean {
  // An info, which few people read, must not become the wording of a finding that fails the run: it is about something else.
  if (law.severity === 'info' && other.severity !== 'info') return false;
  if (other.keyword === undefined) {
    return law.rule.subject === 'versions-set' && (isSameToken(law, other) || isReverse(law, other));
  }
  return isSameToken(law, other) || isInsideArray(law, other.keyword.keyword, other);
}

function isSameToken(law: JudgedReport, other: JudgedReport): boolean {
  const [a, b] = [law.at, other.at];
  if (!('token' in a) || !('token' in b) || a.file !== b.file) return false;
  return other.missing === undefined && law.missing === undefined
    ? a.pointer === b.pointer && (a.token === 'key') === (b.token === 'key')
    : law.missing === other.missing && objectOf(a, law) === objectOf(b, other);
}

function isInsideArray({ at: a, missing }: JudgedReport, keyword: string, { at: b }: JudgedReport): boolean {
  return (
    ARRAY_KEYWORDS.has(keyword) &&
    'token' in a &&
    'token' in b &&
    a.file === b.file &&
    missing === undefined &&
    a.pointer.startsWith(`${b.pointer}/`)
  );
}

/** Whether a law and a fact report one contradiction from opposite ends: the place of each is a related place of the other. */
function isReverse(law: JudgedReport, fact: JudgedReport): boolean {
  return pointsTo(law, fact.at) && pointsTo(fact, law.at);
}

function pointsTo({ related = [] }: JudgedReport, at: Place): boolean {
  return related.some((other) => placeKey(other.at) === placeKey(at));
}

function objectOf(place: Extract<Place, { token: unknown }>, report: JudgedReport): string {
  return isRename(report) ? parentPointer(place.pointer) : place.pointer;
}
