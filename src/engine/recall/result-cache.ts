import { jsonOrUndefined } from '../../model/json/json-or-undefined';
import type { CheckResult, RuleInfo, Summary, Verdict } from '../../model/findings/check-result';
import type { CoverageMatrix } from '../../model/findings/coverage-matrix';
import type { Finding } from '../../model/findings/finding';
import { isJsonArray, isJsonObject } from '../../model/json/json-value';
import type { Project } from '../../model/project/project';
import type { SchemaFile, SchemaFiles } from '../../model/project/schema-files';
import { DISK } from '../../project/tree/disk-tree';
import { digest } from '../../project/cache/cache-files';
import type { ResultStore } from '../../project/cache/result-store';
import { schemaText } from '../../project/schemas/open-schema-files';
import { fingerprintOf } from './fingerprint';
import { isPortable, portableNames, renameFiles, type PortableNames, type Storable } from './portable-names';
import { manifestAbove } from '../judge/summarize';
import { withHelp } from '../judge/rules-of-run';

/** A verdict with indexes in place of the rule lists and findings that verdicts share. */
interface StoredVerdict extends Omit<Verdict, 'rules' | 'findings'> {
  readonly rules: number;
  readonly findings: readonly number[];
}

/** A result as it is stored, with the inputs that it is valid for. */
interface Stored {
  readonly key: string;
  /** The working folder that the result is for, relative to the manifest's, where a message depends on it. Absent: names are relative to the manifest. */
  readonly folder?: string;
  /** The hash of each schema file that was requested; null for one that did not exist. */
  readonly schemas: readonly (readonly [file: string, hash: string | null])[];
  readonly summary: Summary;
  readonly findings: readonly Finding[];
  readonly verdicts: readonly StoredVerdict[];
  readonly ruleLists: readonly (readonly string[])[];
  readonly rules: readonly Omit<RuleInfo, 'help'>[];
  readonly matrix?: CoverageMatrix;
}

/** The cached result of one project, and how a run caches its own. */
export interface ResultCache {
  /** The same project, with schema files that record which of them are requested: subjects must be collected from this one. */
  readonly project: Project;
  /** The result of the last run; undefined if anything that it depends on has changed. */
  readonly recall: () => CheckResult | undefined;
  /** Caches a result, unless a time-out or an unreadable file means that the next run may get another result. */
  readonly keep: (result: CheckResult) => void;
  /** Must be called when a validation times out. */
  readonly onTimeOut: () => void;
}

/** Opens the cache of a project. A result depends only on its inputs, so its key is a hash of them; `build` identifies the code. */
export function openResultCache(
  project: Project,
  store: ResultStore,
  { build, cwd }: { readonly build: string; readonly cwd: string },
): ResultCache {
  const names = portableNames(project, cwd);
  const key = fingerprintOf(project, build, names);
  const asked = new Map<string, SchemaFile | undefined>();
  let isLasting = true;
  return {
    project: { ...project, schemas: recordRequests(project.schemas, asked) },
    recall: () => unpack(store.read(), key, project, names),
    keep: (result) => {
      // The same file may be readable next time, although nothing in it has changed.
      const isReadable = [...asked.values()].every((file) => file?.problem === undefined);
      if (isLasting && isReadable)
        store.write(JSON.stringify(pack(key, asked, inStore(result, project, asked, names))));
    },
    onTimeOut: () => {
      // The next run may have enough time.
      isLasting = false;
    },
  };
}

/** Schema files that record which of them are requested. */
function recordRequests(files: SchemaFiles, asked: Map<string, SchemaFile | undefined>): SchemaFiles {
  return {
    ...files,
    get: (file) => {
      const found = files.get(file);
      asked.set(file, found);
      return found;
    },
  };
}

type InStore = Storable & Pick<CheckResult, 'rules' | 'matrix'> & Pick<Stored, 'folder'>;

/** A result with names relative to the manifest, so that every working folder can use it. If that cannot be, it has its working folder. */
function inStore(
  result: CheckResult,
  project: Project,
  asked: ReadonlyMap<string, SchemaFile | undefined>,
  names: PortableNames,
): InStore {
  return isPortable(result, project, asked.keys(), names)
    ? { ...result, ...renameFiles(result, names.toStored) }
    : { ...result, folder: names.folder };
}

function pack(
  key: string,
  asked: ReadonlyMap<string, SchemaFile | undefined>,
  { findings, verdicts, summary, rules: ran, matrix, folder }: InStore,
): Stored {
  const numbers = new Map(findings.map((finding, index) => [finding, index]));
  const ruleLists = new Map<string, number>();
  return {
    key,
    ...(folder === undefined ? {} : { folder }),
    schemas: [...asked].map(([file, found]) => [
      file,
      found === undefined ? null : digest(found.source.text),
    ]),
    summary,
    findings,
    verdicts: verdicts.map((verdict) => {
      const list = JSON.stringify(verdict.rules);
      const rules = ruleLists.get(list) ?? ruleLists.size;
      ruleLists.set(list, rules);
      return { ...verdict, rules, findings: verdict.findings.map((finding) => numbers.get(finding) ?? -1) };
    }),
    ruleLists: [...ruleLists.keys()].map((list): string[] => JSON.parse(list)),
    rules: ran.map(({ id, severity, summary: claim }) => ({ id, severity, summary: claim })),
    ...(matrix === undefined ? {} : { matrix }),
  };
}

function unpack(
  text: string | undefined,
  key: string,
  project: Project,
  names: PortableNames,
): CheckResult | undefined {
  const stored = text === undefined ? undefined : jsonOrUndefined(text);
  if (!isStored(stored) || stored.key !== key) return undefined;
  if (stored.folder !== undefined && stored.folder !== names.folder) return undefined;
  const { folders, limits } = project;
  const isSame = stored.schemas.every(([file, hash]) => {
    const now = schemaText(folders.schemas, file, limits, DISK);
    return now === null ? hash === null : now !== undefined && digest(now) === hash;
  });
  if (!isSame) return undefined;
  const { ruleLists, matrix } = stored;
  const verdicts = stored.verdicts.map((verdict) => ({
    ...verdict,
    rules: ruleLists[verdict.rules] ?? [],
    findings: verdict.findings.flatMap((index) => stored.findings[index] ?? []),
  }));
  const asStored = { findings: stored.findings, verdicts, summary: stored.summary };
  const shown = stored.folder === undefined ? renameFiles(asStored, names.toShown) : asStored;
  return {
    ...shown,
    ...(matrix === undefined ? {} : { matrix }),
    summary: { ...shown.summary, ...manifestAbove(project) },
    rules: stored.rules.map(withHelp),
  };
}

/** Whether a value looks like a stored result. The store guarantees that the text is unchanged, and the key that this code wrote it. */
function isStored(value: unknown): value is Stored {
  return (
    isJsonObject(value) &&
    typeof value['key'] === 'string' &&
    isJsonObject(value['summary']) &&
    ['schemas', 'findings', 'verdicts', 'ruleLists', 'rules'].every((name) => isJsonArray(value[name]))
  );
}
