import { schemaKey, type SchemaRef } from '../../model/contracts/contract';
import { isParsed } from '../../model/documents/document';
import { ExactNumber } from '../../model/json/exact-number';
import type { Finding } from '../../model/findings/finding';
import { groupBy } from '../../model/group-by';
import type { Project } from '../../model/project/project';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { SchemaVerdict } from '../../model/schemas/validation';
import { looksLikeVersions } from '../../model/versions/versions-likeness';
import { keepProject, sampleFile } from '../../project/reopen/kept-project';
import type { AnyRule, Evidence, SubjectLists } from '../../rules/rule';
import type { SchemaSet } from '../../schema/schema-set';
import type { ExpectedQuestion } from '../judge/evidence';
import type { Severity } from '../../model/severity';
import { withoutNumber } from '../judge/identify-findings';
import type { LocatedFinding } from '../judge/located-finding';
import type { JudgedReport, KeptReport } from '../judge/run-rules';
import { withoutHidden } from '../judge/select-severities';
import { EVERYTHING, versionsIn } from '../subjects/scopes';
import { formsIn } from '../subjects/shared-objects';
import { isIncomplete } from '../subjects/unused-schemas';
import { isFarReaching } from './affected';
import { shapeOf } from './document-shape';
import type { Judgement, KeptSchema } from './judgement';
import { groupsIn, isKeptKind, keyOfSubject, LISTED_KINDS } from './keepers';
import { isUntouched, textOfReport } from './settled-findings';

/** A run that is over. */
export interface FinishedRun {
  readonly reports: readonly JudgedReport[];
  /** In the order of the findings. */
  readonly located: readonly LocatedFinding[];
  readonly findings: readonly Finding[];
}

/** What was judged in it. */
export interface JudgedProject {
  readonly project: Project;
  readonly subjects: SubjectLists;
  readonly rules: readonly AnyRule[];
  readonly schemas: SchemaSet;
  readonly evidence: Evidence;
  readonly questions: readonly ExpectedQuestion[];
  /** The absolute paths of the files that were read to open the project. */
  readonly opened: readonly string[];
  /** The lowest severity of the findings that the next run shows. */
  readonly least: Severity;
  readonly cwd: string;
}

/** A larger project is judged as a whole each time. */
const MOST_SAMPLES = 20_000;

/** What the next run may use of a run; undefined where nothing of it can be used. */
export function keepJudgement(
  { project, subjects, rules, schemas, evidence, questions, opened, least, cwd }: JudgedProject,
  run: FinishedRun,
): Judgement | undefined {
  const kept = project.samples.length > MOST_SAMPLES ? undefined : keepProject(project);
  if (kept === undefined || !haveOwnKeys(subjects)) return undefined;
  const versions = versionsIn(project, EVERYTHING);
  const problems = versions.flatMap(({ schema, place }) => schemas.problems(schema, place));
  // A pattern that cannot be read changes what a schema that shares a definition with this one accepts.
  if (problems.some(({ kind }) => kind === 'malformed-pattern')) return undefined;
  const keptSchemas = new Map(
    versions.flatMap(({ schema, place }) => {
      const found = keepSchema(schema, schemas.problems(schema, place), project, schemas);
      return found === undefined ? [] : [[schemaKey(schema), found] as const];
    }),
  );
  const refs = versions.map(({ schema }) => schema);
  const reached = schemas.reach(refs);
  // Samples are read early, but nothing of what is in them decides what the project is.
  const ofSamples = new Set(kept.samples.map((sample) => sampleFile(sample, cwd)));
  return {
    project: kept,
    structural: opened.filter((path) => !ofSamples.has(path)),
    documents: new Map(
      project.samples.map(({ document }) => [
        document.source.name,
        {
          isParsed: isParsed(document),
          looksLikeVersions: looksLikeVersions(document.value),
          shape: shapeOf(document.value),
        },
      ]),
    ),
    schemas: keptSchemas,
    isLocal:
      refs.every((ref) => keptSchemas.has(schemaKey(ref))) &&
      !problems.some(isFarReaching) &&
      !isIncomplete(project, reached) &&
      !schemas.isSearched(),
    verdicts: keepVerdicts(questions, keptSchemas, evidence),
    ...keepReports(run, least),
    rules: rules.map(({ id }) => id),
    groups: groupsIn(subjects),
    unusedSchemas: subjects['unused-schema'],
    forms: formsIn(project.samples, reached),
  };
}

function haveOwnKeys(subjects: SubjectLists): boolean {
  return LISTED_KINDS.every(
    (kind) =>
      new Set(subjects[kind].map((subject) => keyOfSubject(kind, subject))).size === subjects[kind].length,
  );
}

function keepSchema(
  ref: SchemaRef,
  problems: readonly SchemaProblem[],
  { schemas: files }: Project,
  schemas: SchemaSet,
): KeptSchema | undefined {
  const reached = schemas.reach([ref]).map(({ file }) => file);
  if (reached.length === 0 || problems.some(isFarReaching) || !isPlain(problems)) return undefined;
  const names = [...new Set([ref.file, ...reached.map(({ file }) => file)])];
  return {
    files: names,
    isPlain: names.every((name) => {
      const { problem, remark, repeats, exact } = files.get(name) ?? {};
      return name.endsWith('.json') && (problem ?? remark ?? repeats ?? exact) === undefined;
    }),
    problems,
  };
}

function keepVerdicts(
  questions: readonly ExpectedQuestion[],
  schemas: Judgement['schemas'],
  evidence: Evidence,
): Judgement['verdicts'] {
  const verdicts = new Map<string, Map<string, SchemaVerdict>>();
  // Nearly all verdicts are the same, and are stored once.
  const valid: SchemaVerdict = { kind: 'checked', violations: [] };
  for (const { document, schema } of questions) {
    const key = schemaKey(schema);
    const verdict = evidence.verdict(document, schema);
    if (!schemas.has(key) || !isPlain(verdict)) continue;
    const { name } = document.source;
    const ofDocument = verdicts.get(name) ?? new Map<string, SchemaVerdict>();
    const isValid = verdict.kind === 'checked' && verdict.violations.length === 0;
    verdicts.set(name, ofDocument.set(key, isValid ? valid : verdict));
  }
  return verdicts;
}

function keepReports(
  { reports, located, findings }: FinishedRun,
  least: Severity,
): Pick<Judgement, 'reports' | 'findings'> {
  const shown = new Set(
    withoutHidden(
      located.flatMap(({ report }) => report ?? []),
      least,
    ),
  );
  const findingOf = new Map(
    located.flatMap(({ report }, index) => {
      const finding = findings[index];
      return report?.origin === undefined || finding === undefined || !shown.has(report)
        ? []
        : [
            [
              report.origin,
              { merged: report, finding: { ...finding, fingerprint: withoutNumber(finding.fingerprint) } },
            ] as const,
          ];
    }),
  );
  const kept = reports.flatMap((judged) => {
    const { rule, origin, ...report } = judged;
    if (origin === undefined || !('subject' in origin) || !isKeptKind(rule.subject)) return [];
    const found = findingOf.get(origin);
    const isAlone = found !== undefined && isUntouched(found.merged, report);
    const entry: KeptReport = {
      key: keyOfSubject(rule.subject, origin.subject),
      report,
      ...(isAlone ? { finding: found.finding } : {}),
    };
    if (isAlone) findingOf.delete(origin);
    return [{ rule: rule.id, entry }];
  });
  return {
    reports: new Map(
      Array.from(
        groupBy(kept, ({ rule }) => rule),
        ([rule, of]) => [rule, of.map(({ entry }) => entry)],
      ),
    ),
    findings: new Map(
      Array.from(findingOf.values(), ({ merged, finding }) => [textOfReport(merged), finding]),
    ),
  };
}

/** Whether a value is the same after it is stored. A number that is not a double would lose what it is. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  return !(value instanceof ExactNumber) && Object.values(value).every(isPlain);
}
