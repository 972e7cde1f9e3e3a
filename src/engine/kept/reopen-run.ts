import { schemaKey, type SchemaRef } from '../../model/contract';
import type { Finding } from '../../model/finding';
import type { Project } from '../../model/project';
import { schemaFileName } from '../../model/schema-files';
import { isParsed, type Document } from '../../model/document';
import type { SchemaVerdict } from '../../model/validation';
import { reopenProject } from '../../project/reopen/kept-project';
import type { SubjectKind, SubjectLists } from '../../rules/rule';
import type { SchemaSet } from '../../schema/schema-set';
import type { MergedReport } from '../judge/merge-reports';
import type { StepsOf } from '../judge/run-rules';
import { schemaSetOf } from '../judge/schema-set-of';
import type { KeptSubjects } from '../subjects/lint-subjects';
import { EVERYTHING, versionsIn } from '../subjects/scopes';
import { affectedBy, isAffected, isFarReaching, type Affected } from './affected';
import type { Judgement, Memory } from './judgement';
import { createSteps } from './kept-steps';
import { createRanges, settledFinding } from './settled-findings';
import { sharedAgain, type SharedAgain } from './shared-again';

/** A project of which an earlier run has judged most. */
export interface KeptRun {
  /** The schemas, with the problems that are known. */
  readonly schemas: SchemaSet;
  /** The verdict of an earlier run; undefined where it must be found out. */
  readonly verdictOn: (document: Document, schema: SchemaRef) => SchemaVerdict | undefined;
  readonly subjects: KeptSubjects;
  readonly stepsOf: (subjects: SubjectLists) => StepsOf;
  readonly settledAs: (report: MergedReport) => Finding | undefined;
  /** The kinds with subjects that are not listed again. */
  readonly judgedBefore: ReadonlySet<SubjectKind>;
}

/** Opens what the last run judged; undefined where everything must be judged. */
export function reopenRun(
  memory: Memory,
  cwd: string,
): { readonly project: Project; readonly kept: KeptRun } | undefined {
  const { judgement, changed } = memory.recall() ?? {};
  if (judgement === undefined || changed === undefined) return undefined;
  const affected = affectedBy(judgement, changed, cwd);
  if (affected === undefined) return undefined;
  const plain = plainFiles(judgement, affected);
  const project = reopenProject(
    judgement.project,
    {
      document: (name) => (affected.documents.has(name) ? undefined : judgement.documents.get(name)),
      rangeInManifest: createRanges(judgement, judgement.project.manifest),
      isPlainSchema: (file) => plain.has(file),
    },
    cwd,
  );
  const schemas = schemaSetOf(project);
  if (!areAsReached(judgement, affected, project, schemas)) return undefined;
  memory.onUse();
  return { project, kept: createKeptRun(judgement, affected, project, schemas) };
}

function plainFiles({ schemas }: Judgement, affected: Affected): ReadonlySet<string> {
  const plain = new Set<string>();
  for (const { files, isPlain } of schemas.values())
    if (isPlain) for (const file of files) if (!affected.files.has(file)) plain.add(file);
  return plain;
}

/** Whether the affected schemas reach the same files as before, and nothing else depends on what is in them. */
function areAsReached(
  judgement: Judgement,
  affected: Affected,
  project: Project,
  schemas: SchemaSet,
): boolean {
  if (affected.schemas.size === 0) return true;
  const versions = versionsIn(project, EVERYTHING).filter(({ schema }) => isAffected(affected, schema));
  const isSame = versions.every(({ schema, place }) => {
    const before = judgement.schemas.get(schemaKey(schema));
    const now = new Set([schema.file, ...schemas.reach([schema]).map(({ file }) => file.file)]);
    return (
      before?.files.length === now.size &&
      before.files.every((file) => now.has(file)) &&
      !schemas.problems(schema, place).some(isFarReaching)
    );
  });
  return isSame && !schemas.isSearched();
}

function createKeptRun(
  judgement: Judgement,
  affected: Affected,
  project: Project,
  schemas: SchemaSet,
): KeptRun {
  // Several stages ask for the verdict on each sample.
  const keys = new WeakMap<SchemaRef, string>();
  const keyOf = (schema: SchemaRef) => {
    const key = keys.get(schema) ?? schemaKey(schema);
    keys.set(schema, key);
    return key;
  };
  let shared: SharedAgain | undefined;
  const again = () => (shared ??= sharedAgain(project, schemas, judgement, affected));
  const changedFiles = new Set([
    ...affected.documents,
    ...[...affected.files].map((file) => schemaFileName(project.schemas, file)),
  ]);
  const isOpenGroup = (kind: SubjectKind, group: string) =>
    kind === 'schema-part' ? changedFiles.has(group) : again().forms.has(group);
  return {
    schemas: {
      ...schemas,
      problems: (ref, from) =>
        (isAffected(affected, ref) ? undefined : judgement.schemas.get(keyOf(ref))?.problems) ??
        schemas.problems(ref, from),
    },
    verdictOn: (document, schema) =>
      affected.documents.has(document.source.name) || isAffected(affected, schema)
        ? undefined
        : judgement.verdicts.get(document.source.name)?.get(keyOf(schema)),
    subjects: {
      isOpen: (schema) => isAffected(affected, schema),
      unused: judgement.unusedSchemas,
      shared: () => again().objects,
    },
    stepsOf: (subjects) => {
      // Which samples are in a series or a folder depends on whether they can be read.
      const isRegrouped = project.samples.some(
        ({ document }) =>
          affected.documents.has(document.source.name) &&
          judgement.documents.get(document.source.name)?.isParsed !== isParsed(document),
      );
      return createSteps(judgement, subjects, {
        reads: ({ documents, schemas: refs, file }) =>
          documents?.some(({ source }) => affected.documents.has(source.name)) === true ||
          (affected.schemas.size > 0 && refs?.().some((ref) => isAffected(affected, ref)) === true) ||
          (file !== undefined && changedFiles.has(file)),
        kind: (kind) => isRegrouped && (kind === 'sample-series' || kind === 'sample-folder'),
        group: isOpenGroup,
      });
    },
    settledAs: (report) => settledFinding(report, judgement.findings, (file) => changedFiles.has(file)),
    judgedBefore: new Set(
      Array.from(judgement.groups).flatMap(([kind, groups]) =>
        groups.some((group) => !isOpenGroup(kind, group)) ? [kind] : [],
      ),
    ),
  };
}
