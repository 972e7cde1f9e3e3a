import { schemaKey } from '../../model/contracts/contract';
import type { Project } from '../../model/project/project';
import type { RuleLevel } from '../../model/severity';
import { displayPath } from '../../project/disk/file-path';
import { belowFolder, schemaFilePath } from '../../project/schemas/schema-folders';
import {
  keepProject,
  knownTree,
  reopenProject,
  sampleFile,
  type KeptProject,
} from '../../project/reopen/kept-project';
import type { Tree } from '../../project/tree/tree';
import { RULES } from '../../rules/rule-registry';
import type { SchemaSet } from '../../schema/schema-set';
import { rulesOfProject } from '../judge/rules-of-project';
import { schemaSetOf } from '../judge/schema-set-of';
import { EVERYTHING, versionsIn } from '../subjects/scopes';
import { isIncomplete } from '../subjects/unused-schemas';
import { createSchemaAt, isFarReaching, schemasAffectedBy, type Affected } from './affected';
import type { DiskChanges } from './disk-changes';
import type { Judgement, KeptSchema } from './judgement';
import { objectsBefore } from './objects-before';
import { isSameData } from './same-data';
import { createIsOther, type IsOther } from './subjects-before';

/** A project that is not what an earlier run judged, with what is different. */
export interface OtherProject {
  readonly project: Project;
  readonly affected: Affected;
  /** The schemas of its contracts, by `schemaKey`. */
  readonly schemas: Judgement['schemas'];
  readonly isOther: IsOther;
  /** The names of samples that are new, are gone, or have other contracts. */
  readonly otherSamples: ReadonlySet<string>;
  /** The project of the earlier run. */
  readonly before: Project;
  /** The severities of the rules that have another one. */
  readonly levels: ReadonlyMap<string, Exclude<RuleLevel, 'off'>>;
}

/** Opens the project of a manifest, with files from this tree. Undefined where it is not one project that can be checked. */
export type OpenProject = (tree: Tree) => Project | undefined;

/**
 * Opens the project as a whole run does, except that unchanged samples and schemas are not read, and compares it with that of an earlier run.
 * Undefined where something differs that can have an effect on everything.
 */
export function reopenOther(
  judgement: Judgement,
  { contents }: Pick<DiskChanges, 'contents'>,
  cwd: string,
  open: OpenProject,
): OtherProject | undefined {
  if (!judgement.isLocal) return undefined;
  const schemaAt = createSchemaAt(judgement.project.project.folders.schemas, judgement.schemas);
  const changedFiles = new Set([...contents].flatMap((path) => schemaAt(path) ?? []));
  const plain = new Set(
    [...judgement.schemas.values()].flatMap(({ files, isPlain }) => (isPlain ? files : [])),
  );
  const isPlainSchema = (file: string) => plain.has(file) && !changedFiles.has(file);
  const before = reopenProject(
    judgement.project,
    {
      document: (name) => judgement.documents.get(name),
      rangeInManifest: () => undefined,
      isPlainSchema,
    },
    cwd,
  );
  const changedNames = new Set([...contents].map((path) => displayPath(cwd, path)));
  const project = open({ ...knownTree({ isPlainSchema }), ...objectsBefore(before, changedNames) });
  if (project === undefined) return undefined;
  const levels = otherLevels(judgement, project);
  if (levels === undefined || !isAlike(judgement, project)) return undefined;
  if (![...contents].every((path) => isUnderstood(path, judgement, project, cwd))) return undefined;
  const set = schemaSetOf(project);
  const schemas = schemasOf(judgement, project, set);
  if (schemas === undefined) return undefined;
  const isOther = createIsOther(before);
  return {
    project,
    affected: {
      documents: new Set(
        project.samples.flatMap(({ document }) => (document.known === undefined ? document.source.name : [])),
      ),
      ...schemasAffectedBy(
        new Set([
          ...changedFiles,
          ...filesWithout(judgement.schemas, schemas),
          ...filesWithout(schemas, judgement.schemas),
        ]),
        new Map([...judgement.schemas, ...schemas]),
      ),
    },
    schemas,
    isOther,
    otherSamples: otherSamples(before, project, isOther),
    before,
    levels,
  };
}

/** Whether everything is the same but contracts, samples, and what is said about those. */
function isAlike({ project: before }: Judgement, project: Project): boolean {
  const now = keepProject(project);
  return (
    now !== undefined &&
    now.manifest === before.manifest &&
    // A link may give a reference another target.
    !now.hasLinks &&
    !before.hasLinks &&
    isSameData(settingsOf(before.project), settingsOf(now.project)) &&
    new Set(now.samples.map(({ name }) => name)).size === now.samples.length &&
    new Set(project.contracts.map(({ name }) => name)).size === project.contracts.length
  );
}

/** What may differ. It has an effect on subjects, which are compared, and on nothing else. */
const COMPARED_BY_SUBJECT: ReadonlySet<string> = new Set<keyof KeptProject['project']>([
  'contracts',
  'unmatched',
  'unread',
  'idleGlobs',
  'templates',
  'rules',
]);

/** What has an effect on everything. */
function settingsOf(project: KeptProject['project']): object {
  return Object.fromEntries(Object.entries(project).filter(([name]) => !COMPARED_BY_SUBJECT.has(name)));
}

/** The severities of rules that have another one than before; undefined where other rules are run, or what they say of themselves counts again. */
function otherLevels({ project, rules }: Judgement, now: Project): OtherProject['levels'] | undefined {
  const ids = rulesOfProject(now, RULES, now.rules).map(({ id }) => id);
  if (ids.length !== rules.length || ids.some((id, index) => id !== rules[index])) return undefined;
  const levels = new Map<string, Exclude<RuleLevel, 'off'>>();
  for (const id of ids) {
    const level = now.rules[id];
    if (level === project.project.rules[id]) continue;
    if (level === undefined || level === 'off') return undefined;
    levels.set(id, level);
  }
  return levels;
}

/** Whether it is known what a changed file has an effect on: it was read to open the project, it is a sample, or a schema file. */
function isUnderstood(path: string, judgement: Judgement, project: Project, cwd: string): boolean {
  const { structural, documents, project: before } = judgement;
  const name = displayPath(cwd, path);
  const folders = project.folders.schemas;
  const file = belowFolder(folders.base, path);
  return (
    structural.includes(path) ||
    (documents.has(name) && sampleFile({ name }, cwd) === path) ||
    ((before.schemaFiles.includes(file) || project.schemas.list().includes(file)) &&
      schemaFilePath(folders, file) === path)
  );
}

/** The schemas of the contracts; undefined where a new one may have an effect on others. */
function schemasOf(
  { schemas: known }: Judgement,
  project: Project,
  schemas: SchemaSet,
): Judgement['schemas'] | undefined {
  const found = new Map<string, KeptSchema>();
  for (const { schema, place } of versionsIn(project, EVERYTHING)) {
    const key = schemaKey(schema);
    const before = known.get(key) ?? found.get(key);
    if (before !== undefined) {
      found.set(key, before);
      continue;
    }
    const reached = schemas.reach([schema]);
    const problems = schemas.problems(schema, place);
    if (
      reached.length === 0 ||
      isIncomplete({ ...project, contracts: [], samples: [] }, reached) ||
      problems.some((problem) => isFarReaching(problem) || problem.kind === 'malformed-pattern')
    )
      return undefined;
    const files = [...new Set([schema.file, ...reached.map(({ file }) => file.file)])];
    found.set(key, { files, isPlain: false, problems });
  }
  return found;
}

/** The files of these schemas, without those that are also among others. */
function filesWithout(schemas: Judgement['schemas'], others: Judgement['schemas']): readonly string[] {
  return [...schemas].flatMap(([key, { files }]) => (others.has(key) ? [] : files));
}

function otherSamples(before: Project, now: Project, isOther: IsOther): ReadonlySet<string> {
  const names = new Set(now.samples.map(({ document }) => document.source.name));
  return new Set([
    ...now.samples
      .filter((sample) => isOther('sample', sample, () => sample))
      .map(({ document }) => document.source.name),
    ...before.samples.flatMap(({ document: { source } }) => (names.has(source.name) ? [] : source.name)),
  ]);
}
