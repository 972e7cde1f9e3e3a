import { schemaKey, type SchemaRef } from '../../model/contracts/contract';
import type { Finding } from '../../model/findings/finding';
import type { Project } from '../../model/project/project';
import { schemaFileName } from '../../model/project/schema-files';
import { isParsed, type Document } from '../../model/documents/document';
import type { SchemaVerdict } from '../../model/schemas/validation';
import { reopenProject } from '../../project/reopen/kept-project';
import type { SubjectKind, SubjectLists } from '../../rules/rule';
import type { SchemaSet } from '../../schema/schema-set';
import type { MergedReport } from '../judge/merge-reports';
import type { StepsOf } from '../judge/run-rules';
import { schemaSetOf } from '../judge/schema-set-of';
import type { KeptSubjects } from '../subjects/lint-subjects';
import { displayPath } from '../../project/disk/file-path';
import { EVERYTHING, versionsIn } from '../subjects/scopes';
import { notAmong } from '../subjects/unused-schemas';
import { affectedBy, isAffected, isFarReaching, type Affected } from './affected';
import type { Judgement, Memory } from './judgement';
import { changesOf, type DiskChanges } from './disk-changes';
import { createSteps } from './kept-steps';
import { reopenOther, type OpenProject, type OtherProject } from './reopen-project';
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

/** A project that was opened again, with what must be judged. */
interface Reopened {
  readonly project: Project;
  readonly affected: Affected;
  /** Absent where the project is the same. */
  readonly other?: OtherProject;
}

/** What is known of it. */
interface Known extends Pick<Reopened, 'affected'> {
  readonly judgement: Judgement;
  readonly other: OtherProject | undefined;
  /** The files with another content, as absolute paths. */
  readonly contents: ReadonlySet<string>;
}

/** Opens what the last run judged, or the project again where other files may be in it; undefined where everything must be judged. */
export function reopenRun(
  memory: Memory,
  cwd: string,
  open: OpenProject,
): { readonly project: Project; readonly kept: KeptRun } | undefined {
  const { judgement, changed } = memory.recall() ?? {};
  if (judgement === undefined || changed === undefined) return undefined;
  const changes = changesOf(changed, judgement);
  if (changes === undefined) return undefined;
  const reopened = changes.isOfProject
    ? asReopened(reopenOther(judgement, changes, cwd, open))
    : reopenSame(judgement, changes, cwd);
  if (reopened === undefined) return undefined;
  const { project, affected, other } = reopened;
  const schemas = schemaSetOf(project);
  if (!areAsReached(other?.schemas ?? judgement.schemas, affected, project, schemas)) return undefined;
  memory.onUse();
  return {
    project,
    kept: createKeptRun({ judgement, affected, other, contents: changes.contents }, project, schemas, cwd),
  };
}

function asReopened(other: OtherProject | undefined): Reopened | undefined {
  return other && { project: other.project, affected: other.affected, other };
}

/** Opens a project in which only the contents of samples and schemas have changed. */
function reopenSame(judgement: Judgement, { contents }: DiskChanges, cwd: string): Reopened | undefined {
  const affected = affectedBy(judgement, contents, cwd);
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
  return { project, affected };
}

function plainFiles({ schemas }: Judgement, affected: Affected): ReadonlySet<string> {
  const plain = new Set<string>();
  for (const { files, isPlain } of schemas.values())
    if (isPlain) for (const file of files) if (!affected.files.has(file)) plain.add(file);
  return plain;
}

/** Whether the affected schemas reach the same files as before, and nothing else depends on what is in them. */
function areAsReached(
  known: Judgement['schemas'],
  affected: Affected,
  project: Project,
  schemas: SchemaSet,
): boolean {
  if (affected.schemas.size === 0) return true;
  const versions = versionsIn(project, EVERYTHING).filter(({ schema }) => isAffected(affected, schema));
  const isSame = versions.every(({ schema, place }) => {
    const before = known.get(schemaKey(schema));
    const now = new Set([schema.file, ...schemas.reach([schema]).map(({ file }) => file.file)]);
    return (
      before?.files.length === now.size &&
      before.files.every((file) => now.has(file)) &&
      !schemas.problems(schema, place).some(isFarReaching)
    );
  });
  return isSame && !schemas.isSearched();
}

function reachedBy(schemas: Judgement['schemas']): ReadonlySet<string> {
  return new Set([...schemas.values()].flatMap(({ files }) => files));
}

function createKeptRun(
  { judgement, affected, other, contents }: Known,
  project: Project,
  schemas: SchemaSet,
  cwd: string,
): KeptRun {
  // Several stages ask for the verdict on each sample.
  const keys = new WeakMap<SchemaRef, string>();
  const keyOf = (schema: SchemaRef) => {
    const key = keys.get(schema) ?? schemaKey(schema);
    keys.set(schema, key);
    return key;
  };
  let shared: SharedAgain | undefined;
  const again = () => (shared ??= sharedAgain(project, schemas, judgement, affected, other));
  const changedFiles = new Set([
    ...[...contents].map((path) => displayPath(cwd, path)),
    ...affected.documents,
    // A finding names the contract of the sample that it is in.
    ...(other?.otherSamples ?? []),
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
      unused: () =>
        other === undefined ? judgement.unusedSchemas : notAmong(project, reachedBy(other.schemas)),
      shared: () => again().objects,
    },
    stepsOf: (subjects) => {
      // Which samples are in a series or a folder depends on whether they can be read. In another project, series and folders are compared.
      const isRegrouped =
        other === undefined &&
        project.samples.some(
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
        isOther: other?.isOther ?? (() => false),
        group: isOpenGroup,
        levels: other?.levels ?? new Map(),
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
