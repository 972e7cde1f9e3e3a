import { resolve } from 'node:path';

import type { CheckResult, Summary, Verdict } from '../../model/findings/check-result';
import type { Fact } from '../../model/project/fact';
import type { Finding } from '../../model/findings/finding';
import { documentName, fileOf } from '../../model/documents/source';
import { nearestPath } from '../../model/nearest';
import type { Place } from '../../model/documents/place';
import type { Project } from '../../model/project/project';
import { schemaFileName } from '../../model/project/schema-files';
import { UsageError } from '../../model/usage-error';
import { fileKind } from '../../project/disk/file-kind';
import { displayPath, isWithin } from '../../project/disk/file-path';
import { factFound } from '../../rules/facts/fact-found';
import { factsAgree } from '../../rules/facts/facts-agree';
import { sampleJudged } from '../../rules/judged/sample-judged';
import type { SchemaSet } from '../../schema/schema-set';
import { count, shortList } from '../../wording/list-words';
import { listsUnreadFiles, summarize } from '../judge/summarize';
import { listsSamples } from '../judge/unjudged-samples';
import { schemaExamples } from '../subjects/schema-examples';
import { findWanted, type WantedFiles } from './wanted-files';

/** The rules whose findings may be about facts. */
const ABOUT_FACTS: ReadonlySet<string> = new Set([factFound, factsAgree, sampleJudged].map(({ id }) => id));

/** What paths are selected in, and how. */
export interface PathSelection {
  readonly project: Project;
  readonly schemas: Pick<SchemaSet, 'reach' | 'problems'>;
  readonly paths: readonly string[];
  /** The folder that paths and the names in findings are relative to. */
  readonly cwd: string;
  /** Whether the run checks only a part of the project, so that a path may be outside of it. */
  readonly isPart: boolean;
  /** Called with the paths that bring nothing, if that does not stop the run. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/**
 * Limits a result to these files and folders, and to the samples that they bring: a schema brings the samples that are checked against it, the
 * manifest brings all. Throws a UsageError for a single path that brings nothing. Among several paths, as a hook passes them, such a path is
 * only a warning.
 */
export function selectPaths(result: CheckResult, selection: PathSelection): CheckResult {
  const { project, schemas, paths, cwd } = selection;
  // A schema that is checked against no sample brings nothing, even if something is wrong in it.
  const schemaFiles = new Set(schemaNames(project));
  const found = result.findings.flatMap(({ file }) => (schemaFiles.has(file) ? [] : file));
  const wanted = findWanted(project, schemas, paths, cwd, found);
  reportIdle(wanted, selection, result);
  const { isWanted, facts } = wanted;
  const chosen = result.verdicts.filter(
    ({ file, part }) => file === undefined || isWanted(documentName({ file, part })),
  );
  // The reason that a sample was not judged may be in its schema or in the manifest. It must be reported with the sample.
  const ofDocuments = new Set(chosen.flatMap(({ file, findings }) => (file === undefined ? [] : findings)));
  const selected = new Map(
    result.findings.flatMap((finding): readonly (readonly [Finding, Finding])[] => {
      // What is not a sample may still be a part of a file: the example of a schema in an OpenAPI document.
      if (isWanted(documentName(finding)) || isWanted(finding.file) || isAboutFact(finding, facts, isWanted))
        return [[finding, finding]];
      const related = finding.related.filter((place) => isWanted(documentName(place)));
      return ofDocuments.has(finding) ? [[finding, { ...finding, related }]] : [];
    }),
  );
  const findings = [...selected.values()];
  const verdicts = chosen.map((verdict) => ({
    ...verdict,
    findings: verdict.findings.flatMap((finding) => selected.get(finding) ?? []),
  }));
  const samples = verdicts.filter(({ group }) => group === 'sample').length;
  const wrongOnPurpose = (result.summary.wrongOnPurpose ?? []).filter(isWanted);
  const size = {
    ...result.summary,
    samples,
    documents: samples,
    wrongOnPurpose,
    ...selectOpenApi(result.summary, chosen, selection, isWanted),
    ...(samples === 0 ? { contracts: 0, facts: facts.length } : {}),
  };
  const notChecked = result.summary.notChecked.map((entry) =>
    listsSamples(entry) || listsUnreadFiles(entry)
      ? { ...entry, items: entry.items.filter(isWanted) }
      : entry,
  );
  // The matrix is about all samples, of which these are a part.
  const { matrix: _, ...rest } = result;
  return { ...rest, findings, verdicts, summary: summarize(size, findings, notChecked) };
}

/** How much of the OpenAPI documents is selected: the documents at a PATH, and the examples that a PATH brings. */
function selectOpenApi(
  { openApi: all }: Summary,
  chosen: readonly Verdict[],
  { project, schemas }: Pick<PathSelection, 'project' | 'schemas'>,
  isWanted: (file: string) => boolean,
): Pick<Summary, 'openApi'> {
  if (all === undefined) return {};
  const documents = project.openApi.documents.filter(({ file }) => isWanted(file.source.name));
  return {
    openApi: {
      ...all,
      contracts: chosen.some(({ group }) => group === 'sample') ? all.contracts : 0,
      operations: all.operations === 0 ? 0 : documents.flatMap(({ operations }) => operations).length,
      examples: chosen.filter(({ operations }) => operations !== undefined).length,
      schemaExamples:
        all.schemaExamples === 0
          ? 0
          : schemaExamples(project, schemas).filter(({ document: { source } }) => isWanted(fileOf(source)))
              .length,
    },
  };
}

function reportIdle({ idle }: WantedFiles, selection: PathSelection, result: CheckResult): void {
  const { paths, isPart, cwd, onWarning } = selection;
  if (idle.length === 0) return;
  const missing = isPart ? undefined : mustBringSomething(idle, paths, cwd);
  if (missing !== undefined) throw new UsageError(describeIdle(missing, selection, result));
  onWarning?.(skippedPaths(idle));
}

/** The path among those that bring nothing that is a mistake: a single one. If nothing is left of several, one that does not exist is probably misspelt; a hook passes only paths that exist. */
export function mustBringSomething(
  idle: readonly string[],
  paths: readonly string[],
  cwd: string,
): string | undefined {
  if (idle.length < paths.length) return undefined;
  return paths.length === 1 ? idle[0] : idle.find((path) => fileKind(resolve(cwd, path)) === 'nothing');
}

/** The warning about paths that bring nothing. */
export function skippedPaths(idle: readonly string[]): string {
  return `skipped ${count(idle.length, 'PATH that brings', 'PATHs that bring')} no sample: ${shortList(idle.map((path) => `\`${path}\``))}`;
}

function describeIdle(path: string, { project, cwd }: PathSelection, result: CheckResult): string {
  const name = displayPath(cwd, resolve(cwd, path));
  if (schemaNames(project).some((file) => isWithin(name, file)))
    return `no sample is checked against \`${path}\`, so nothing was checked: pass a sample, or a schema that a contract uses for its samples`;
  const known = [
    ...knownNames(project),
    ...result.findings.map(({ file }) => file),
    ...result.verdicts.flatMap(({ file }) => file ?? []),
  ];
  const near = nearestPath(name, known);
  return `the manifest has no sample, schema or other file at \`${path}\`: ${
    near === undefined ? 'pass the path of a sample, a schema or a folder' : `did you mean \`${near}\`?`
  }`;
}

/** The manifest, the files of facts, the samples and the schemas. */
export function knownNames(project: Project): readonly string[] {
  const { manifest, factSources, samples } = project;
  return [manifest, ...factSources]
    .map(({ name }) => name)
    .concat(
      samples.map(({ document }) => fileOf(document.source)),
      schemaNames(project),
    );
}

function schemaNames({ schemas }: Project): readonly string[] {
  return schemas.list().map((file) => schemaFileName(schemas, file));
}

/** Whether a finding is about one of these facts, or lists a wanted file among several places that are stale. */
function isAboutFact(
  { ruleId, file, part, pointer, start, related }: Finding,
  facts: readonly Fact[],
  isWanted: (file: string) => boolean,
): boolean {
  if (!ABOUT_FACTS.has(ruleId)) return false;
  const isHere = (place: Place) =>
    place.file === documentName({ file, part }) &&
    ('span' in place ? place.span[0] === start.offset : 'pointer' in place && place.pointer === pointer);
  return (
    (ruleId === factsAgree.id && related.slice(1).some((other) => isWanted(documentName(other)))) ||
    facts.some(({ sources }) =>
      sources.some(({ place, readings }) => [place, ...readings.map((each) => each.place)].some(isHere)),
    )
  );
}
